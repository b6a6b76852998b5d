using System.Net;
using MnM.Collector.History.Import;
using MnM.Tests.Riot;

namespace MnM.Tests.History.Import;

/// <summary>How imports begin, are joined, refreshed, and cancelled.</summary>
public sealed class ImportJobsTests : ImportContext
{
    [Theory]
    [InlineData("Nobody", "EUW", "Nobody is called Nobody#EUW.")]
    [InlineData("An", "EUW", "A Riot ID is a name of 3 to 16 characters")]
    [InlineData("Anna", "..", "A Riot ID is a name of 3 to 16 characters")]
    [InlineData("Anna", "TOOLONG", "A Riot ID is a name of 3 to 16 characters")]
    public async Task Who_cannot_be_found_is_told_in_a_sentence(string name, string tag, string sentence)
    {
        await using var run = await StartAsync();
        Assert.StartsWith(sentence, (await run.StartAsync(new ImportRequest(name, tag))).Sentence, StringComparison.Ordinal);
        Assert.Empty(await run.History.ListAsync(10, CancellationToken.None));
    }

    [Fact]
    public async Task What_is_asked_for_must_be_possible()
    {
        await using var run = await StartAsync();
        var anna = new ImportRequest("Anna", "EUW");
        Assert.StartsWith("limit must be", (await run.StartAsync(anna with { Limit = 1001 })).Sentence, StringComparison.Ordinal);
        Assert.StartsWith("queues are", (await run.StartAsync(anna with { Queues = [-1] })).Sentence, StringComparison.Ordinal);
        Assert.Equal("moon is none of Riot's regions and platforms.", Assert.IsType<StartedImport.NoRegion>(await run.StartAsync(anna with { Region = "moon" })).Sentence);
        World.Instead = path => path.Contains("/region/", StringComparison.Ordinal) ? StubRiot.Answer(HttpStatusCode.NotFound) : null;
        Assert.Contains("name the region", Assert.IsType<StartedImport.NoRegion>(await run.StartAsync(anna)).Sentence, StringComparison.Ordinal);
        Assert.Equal("americas", Assert.IsType<StartedImport.Started>(await run.StartAsync(anna with { Region = "NA" })).Import.Region);
    }

    [Fact]
    public async Task A_region_in_which_nothing_was_found_is_not_taken_for_the_players()
    {
        World.Play(3, "Bert");
        await using var run = await StartAsync();
        var astray = Assert.IsType<StartedImport.Started>(await run.StartAsync(new ImportRequest("Anna", "EUW") { Region = "NA" })).Import;
        Assert.Equal(("americas", 0), ((await run.FinishAsync(astray.Id)).Region, (await run.ViewAsync(astray.Id)).Total));
        World.Play(3, "Anna");
        Clock.Advance(200);
        Assert.Equal(("europe", 3), (await run.ImportAsync("Anna") is var found ? found.Region : null, found.Done));
        Clock.Advance(200);
        World.Instead = path => path.Contains("/region/", StringComparison.Ordinal) ? StubRiot.Answer(HttpStatusCode.NotFound) : null;
        Assert.Equal("europe", (await run.ImportAsync("Anna")).Region);
    }

