using System.Net;
using MnM.Simulator.Faults;
using MnM.Simulator.World.Careers;
using MnM.Simulator.World.Past;

namespace MnM.Tests.Simulator.RiotApi;

/// <summary>People with a long past, as Riot's API tells of them.</summary>
public sealed class LongPastTests
{
    private const string Veteran = "Grandfather Clk#TOCK";
    private const string Returned = "Long Way Home#BACK";

    [Theory]
    [InlineData(Veteran)]
    [InlineData("Nightjar#EUW")]
    public async Task With_short_lists_older_matches_are_only_found_by_time(string riotId)
    {
        await using var riot = RiotMachine.With(Fault.ShortLists);
        var path = await PathAsync(riot, riotId);
        var last = await IdsAsync(riot, path + "?start=500&count=100");
        Assert.Equal(100, last.Count);
        Assert.Empty(await IdsAsync(riot, path + "?start=600&count=100"));
        Assert.Equal(50, (await IdsAsync(riot, path + "?start=550&count=100")).Count);

        var oldest = await StartOfAsync(riot, last.AsEnumerable().Reverse());
        var older = await IdsAsync(riot, $"{path}?endTime={oldest - 1}&count=100");
        Assert.Equal(100, older.Count);
        Assert.Empty(older.Intersect(last.Take(90)));
    }

    [Fact]
    public async Task Without_that_fault_lists_are_whole()
    {
        await using var riot = new RiotMachine();
        Assert.Equal(100, (await IdsAsync(riot, await PathAsync(riot, Veteran) + "?start=2900&count=100")).Count);
    }

    [Fact]
    public async Task Between_two_times_of_playing_lie_years_without_a_match()
    {
        await using var riot = new RiotMachine();
        var path = await PathAsync(riot, Returned);
        Assert.Empty(await IdsAsync(riot, $"{path}?startTime={At(2022)}&endTime={At(2026)}"));
        Assert.NotEmpty(await IdsAsync(riot, $"{path}?startTime={At(2026)}"));
        Assert.NotEmpty(await IdsAsync(riot, $"{path}?endTime={At(2022)}"));

        static long At(int year) => new DateTimeOffset(year, 1, 1, 0, 0, 0, TimeSpan.Zero).ToUnixTimeSeconds();
    }

    [Fact]
    public async Task Private_and_missing_matches_are_refused_and_old_timelines_are_gone()
    {
        await using var riot = new RiotMachine();
        var games = new Pasts().Of(CareerOptions.All[1].Members[0].Person, riot.Clock.GetUtcNow().AddHours(-2)).ToList();

        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(games.First(game => game.Access == MatchAccess.Private)));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(games.First(game => game.Access == MatchAccess.Missing)));
        var recent = games.First(game => game.Access == MatchAccess.Open);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (await StatusAsync(recent), await StatusAsync(recent, "/timeline")));
        var old = games.Last(game => game.Access == MatchAccess.Open);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotFound), (await StatusAsync(old), await StatusAsync(old, "/timeline")));

        Task<HttpStatusCode> StatusAsync(CareerGame game, string part = "") => riot.StatusAsync("europe", $"/lol/match/v5/matches/{game.MatchId}{part}");
    }

    [Fact]
    public async Task Time_goes_on_and_with_it_the_past_until_the_evening_begins()
    {
        await using var riot = new RiotMachine();
        var path = await PathAsync(riot, "Nightjar#EUW") + "?count=100";
        var before = await IdsAsync(riot, path);
        riot.Clock.Advance(TimeSpan.FromDays(4).TotalSeconds);
        var after = await IdsAsync(riot, path);
        Assert.InRange(after.Except(before).Count(), 1, 40);
        Assert.Equal(before.Take(100 - after.Except(before).Count()), after.Intersect(before));

        riot.Play(MnM.Simulator.World.GameSupply.Written(7).Next(0)!);
        riot.Clock.Advance(TimeSpan.FromDays(4).TotalSeconds);
        Assert.Single((await IdsAsync(riot, path)).Except(after));
    }

    private static async Task<string> PathAsync(RiotMachine riot, string riotId) => $"/lol/match/v5/matches/by-puuid/{await riot.PuuidAsync(riotId)}/ids";

    private static async Task<List<string>> IdsAsync(RiotMachine riot, string path) => [.. (await riot.ReadAsync("europe", path)).AsArray().Select(id => (string)id!)];

    /// <summary>When the first of them began that can be read.</summary>
    private static async Task<long> StartOfAsync(RiotMachine riot, IEnumerable<string> ids)
    {
        foreach (var id in ids)
        {
            if (await riot.StatusAsync("europe", $"/lol/match/v5/matches/{id}") == HttpStatusCode.OK
                && (await riot.ReadAsync("europe", $"/lol/match/v5/matches/{id}"))["info"]!["gameStartTimestamp"] is { } start)
            {
                return (long)start / 1000;
            }
        }

        throw new InvalidOperationException("None can be read.");
    }
}
