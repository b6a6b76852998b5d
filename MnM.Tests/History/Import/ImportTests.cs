using System.Collections.Immutable;
using System.Net;
using MnM.Collector.Backplane;
using MnM.Collector.History.Import;

namespace MnM.Tests.History.Import;

/// <summary>What an import brings, and what it asks Riot for.</summary>
public sealed class ImportTests : ImportContext
{
    [Fact]
    public async Task All_matches_come_the_newest_first_with_as_few_requests_as_there_can_be()
    {
        var games = World.Play(230, "Anna", "Bert");
        await using var run = await StartAsync();
        var done = await run.ImportAsync("Anna", limit: 230);

        Assert.Equal((ImportState.Done, 230, 230, 0, 0), (done.State, done.Total, done.Done, done.AlreadyThere, done.LeftOut));
        Assert.Null(done.Because);
        Assert.Null(done.ExpectedEnd);
        Assert.Equal((3, 230), (Asked("/ids?"), AskedForMatches()));
        var matches = await run.MatchesAsync(done.Id);
        Assert.Equal(games.OrderByDescending(game => game.Start).Select(game => game.Id), matches.Select(match => match.MatchId));
        Assert.All(matches, match => Assert.Equal(
            (1800, 420, true, new ImportedPart(100, "Ahri", 3, 1, 4, true, "MIDDLE")), (match.DurationSeconds, match.QueueId, match.Win, match.Mine)));
    }

    [Fact]
    public async Task Of_a_list_that_ends_early_older_matches_are_found_by_time()
    {
        World.Play(260, "Anna");
        World.ListEnd = 120;
        await using var run = await StartAsync();
        var done = await run.ImportAsync("Anna");

        Assert.Equal((260, 260), (done.Total, done.Done));
        Assert.Equal("Riot lists 260 matches of this player and none before them.", done.Because);
        Assert.Equal(260, AskedForMatches());
        Assert.InRange(Asked("/ids?"), 6, 14);
    }

    [Fact]
    public async Task The_limit_ends_a_list()
    {
        World.Play(260, "Anna");
        await using var run = await StartAsync();
        var done = await run.ImportAsync("Anna", limit: 120);
        Assert.Equal((120, 120, null, 2), (done.Total, done.Done, done.Because, Asked("/ids?")));
    }

    [Fact]
    public async Task An_empty_history_is_done_at_once_and_says_so()
    {
        await using var run = await StartAsync();
        var done = await run.ImportAsync("Anna");
        Assert.Equal((ImportState.Done, 0, "Riot lists no matches of this player.", 1), (done.State, done.Total, done.Because, Asked("/ids?")));
        Assert.Empty(await run.MatchesAsync(done.Id));
    }

    [Fact]
    public async Task What_does_not_come_is_counted_with_its_reason_and_never_stops_an_import()
    {
        var games = World.Play(12, "Anna");
        Change(games[1], game => game with { Refusal = HttpStatusCode.NotFound });
        Change(games[2], game => game with { Refusal = HttpStatusCode.NotFound });
        Change(games[3], game => game with { Refusal = HttpStatusCode.Forbidden });
        Change(games[4], game => game with { Body = "{\"info\":" });
        Change(games[5], game => game with { Body = """{"metadata":{},"info":{}}""" });
        Change(games[6], game => game with { Refusal = HttpStatusCode.InternalServerError });
        Change(games[7], game => game with { EndReason = "Abort_Unexpected" });
        Change(games[8], game => game with { IsRemake = true });
        Change(games[9], game => game with { Id = "not a match" });
        await using var run = await StartAsync();
        var done = await run.ImportAsync("Anna");

        Assert.Equal((ImportState.Done, 12, 5, 7), (done.State, done.Total, done.Done, done.LeftOut));
        Assert.Equal(
            [(WorkState.NotFound, 2), (WorkState.Failed, 1), (WorkState.Failed, 1), (WorkState.Failed, 1), (WorkState.Failed, 1), (WorkState.Private, 1)],
            done.Left.OrderByDescending(left => left.Count).ThenBy(left => left.State == WorkState.Private).Select(left => (left.State, left.Count)));
        Assert.Equal((1, 1, 1), (Asked(games[3].Id), Asked(games[4].Id), Asked(games[5].Id)));
        Assert.All(done.Left, left => Assert.EndsWith(".", left.Reason, StringComparison.Ordinal));
        var matches = await run.MatchesAsync(done.Id);
        Assert.Equal([games[7].Id, games[8].Id], matches.Where(match => match.Win is null).Select(match => match.MatchId).Order());
        Assert.Equal((true, true), (matches.Single(match => match.MatchId == games[7].Id).IsAborted, matches.Single(match => match.MatchId == games[8].Id).IsRemake));
    }

