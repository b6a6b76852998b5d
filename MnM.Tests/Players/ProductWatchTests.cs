using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using MnM.Collector.Matches;
using MnM.Collector.Players;
using MnM.Collector.Riot;
using MnM.Collector.Storage;
using MnM.Tests.Matches;
using MnM.Tests.Riot;

namespace MnM.Tests.Players;

/// <summary>Another key may see everybody by other ids.</summary>
public sealed class ProductWatchTests
{
    private const int People = 4;
    private const string Another = "RGAPI-another";
    private static readonly CancellationToken End = CancellationToken.None;

    [Fact]
    public async Task With_a_key_of_another_product_people_are_found_anew_and_what_is_stored_stays_theirs()
    {
        await using var run = await StartAsync(key => key == Another ? 'n' : 'o');
        var before = await KnownAsync(run);
        await StoreMatchAsync(run, before[0].Puuid, before[1].Puuid);
        await TickAsync(run);
        Assert.Equal(before.Select(player => player.Puuid), (await KnownAsync(run)).Select(player => player.Puuid));

        run.Keys.Set(RiotProduct.League, Another);
        await TickAsync(run);

        var after = await KnownAsync(run);
        Assert.Equal(before.Select(player => player.Id), after.Select(player => player.Id));
        Assert.Equal(Enumerable.Range(0, People).Select(person => Id('n', person)), after.Select(player => player.Puuid.Value));
        Assert.Equal("EUW1_7001", Assert.Single(await run.Get<MatchQueries>().LastOfAsync(after[0].Puuid, 20, End)).Match.Id);
        Assert.True(Assert.Single(await run.Get<SharedMatches>().FindAsync(after[0].Puuid, after[1].Puuid, End)).IsTogether);
    }

    [Fact]
    public async Task With_another_key_of_the_same_product_one_question_is_enough()
    {
        var riot = Riot(_ => 'o');
        await using var run = await StartAsync(riot);
        await KnownAsync(run);
        await TickAsync(run);
        var asked = riot.Asked.Count;
        run.Keys.Set(RiotProduct.League, Another);
        await TickAsync(run);
        await TickAsync(run);

        Assert.Equal(asked + 1, riot.Asked.Count);
    }

    [Fact]
    public async Task A_name_that_went_to_another_player_makes_no_other_product()
    {
        await using var run = await StartAsync(_ => 'o');
        await KnownAsync(run);
        await run.Get<PlayerStore>().KeepAsync(new RiotAccount(Puuid.Find(Id('x', 9))!, "Player 3", "MNM"), RiotProduct.League, End);
        await TickAsync(run);

        Assert.Equal(Enumerable.Range(0, 3).Select(person => Id('o', person)), (await KnownAsync(run)).Take(3).Select(player => player.Puuid.Value));
        Assert.Equal(0, await GenerationAsync(run));
    }

    [Fact]
    public async Task While_Riot_does_not_answer_nothing_is_concluded()
    {
        var isAway = false;
        await using var run = await StartAsync(key => key == Another ? 'n' : 'o', () => isAway);
        await KnownAsync(run);
        await TickAsync(run);
        isAway = true;
        run.Keys.Set(RiotProduct.League, Another);
        await TickAsync(run);
        Assert.Equal(0, await GenerationAsync(run));

        isAway = false;
        run.Clock.Advance(60);
        await TickAsync(run);
        Assert.Equal(1, await GenerationAsync(run));
        Assert.Equal(Id('n', 3), (await KnownAsync(run))[3].Puuid.Value);
    }

    [Fact]
    public async Task Whom_only_the_key_before_knew_is_nobody_who_could_be_asked_for()
    {
        await using var run = await StartAsync(_ => 'o');
        await KnownAsync(run);
        await run.Get<PlayerStore>().BeginGenerationAsync(new RiotAccount(Puuid.Find(Id('n', 0))!, "Player 0", "MNM"), RiotProduct.League, End);

        Assert.Equal(Id('n', 0), (await run.Get<PlayerQueries>().FindAsync("Player 0", "MNM", End))!.Puuid.Value);
        Assert.Null(await run.Get<PlayerQueries>().FindAsync("Player 1", "MNM", End));
    }

    private static string Id(char product, int person) => new string(product, 77) + (char)('0' + person);

    private static StubRiot Riot(Func<string?, char> productOf, Func<bool>? isAway = null)
    {
        StubRiot? riot = null;
        return riot = new StubRiot(path => isAway?.Invoke() == true
            ? StubRiot.Answer(HttpStatusCode.ServiceUnavailable)
            : StubRiot.Answer(HttpStatusCode.OK, $$"""{"puuid":"{{Id(productOf(riot!.Keys[^1]), path.Split("Player%20")[^1][0] - '0')}}","tagLine":"MNM"}"""));
    }

    private static Task<RiotRun> StartAsync(Func<string?, char> productOf, Func<bool>? isAway = null) => StartAsync(Riot(productOf, isAway));

    private static Task<RiotRun> StartAsync(StubRiot riot) => RiotRun.StartAsync(riot, more: services => services.AddPlayers().AddMatches());

    /// <summary>The people, met where they are not known yet.</summary>
    private static async Task<KnownPlayer[]> KnownAsync(RiotRun run)
    {
        var known = new KnownPlayer[People];
        for (var person = 0; person < People; person++)
        {
            known[person] = await run.Get<PlayerQueries>().FindAsync($"Player {person}", "MNM", End)
                ?? (await run.AnswerAsync(run.Get<PlayerFetcher>().FindAsync($"Player {person}", "MNM", "europe", Collector.Backplane.Lane.Live, End))).Found!;
        }

        return known;
    }

    private static async Task TickAsync(RiotRun run) =>
        await run.AnswerAsync(TickedAsync(run.Get<IEnumerable<IHostedService>>().OfType<ProductWatch>().Single()));

    private static async Task<bool> TickedAsync(ProductWatch watch)
    {
        await watch.TickAsync(End);
        return true;
    }

    private static async Task<int> GenerationAsync(RiotRun run)
    {
        await using var db = await run.Get<IDbContextFactory<MnmDbContext>>().CreateDbContextAsync();
        return await PlayerIds.CurrentAsync(db, RiotProduct.League, End);
    }

    private static async Task StoreMatchAsync(RiotRun run, Puuid one, Puuid other)
    {
        var json = MatchJson.Written();
        (json["info"]!["participants"]![0]!["puuid"], json["info"]!["participants"]![1]!["puuid"]) = (one.Value, other.Value);
        var bytes = System.Text.Encoding.UTF8.GetBytes(json.ToJsonString());
        await run.Get<MatchStore>().StoreAsync(new FetchedMatch(MatchReader.Read("EUW1_7001", bytes, run.Clock.GetUtcNow())!, bytes), End);
    }
}
