using Bunit;
using Bunit.TestDoubles;
using Microsoft.Extensions.DependencyInjection;
using MnM.Benchmarks.Evenings;
using MnM.Collector.Live;
using MnM.Collector.Live.Results;
using MnM.Simulator.World;
using MnM.Tests.Games;
using MnM.Tests.Hosting;
using MnM.Tests.Security;
using MnM.Web.Games;

namespace MnM.Tests.Live.Results;

/// <summary>The League client, the game and Riot's API, all simulated and on one clock: the same game from champ select to the match.</summary>
public sealed class WholeEveningTests : VisitorContext
{
    private const int MostSeconds = 3_000;

    [Fact]
    public async Task A_game_is_followed_from_champ_select_to_the_match_that_Riot_tells()
    {
        using var folder = new TemporaryFolder();
        await using var evening = new WatchedEvening(folder.Path, new EveningOptions { Games = 1, Speed = 10 });
        await evening.StartMnmAsync();
        evening.Machine.Start();
        List<GamePhase> phases = [];
        PlayedGame? played = null;
        for (var second = 0; second < MostSeconds && !evening.Machine.Evening.Over.IsCompleted; second++)
        {
            await evening.SecondAsync();
            played = evening.Machine.Evening.State.Game ?? played;
            if (phases.LastOrDefault() != evening.State!.Phase.Phase)
            {
                phases.Add(evening.State.Phase.Phase);
            }
        }

        Assert.Equal(
            [GamePhase.ChampSelect, GamePhase.InGame, GamePhase.PostGame],
            phases.Where(phase => phase is GamePhase.ChampSelect or GamePhase.InGame or GamePhase.PostGame).Distinct());

        // Riot has a match two minutes after the end.
        evening.Clock.Advance(120);
        await evening.Mnm.GetRequiredService<GameMatchLoop>().TickAsync(CancellationToken.None);
        Assert.True(await MatchWork.DoAsync(evening.Mnm, evening.Clock, MatchRunner.WorkKind));
        Assert.True(await MatchWork.DoAsync(evening.Mnm, evening.Clock, TimelineRunner.WorkKind));

        var game = Assert.Single((await evening.Mnm.GetRequiredService<GameQueries>().ListAsync(onlyMatched: false, 10, 0, CancellationToken.None)).Games);
        var outcome = await evening.Mnm.GetRequiredService<GameOutcomeQueries>().FindAsync(game, CancellationToken.None);
        Assert.Equal((MatchStage.Here, MatchStage.Here, $"EUW1_{played!.Script.GameId}"), (outcome.MatchProgress.Stage, outcome.TimelineProgress.Stage, game.RiotMatchId));
        Assert.Equal(outcome.EndOfGame!.Teams.SelectMany(team => team.Players).Sum(player => player.Kills), outcome.Match!.Participants.Sum(one => one.Kills));

        Shown(evening, game.Id, outcome);
        await DisposeComponentsAsync();
    }

    private void Shown(WatchedEvening evening, long id, GameOutcome outcome)
    {
        this.AddGamePages(evening.Mnm, new LiveOptions());
        Services.GetRequiredService<BunitNavigationManager>().NavigateTo($"/games/{id}");
        var page = Render<GamePage>(parameters => parameters.Add(shown => shown.Id, id));
        page.WaitForAssertion(() => Assert.Equal("final, as Riot counts", page.Find(".clock small").TextContent.Trim()), TimeSpan.FromSeconds(20));

        var rows = page.FindComponent<ComparisonPanel>().FindAll("tbody tr");
        var told = outcome.Match!.Participants.Select(one => $"{one.Kills}/{one.Deaths}/{one.Assists}").Order();
        Assert.Equal(told, rows.Select(row => row.QuerySelectorAll("td")[1].TextContent).Order());
        Assert.Equal(5, page.FindComponent<LanePanel>().FindAll("tbody tr").Count);
        Assert.Contains($"{outcome.Frames} frames", page.Find(".src").TextContent, StringComparison.Ordinal);
    }
}