    [Fact]
    public async Task What_Riot_does_not_have_is_asked_for_again_only_while_it_may_be_on_its_way()
    {
        var games = World.Play(20, "Anna");
        Change(games[2], game => game with { Refusal = HttpStatusCode.NotFound });
        var newest = new PastGame(7_999_999, Clock.GetUtcNow().AddMinutes(-40), "Anna") { Refusal = HttpStatusCode.NotFound };
        World.Games.Add(newest);
        await using var run = await StartAsync();
        Assert.Equal(2, (await run.ImportAsync("Anna")).LeftOut);

        Clock.Advance(600);
        Change(newest, game => game with { Refusal = null });
        var again = await run.ImportAsync("Anna");
        Assert.Equal((20, 1), (again.Done, again.LeftOut));
        Assert.Equal((1, 2), (Asked(games[2].Id), Asked(newest.Id)));
    }

    [Fact]
    public async Task What_is_stored_is_not_asked_for_and_a_match_of_two_imports_once()
    {
        var games = World.Play(30, "Anna", "Bert");
        await using var run = await StartAsync();
        var anna = await run.BeginAsync("Anna");
        var bert = await run.BeginAsync("Bert");
        Assert.Equal(30, (await run.FinishAsync(anna)).Done);
        Assert.Equal(30, (await run.FinishAsync(bert)).Done);
        Assert.Equal(30, AskedForMatches());

        World.Games.AddRange(games.Take(3).Select((game, place) => new PastGame(6_000_000 + place, game.Start.AddMinutes(-90), "Cleo", "Anna")));
        World.Games.RemoveAll(game => games.Contains(game));
        World.Games.AddRange(games.Select(game => game with { People = ["Anna", "Cleo"] }));
        var cleo = await run.ImportAsync("Cleo");
        Assert.Equal((33, 33, 30), (cleo.Total, cleo.Done, cleo.AlreadyThere));
        Assert.Equal(33, AskedForMatches());
    }

    [Fact]
    public async Task Timelines_come_with_their_matches_and_one_that_is_missing_leaves_its_match()
    {
        var games = World.Play(10, "Anna");
        Change(games[4], game => game with { HasTimeline = false });
        Change(games[5], game => game with { Refusal = HttpStatusCode.Forbidden });
        await using var run = await StartAsync();
        var done = await run.ImportAsync("Anna", timelines: true);
        Assert.Equal((10, 9, 1, 1), (done.Total, done.Done, done.LeftOut, done.TimelinesLeft));
        Assert.Equal((10, 9), (AskedForMatches(), Asked("/timeline")));
    }

    [Fact]
    public async Task Of_several_queues_the_newest_matches_come_and_of_others_none()
    {
        var games = World.Play(90, "Anna");
        for (var game = 0; game < games.Count; game++)
        {
            var queue = (game % 3) switch { 0 => 420, 1 => 440, _ => 450 };
            Change(games[game], old => old with { Queue = queue });
        }

        await using var run = await StartAsync();
        var done = await run.ImportAsync("Anna", limit: 40, timelines: false, 440, 420);
        Assert.Equal((40, 40), (done.Total, done.Done));

        // The oldest of each list, behind which older ones are looked for, and no other that is not wanted.
        Assert.InRange(AskedForMatches(), 40, 42);
        Assert.Equal(
            World.Games.Where(game => game.Queue != 450).OrderByDescending(game => game.Start).Take(40).Select(game => game.Id),
            (await run.MatchesAsync(done.Id)).Select(match => match.MatchId));
    }

    [Fact]
    public async Task Two_imports_of_one_region_take_turns()
    {
        World.Play(80, "Anna");
        World.Play(80, "Bert");
        await using var run = await StartAsync();
        var (anna, bert) = (await run.BeginAsync("Anna"), await run.BeginAsync("Bert"));
        for (var round = 0; round < 8; round++)
        {
            await run.WorkAsync();
            Assert.InRange(Math.Abs((await run.ViewAsync(anna)).Done - (await run.ViewAsync(bert)).Done), 0, 8);
        }

        Assert.InRange((await run.ViewAsync(anna)).Done, 20, 40);
        Assert.Equal((80, 80), ((await run.FinishAsync(anna)).Done, (await run.FinishAsync(bert)).Done));
    }

    private void Change(PastGame game, Func<PastGame, PastGame> change) => World.Games[World.Games.FindIndex(known => known.Id == game.Id)] = change(game);
}
