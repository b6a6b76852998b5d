using MnM.Simulator.World;
using MnM.Simulator.World.Writing;

namespace MnM.Tests.Simulator;

public sealed class GeneratedGameTests
{
    [Theory]
    [InlineData(1, 0)]
    [InlineData(1, 1)]
    [InlineData(2, 0)]
    [InlineData(77, 5)]
    public void A_written_game_ends_as_its_match_says(int seed, int index)
    {
        var game = Game(seed, index);
        var poll = Poll.At(game, game.Script.Duration);

        FinalScoreboard.AssertIsThatOf(GameWriter.Write(seed, index).Match, poll);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void At_least_five_floats_change_from_one_second_to_the_next(int seed)
    {
        var game = Game(seed, 0);
        var before = Poll.At(game, 60);
        for (var second = 61; second < 600; second++)
        {
            var after = Poll.At(game, second);
            Assert.True(Poll.ChangedFloats(before, after) >= 5, $"second {second}");
            before = after;
        }
    }

    [Fact]
    public void Creep_scores_move_in_tens_and_never_down()
    {
        var game = Game(1, 0);
        var best = new Dictionary<string, int>();
        for (var second = 0; second < game.Script.Duration; second += 10)
        {
            foreach (var player in Poll.Players(Poll.At(game, second)))
            {
                var score = (int)player["scores"]!["creepScore"]!;
                Assert.Equal(0, score % 10);
                Assert.True(score >= best.GetValueOrDefault((string)player["riotId"]!));
                best[(string)player["riotId"]!] = score;
            }
        }

        Assert.Contains(best.Values, score => score > 100);
    }

    [Fact]
    public void The_list_follows_the_scoreboard()
    {
        var game = Game(1, 0);
        var orders = new HashSet<string>();
        for (var second = 0; second < game.Script.Duration; second += 30)
        {
            orders.Add(string.Join('|', Poll.Players(Poll.At(game, second)).Select(player => (string?)player["riotId"])));
        }

        Assert.True(orders.Count > 5, $"{orders.Count} orders");
    }

    [Fact]
    public void Two_runs_show_the_same_bytes_at_the_same_second()
    {
        Assert.Equal(Poll.BytesAt(Game(5, 2), 777.25), Poll.BytesAt(Game(5, 2), 777.25));
        Assert.NotEqual(Poll.BytesAt(Game(5, 2), 777.25), Poll.BytesAt(Game(6, 2), 777.25));
    }

    [Fact]
    public void Seconds_may_be_skipped_without_a_difference()
    {
        var (steps, leap) = (Game(1, 0), Game(1, 0));
        for (var second = 0; second < 900; second++)
        {
            steps.AdvanceTo(second);
        }

        Assert.Equal(Poll.BytesAt(leap, 900), Poll.BytesAt(steps, 900));
    }

    [Fact]
    public void Numbers_are_32_bit_floats_written_in_full()
    {
        var poll = Poll.At(Game(1, 0), 1841.6981);

        Assert.Equal("1841.6981201171875", poll["gameData"]!["gameTime"]!.ToJsonString());
        Assert.Equal("175.0", poll["activePlayer"]!["championStats"]!["critDamage"]!.ToJsonString());
    }

    private static ScriptedGame Game(int seed, int index)
    {
        var written = GameWriter.Write(seed, index);
        return new ScriptedGame(MatchScriptReader.Read(written.Match, written.Timeline));
    }
}
