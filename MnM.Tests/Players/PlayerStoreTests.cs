using MnM.Collector.Players;
using MnM.Collector.Riot;
using MnM.Tests.Live;

namespace MnM.Tests.Players;

/// <summary>Players in a real database.</summary>
public sealed class PlayerStoreTests
{
    private const string Solo = "RANKED_SOLO_5x5";
    private static readonly CancellationToken End = CancellationToken.None;
    private static readonly Puuid One = Puuid.Find(new string('a', 78))!;
    private static readonly Puuid Other = Puuid.Find(new string('b', 78))!;

    [Fact]
    public async Task A_rank_has_one_row_for_each_change()
    {
        await using var run = await LiveRun.StartAsync();
        var (store, players) = (Get<PlayerStore>(run), Get<PlayerQueries>(run));
        var id = await store.KeepAsync(new RiotAccount(One, "Nightjar", "EUW"), RiotProduct.League, End);
        foreach (var points in new[] { 20, 20, 41 })
        {
            await store.KeepAsync(id, [Entry("GOLD", "I", points)], End);
            run.Clock.Advance(60);
        }

        await store.KeepAsync(id, [], End);

        Assert.Equal([20, 41, null], (await players.RankHistoryAsync(id, Solo, End)).Select(row => row.Rank?.LeaguePoints));
        Assert.Null((await players.FindAsync(One, End))!.Ranks!.Value.Solo);
    }

    [Fact]
    public async Task A_rank_that_goes_back_to_what_it_was_is_a_change_too()
    {
        await using var run = await LiveRun.StartAsync();
        var (store, players) = (Get<PlayerStore>(run), Get<PlayerQueries>(run));
        var id = await store.KeepAsync(new RiotAccount(One, "Nightjar", "EUW"), RiotProduct.League, End);
        foreach (var points in new[] { 20, 0, 20 })
        {
            await store.KeepAsync(id, [Entry("GOLD", "I", points)], End);
        }

        Assert.Equal([20, 0, 20], (await players.RankHistoryAsync(id, Solo, End)).Select(row => row.Rank!.LeaguePoints));
    }

    [Fact]
    public async Task A_person_is_found_by_either_id_and_by_a_name_in_any_case()
    {
        await using var run = await LiveRun.StartAsync();
        var (store, players) = (Get<PlayerStore>(run), Get<PlayerQueries>(run));
        var id = await store.KeepAsync(new RiotAccount(One, "Tin Kettle", "1907"), RiotProduct.League, End);

        Assert.Equal(id, (await players.FindAsync("tinkettle", "1907", End))?.Id);
        Assert.Equal(id, (await players.FindAsync(One, End))?.Id);
        Assert.Null(await players.FindAsync(Other, End));

        // The id of another product is the same person's.
        Assert.Equal(id, await store.KeepAsync(new RiotAccount(Other, "Tin Kettle", "1907"), RiotProduct.Tactics, End));
    }

    [Fact]
    public async Task A_name_that_went_to_another_leaves_the_first_without_one()
    {
        await using var run = await LiveRun.StartAsync();
        var (store, players) = (Get<PlayerStore>(run), Get<PlayerQueries>(run));
        var first = await store.KeepAsync(new RiotAccount(One, "Nightjar", "EUW"), RiotProduct.League, End);
        var second = await store.KeepAsync(new RiotAccount(Other, "Nightjar", "EUW"), RiotProduct.League, End);

        Assert.NotEqual(first, second);
        Assert.Equal(second, (await players.FindAsync("Nightjar", "EUW", End))?.Id);
        Assert.Null((await players.FindAsync(One, End))?.GameName);
    }

    [Fact]
    public async Task Mastery_of_every_champion_is_kept_and_of_the_others_it_is_none()
    {
        await using var run = await LiveRun.StartAsync();
        var (store, players) = (Get<PlayerStore>(run), Get<PlayerQueries>(run));
        var id = await store.KeepAsync(new RiotAccount(One, "Nightjar", "EUW"), RiotProduct.League, End);
        var played = new DateTimeOffset(2026, 9, 1, 0, 0, 0, TimeSpan.Zero);
        await store.KeepAsync(id, new MasteryList([new(103, 9, 86_000, played), new(222, 1, 300, null)]), End);

        var known = (await players.FindAsync(One, End))!.Masteries!.Value;
        Assert.Equal(new PlayerMastery(103, 9, 86_000, played), known.Of(103));
        Assert.Equal(new PlayerMastery(222, 1, 300, null), known.Of(222));
        Assert.Equal(0, known.Of(1).Level);
    }

    private static LeagueEntry Entry(string tier, string division, int points) => new(One, Solo, tier, division, points, 10, 9, LeagueMarks.None);

    private static T Get<T>(LiveRun run)
        where T : notnull =>
        (T)run.Services.GetService(typeof(T))!;
}
