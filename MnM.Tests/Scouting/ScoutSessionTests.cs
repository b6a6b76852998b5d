using System.Net;
using Microsoft.Extensions.Hosting;
using MnM.Collector.Players;
using MnM.Collector.Scouting;
using MnM.Tests.Riot;

namespace MnM.Tests.Scouting;

/// <summary>One game's questions, and what becomes of them when Riot does not answer as it should.</summary>
public sealed class ScoutSessionTests
{
    [Fact]
    public async Task What_the_servers_did_not_answer_is_asked_for_again_in_the_same_game()
    {
        var isAway = true;
        await using var run = await SessionRun.StartAsync(path => isAway && path.Contains("/league/", StringComparison.Ordinal) ? StubRiot.Answer(HttpStatusCode.ServiceUnavailable) : null);
        run.Meet();
        await run.UntilAsync(() => run.All(dossier => dossier.IsHeadSettled));
        Assert.True(run.All(dossier => dossier.Ranks.State == ScoutPartState.Failed));
        var (asked, profiles) = (run.Asked("/league/"), run.Asked("/summoner/"));

        isAway = false;
        run.Clock.Advance(20);
        await run.UntilAsync(() => run.All(dossier => dossier.Ranks.State == ScoutPartState.Ready));
        Assert.True(run.Asked("/league/") > asked);
        Assert.Equal(profiles, run.Asked("/summoner/"));
    }

    [Fact]
    public async Task Matches_that_were_not_answered_are_asked_for_again_in_the_same_game()
    {
        var isAway = true;
        await using var run = await SessionRun.StartAsync(path => isAway && path.Contains("/matches/EUW1_", StringComparison.Ordinal) ? StubRiot.Answer(HttpStatusCode.InternalServerError) : null);
        run.Meet();
        await run.UntilAsync(() => run.All(dossier => dossier.IsHeadSettled && !dossier.Failed.IsEmpty));

        isAway = false;
        run.Clock.Advance(20);
        await run.UntilAsync(() => run.All(dossier => dossier.Matches.ContainsKey(SessionRun.MatchId)));
    }

    [Fact]
    public async Task What_Riot_does_not_show_is_told_and_not_asked_for_again()
    {
        await using var run = await SessionRun.StartAsync(path => path.Contains("/league/", StringComparison.Ordinal) ? StubRiot.Answer(HttpStatusCode.Forbidden) : null);
        run.Meet();
        await run.UntilAsync(() => run.All(dossier => dossier.IsHeadSettled));
        run.Clock.Advance(600);
        run.Meet();
        await run.UntilAsync(() => run.IsIdle);

        Assert.True(run.All(dossier => dossier.Ranks is { State: ScoutPartState.Failed, Reason: "Riot does not show this." }));
        Assert.Equal(SessionRun.People, run.Asked("/league/"));
    }

    [Fact]
    public async Task In_a_storm_of_refusals_for_limits_everybody_waits_as_told_and_all_heads_come()
    {
        var refused = 0;
        await using var run = await SessionRun.StartAsync(path =>
        {
            if (!path.Contains("/league/", StringComparison.Ordinal) || Interlocked.Increment(ref refused) > 3)
            {
                return null;
            }

            return StubRiot.Answer(HttpStatusCode.TooManyRequests, "{}", ("X-Rate-Limit-Type", "service"), ("Retry-After", "7"));
        });
        run.Meet();
        await run.UntilAsync(() => run.All(dossier => dossier.Ranks.State == ScoutPartState.Ready && dossier.IsHeadSettled), mostStep: 7.5);

        // How many were on their way when the first was refused depends on the machine; whoever was refused waited, and nobody was asked for more often.
        var times = run.Times("/league/");
        Assert.Equal(SessionRun.People + 3, times.Count);
        Assert.True(times[^1] - times[0] >= TimeSpan.FromSeconds(7), $"{times[0]:O} {times[^1]:O}");
        Assert.Equal(SessionRun.People, run.Asked("/summoner/"));
    }

