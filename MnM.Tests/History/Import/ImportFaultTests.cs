using System.Net;
using MnM.Collector.Backplane;
using MnM.Collector.History.Import;
using MnM.Tests.Riot;

namespace MnM.Tests.History.Import;

/// <summary>Kills, outages and results that cannot be stored: no match is lost or doubled, and no import stands still.</summary>
public sealed class ImportFaultTests : ImportContext
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(7)]
    [InlineData(20)]
    [InlineData(45)]
    public async Task A_kill_at_any_commit_loses_nothing_and_asks_again_only_for_what_was_under_way(int commits)
    {
        World.Play(130, "Anna");
        string id;
        await using (var run = await StartAsync())
        {
            id = await run.BeginAsync("Anna", limit: 130);
        }

        // The limits' own bookings and the claims are not among these commits.
        var kill = new ImportRun.KillAtCommit(commits);
        await using (var killed = await StartAsync(kill))
        {
            await Assert.ThrowsAnyAsync<Exception>(async () => await killed.FinishAsync(id));
            Assert.True(kill.HasKilled);
        }

        await using var after = await StartAsync();
        var done = await after.FinishAsync(id);
        Assert.Equal((ImportState.Done, 130, 130, 0), (done.State, done.Total, done.Done, done.LeftOut));
        Assert.Equal(130, (await after.MatchesAsync(id)).DistinctBy(match => match.MatchId).Count());
        Assert.InRange(AskedForMatches(), 130, 130 + 8);
        Assert.InRange(Asked("/ids?"), 2, 3);
    }

    [Fact]
    public async Task While_Riot_is_away_an_import_waits_says_so_and_counts_no_try()
    {
        World.Play(20, "Anna");
        await using var run = await StartAsync();
        var id = await run.BeginAsync("Anna", limit: 20);
        await run.WorkAsync(most: 2);
        World.Instead = _ => StubRiot.Answer(HttpStatusCode.ServiceUnavailable);
        Clock.Advance(60);
        for (var minute = 0; minute < 30; minute++)
        {
            await run.WorkAsync();
            Clock.Advance(60);
        }

        var waiting = await run.ViewAsync(id);
        Assert.Equal((ImportState.Fetching, 0), (waiting.State, waiting.LeftOut));
        Assert.NotNull(waiting.Reason);
        Assert.Null(waiting.ExpectedEnd);
        World.Instead = null;
        var done = await run.FinishAsync(id);
        Assert.Equal((20, 0, null), (done.Done, done.LeftOut, done.Reason));
    }

    [Fact]
    public async Task A_list_that_cannot_be_read_at_all_fails_its_import_with_the_reason()
    {
        await using var run = await StartAsync();
        World.Instead = path => path.Contains("/ids?", StringComparison.Ordinal) ? StubRiot.Answer(HttpStatusCode.OK, "no list") : null;
        var failed = await run.ImportAsync("Anna");
        Assert.Equal((ImportState.Failed, 0), (failed.State, failed.Total));
        Assert.StartsWith("The list of matches could not be read to its end.", failed.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_that_breaks_off_leaves_what_was_listed()
    {
        World.Play(150, "Anna");
        await using var run = await StartAsync();
        World.Instead = path => path.Contains("start=100", StringComparison.Ordinal) ? StubRiot.Answer(HttpStatusCode.NotFound) : null;
        var done = await run.ImportAsync("Anna");
        Assert.Equal((ImportState.Done, 100, 100), (done.State, done.Total, done.Done));
        Assert.Contains("could not be read to its end", done.Because, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_a_list_that_broke_off_the_next_import_reads_the_whole_list()
    {
        World.Play(150, "Anna");
        await using var run = await StartAsync();
        World.Instead = path => path.Contains("start=100", StringComparison.Ordinal) ? StubRiot.Answer(HttpStatusCode.NotFound) : null;
        var id = await run.BeginAsync("Anna");
        while ((await run.ViewAsync(id)).IsRunning)
        {
            Assert.Null((await run.ViewAsync(id)).Reason);
            await run.WorkAsync();
            Clock.Advance(1);
        }

        World.Instead = null;
        Clock.Advance(200);
        var whole = await run.ImportAsync("Anna");
        Assert.Equal((null, 150, 150, 100), (whole.RefreshedFrom, whole.Total, whole.Done, whole.AlreadyThere));
        Clock.Advance(200);
        Assert.Equal((whole.Id, 150), (await run.ImportAsync("Anna") is var again ? again.RefreshedFrom : null, again.Done));
    }

    [Fact]
    public async Task A_match_for_which_somebody_waits_after_the_last_had_left_is_not_lost()
    {
        World.Play(8, "Anna", "Bert");
        await using var run = await StartAsync();
        var left = await run.BeginAsync("Anna", limit: 8, timelines: true);
        while ((await run.ViewAsync(left)).State == ImportState.Listing)
        {
            await run.WorkAsync(most: 1);
        }

        Assert.True(await run.Jobs.CancelAsync(left, CancellationToken.None));
        var (queue, matches, timelines) = (run.Get<WorkQueue>(), run.Get<ImportMatchRunner>(), run.Get<ImportTimelineRunner>());
        var leases = (await ClaimAsync(ImportWork.Match)).Concat(await ClaimAsync(ImportWork.Timeline)).ToList();
        Assert.NotEmpty(leases);
        var results = await Task.WhenAll(leases.Select(lease => lease.Kind == ImportWork.Match ? matches.TryAsync(lease, CancellationToken.None) : timelines.TryAsync(lease, CancellationToken.None)));

        // Bert's import begins to wait for the same matches before their work has ended.
        var id = await run.BeginAsync("Bert", limit: 8, timelines: true);
        while ((await run.ViewAsync(id)).State == ImportState.Listing)
        {
            await run.WorkAsync();
        }

        foreach (var (lease, result) in leases.Zip(results.Cast<WorkResult.Ended>()))
        {
            Assert.Equal(ImportPartRunner.NobodyWaits, result.Reason);
            Assert.True(await queue.CompleteAsync(lease, result.State, result.Reason, result.Store, CancellationToken.None));
        }

        await run.Get<ImportUpkeep>().TickAsync(CancellationToken.None);
        var done = await run.FinishAsync(id);
        Assert.Equal((ImportState.Done, 8, 0, 0), (done.State, done.Done, done.LeftOut, done.TimelinesLeft));

        Task<IReadOnlyList<WorkLease>> ClaimAsync(string kind) => queue.ClaimAsync(kind, "test", 8, TimeSpan.FromMinutes(2), CancellationToken.None);
    }

    [Fact]
    public async Task A_match_that_cannot_be_stored_is_given_up_with_the_reason_and_stands_in_nobodys_way()
    {
        var games = World.Play(10, "Anna");
        await using var run = await StartAsync();
        await run.ChangeAsync($"CREATE TRIGGER refuse BEFORE INSERT ON matches WHEN NEW.id = '{games[4].Id}' BEGIN SELECT RAISE(ABORT, 'no room'); END");
        var id = await run.BeginAsync("Anna");
        for (var round = 0; round < 40; round++)
        {
            await run.WorkAsync();
            Clock.Advance(1);
        }

        Assert.Equal((true, 9), ((await run.ViewAsync(id)).IsRunning, (await run.ViewAsync(id)).Done));
        await run.Get<ImportUpkeep>().TickAsync(CancellationToken.None);
        var done = await run.ViewAsync(id);
        Assert.Equal((ImportState.Done, 9, 1), (done.State, done.Done, done.LeftOut));
        Assert.Contains("no room", done.Left[0].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_and_matches_whose_work_was_lost_do_not_stand_still()
    {
        World.Play(10, "Anna");
        await using var run = await StartAsync();
        var (lost, half) = (await run.BeginAsync("Anna"), await run.BeginAsync("Bert"));
        await run.ChangeAsync("DELETE FROM work_items");
        await run.Get<ImportUpkeep>().TickAsync(CancellationToken.None);
        Assert.Equal((ImportState.Failed, ImportState.Failed), ((await run.ViewAsync(lost)).State, (await run.ViewAsync(half)).State));

        Clock.Advance(200);
        var id = await run.BeginAsync("Anna");
        await run.WorkAsync(most: 1);
        await run.ChangeAsync($"DELETE FROM work_items WHERE kind = '{ImportWork.Match}'");
        for (var round = 0; round < 40 && (await run.ViewAsync(id)).State == ImportState.Listing; round++)
        {
            await run.WorkAsync(most: 1);
            await run.Get<ImportUpkeep>().TickAsync(CancellationToken.None);
            Clock.Advance(1);
        }

        await run.Get<ImportUpkeep>().TickAsync(CancellationToken.None);
        var done = await run.ViewAsync(id);
        Assert.Equal((ImportState.Done, 10), (done.State, done.Done + done.LeftOut));
        Assert.All(done.Left, left => Assert.Equal("The work on it was lost.", left.Reason));
    }

    [Fact]
    public async Task What_is_well_is_left_alone_by_the_upkeep()
    {
        World.Play(30, "Anna");
        await using var run = await StartAsync();
        var id = await run.BeginAsync("Anna", timelines: true, queues: [420, 440]);
        while ((await run.ViewAsync(id)).IsRunning)
        {
            await run.WorkAsync(most: 3);
            await run.Get<ImportUpkeep>().TickAsync(CancellationToken.None);
            Clock.Advance(1);
        }

        var done = await run.ViewAsync(id);
        Assert.Equal((ImportState.Done, 30, 0, 0), (done.State, done.Done, done.LeftOut, done.TimelinesLeft));
    }
}