    [Fact]
    public async Task One_import_of_a_player_runs_at_a_time_and_later_ones_join_it()
    {
        World.Play(20, "Anna");
        await using var run = await StartAsync();
        var first = await run.BeginAsync("Anna", limit: 10);
        var same = Assert.IsType<StartedImport.Joined>(await run.StartAsync(new ImportRequest("anna ", "euw") { Limit = 10 }));
        Assert.Equal((first, false), (same.Import.Id, same.IsOther));
        var other = Assert.IsType<StartedImport.Joined>(await run.StartAsync(new ImportRequest("Anna", "EUW") { Limit = 20 }));
        Assert.Equal((first, true), (other.Import.Id, other.IsOther));
        var starts = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => run.StartAsync(new ImportRequest("Bert", "EUW"))));
        Assert.Single(starts.OfType<StartedImport.Started>());
        Assert.Single(starts.Select(start => start is StartedImport.Started started ? started.Import.Id : ((StartedImport.Joined)start).Import.Id).Distinct());
    }

    [Fact]
    public async Task The_next_import_of_a_player_waits_two_minutes_after_the_start_of_the_last()
    {
        World.Play(3, "Anna");
        await using var run = await StartAsync();
        var done = await run.ImportAsync("Anna");
        Clock.Advance((done.CreatedAt.AddSeconds(100) - Clock.GetUtcNow()).TotalSeconds);
        var soon = Assert.IsType<StartedImport.TooSoon>(await run.StartAsync(new ImportRequest("Anna", "EUW")));
        Assert.InRange(soon.Seconds, 18, 20);
        Assert.Equal(done.Id, soon.Last.Id);
        Clock.Advance(20);
        Assert.IsType<StartedImport.Started>(await run.StartAsync(new ImportRequest("Anna", "EUW")));
    }

    [Fact]
    public async Task An_import_that_was_done_answers_at_once_and_only_newer_matches_are_asked_for()
    {
        var games = World.Play(150, "Anna");
        await using var run = await StartAsync();
        var first = await run.ImportAsync("Anna", limit: 150);
        var asked = Riot.Count;
        World.Games.Add(new PastGame(7_999_999, Clock.GetUtcNow(), "Anna"));
        Clock.Advance(TimeSpan.FromDays(29).TotalSeconds);

        var again = Assert.IsType<StartedImport.Started>(await run.StartAsync(new ImportRequest("Anna", "EUW") { Limit = 150 })).Import;
        Assert.Equal((first.Id, 150, 150), (again.RefreshedFrom, again.Done, again.AlreadyThere));
        Assert.Equal(150, (await run.MatchesAsync(again.Id)).Length);
        var done = await run.FinishAsync(again.Id);
        Assert.Equal((150, 150, 149), (done.Total, done.Done, done.AlreadyThere));
        Assert.Equal(2, Riot.Count - asked);
        Assert.Equal(["EUW1_7999999", games[^1].Id], (await run.MatchesAsync(again.Id)).Take(2).Select(match => match.MatchId));
    }

    [Fact]
    public async Task After_thirty_days_or_with_a_larger_limit_the_whole_list_is_read_and_nothing_stored_is_asked_for()
    {
        World.Play(150, "Anna");
        await using var run = await StartAsync();
        await run.ImportAsync("Anna", limit: 100);
        Clock.Advance(200);
        var larger = await run.ImportAsync("Anna", limit: 150);
        Assert.Equal((null, 150, 100), (larger.RefreshedFrom, larger.Done, larger.AlreadyThere));
        Clock.Advance(TimeSpan.FromDays(31).TotalSeconds);
        var later = await run.ImportAsync("Anna", limit: 150);
        Assert.Equal((null, 150, 150), (later.RefreshedFrom, later.Done, later.AlreadyThere));
        Assert.Equal(150, AskedForMatches());
    }

    [Fact]
    public async Task A_cancelled_import_keeps_what_is_stored_asks_for_nothing_more_and_may_be_begun_again()
    {
        World.Play(60, "Anna");
        await using var run = await StartAsync();
        var id = await run.BeginAsync("Anna", timelines: true);
        await run.WorkAsync();
        await run.WorkAsync();
        Assert.True(await run.Jobs.CancelAsync(id, CancellationToken.None));
        var cancelled = await run.ViewAsync(id);
        var asked = Riot.Count;
        while (await run.WorkAsync() > 0)
        {
        }

        Assert.Equal(asked, Riot.Count);
        Assert.Equal((ImportState.Cancelled, 0), (cancelled.State, cancelled.LeftOut));
        Assert.InRange(cancelled.Done, 1, 59);
        Assert.Equal(60 - cancelled.Done, cancelled.Open);
        Assert.Equal(AskedForMatches(), (await run.MatchesAsync(id)).Length);
        Assert.False(await run.Jobs.CancelAsync(id, CancellationToken.None));
        Clock.Advance(180);
        Assert.Equal(60, (await run.ImportAsync("Anna")).Done);
        Assert.Equal(60, AskedForMatches());
    }

    [Fact]
    public async Task Without_a_key_nobody_can_be_looked_up_and_who_is_known_waits()
    {
        World.Play(5, "Anna");
        string id;
        await using (var run = await StartAsync())
        {
            id = await run.BeginAsync("Anna");
        }

        await using (var keyless = await StartWithoutKeyAsync())
        {
            Assert.Contains("key", Assert.IsType<StartedImport.Unavailable>(await keyless.StartAsync(new ImportRequest("Bert", "EUW"))).Reason, StringComparison.OrdinalIgnoreCase);
            await keyless.WorkAsync();
            var waiting = await keyless.ViewAsync(id);
            Assert.Contains("key", waiting.Reason, StringComparison.OrdinalIgnoreCase);
            Assert.Equal((true, null), (waiting.IsRunning, waiting.ExpectedEnd));
        }

        await using var again = await StartAsync();
        Assert.Equal(5, (await again.FinishAsync(id)).Done);
    }
}
