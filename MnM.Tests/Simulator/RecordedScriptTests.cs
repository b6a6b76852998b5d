using MnM.Simulator.World;

namespace MnM.Tests.Simulator;

[Trait("Category", "Recordings")]
public sealed class RecordedScriptTests
{
    [Fact]
    public void Every_recorded_game_ends_as_its_match_says()
    {
        foreach (var (match, timeline) in Recordings.Pairs())
        {
            var game = new ScriptedGame(MatchScriptReader.Read(match, timeline));
            FinalScoreboard.AssertIsThatOf(match, Poll.At(game, game.Script.Duration + 1));
        }
    }

    [Fact]
    public void A_timeline_alone_leads_almost_to_the_end_that_the_match_tells()
    {
        var (players, scores, items) = (0, 0, 0);
        foreach (var (match, timeline) in Recordings.Pairs())
        {
            var game = new ScriptedGame(MatchScriptReader.Read(match, timeline));
            game.AdvanceTo(game.Script.Duration - 0.001);
            foreach (var player in game.Players)
            {
                var script = player.Script;
                players++;
                scores += (player.Kills, player.Deaths, player.Assists, player.Level) == (script.Kills, script.Deaths, script.Assists, script.Level) ? 1 : 0;
                items += player.Inventory.Items.Select(held => held.ItemId).Order().SequenceEqual(script.Items.Where(id => id > 0).Order()) ? 1 : 0;
            }
        }

        Assert.True(scores >= players * 0.97, $"{scores} of {players} scores");
        Assert.True(items >= players * 0.95, $"{items} of {players} bags");
    }
}