    [Fact]
    public async Task Try_again_while_a_player_is_still_asked_for_leaves_nothing_loading_for_ever()
    {
        var (isAway, isHeld) = (true, true);
        await using var run = await SessionRun.StartAsync(path =>
            isAway && path.Contains("/league/", StringComparison.Ordinal) ? StubRiot.Answer(HttpStatusCode.NotFound)
            : isHeld && path.Contains("/summoner/", StringComparison.Ordinal) ? StubRiot.Answer(HttpStatusCode.TooManyRequests, "{}", ("X-Rate-Limit-Type", "method"), ("Retry-After", "5"))
            : null);
        run.Meet();
        await run.UntilAsync(() => run.All(dossier => dossier.Ranks.State == ScoutPartState.Failed), mostStep: 0.1);
        Assert.False(run.All(dossier => dossier.IsHeadSettled));

        run.Session.TryAgain();
        (isAway, isHeld) = (false, false);
        await run.UntilAsync(() => run.All(dossier => dossier.Ranks.State == ScoutPartState.Ready && dossier.Profile.State == ScoutPartState.Ready));
    }

    [Fact]
    public async Task After_a_key_of_another_product_the_same_game_goes_on_with_the_new_ids()
    {
        var isOther = false;
        await using var run = await SessionRun.StartAsync(path =>
            !isOther ? null
            : Enumerable.Range(0, SessionRun.People).Any(person => path.Contains(SessionRun.Id(person), StringComparison.Ordinal)) ? StubRiot.Answer(HttpStatusCode.BadRequest)
            : path.Split("Player%20") is [_, var name] ? StubRiot.Answer(HttpStatusCode.OK, $$"""{"puuid":"{{SessionRun.Id(name[0] - '0').ToUpperInvariant()}}"}""")
            : null);
        run.Meet();
        await run.UntilAsync(() => run.All(dossier => dossier.Matches.ContainsKey(SessionRun.MatchId)) && run.IsIdle);

        // Ranks are old ten minutes later, and Riot understands none of the ids any more.
        run.Clock.Advance(660);
        isOther = true;
        await using var next = new ScoutSession(run.Sources, "euw1", run.Clock, static () => { });
        SessionRun.Meet(next);
        await run.UntilAsync(() => next.Dossiers.Values.All(dossier => dossier.Ranks.State == ScoutPartState.Failed && dossier.IsHeadSettled));
        await run.Riot.AnswerAsync(TickedAsync(run.Riot.Get<IEnumerable<IHostedService>>().OfType<ProductWatch>().Single()));
        run.Clock.Advance(20);

        await run.UntilAsync(() => next.Dossiers.Values.All(dossier => dossier.Ranks.State == ScoutPartState.Ready && dossier.FormWith(0, null, isOver: false).Games.Length == 1));
        Assert.Equal(SessionRun.Id(1).ToUpperInvariant(), next.Dossiers.Values.Single(dossier => dossier.Name.GameName == "Player 1").Player!.Puuid.Value);
    }

    [Fact]
    public async Task A_match_of_the_form_that_both_were_in_counts_as_a_meeting_at_once()
    {
        await using var run = await SessionRun.StartAsync(_ => null);
        run.Meet();
        await run.UntilAsync(() => run.All(dossier => dossier.Matches.ContainsKey(SessionRun.MatchId)));
        await run.UntilAsync(() => run.IsIdle);

        Assert.Null(run.Dossier(0).Met);
        Assert.Equal((1, 0), (run.Dossier(1).Met!.With, run.Dossier(1).Met!.Against));
        Assert.Equal((0, 1), (run.Dossier(2).Met!.With, run.Dossier(2).Met!.Against));
    }

    [Fact]
    public async Task The_game_itself_is_no_meeting()
    {
        await using var run = await SessionRun.StartAsync(_ => null);
        run.Meet(gameId: 7001);
        await run.UntilAsync(() => run.All(dossier => dossier.Matches.ContainsKey(SessionRun.MatchId)) && run.IsIdle);

        Assert.Equal((MetBefore.Never, MetBefore.Never), (run.Dossier(1).Met, run.Dossier(2).Met));
    }

    private static async Task<bool> TickedAsync(ProductWatch watch)
    {
        await watch.TickAsync(CancellationToken.None);
        return true;
    }
}
