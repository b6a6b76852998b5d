using MnM.Collector.Riot;
using MnM.Collector.Scouting;

namespace MnM.Tests.Scouting;

public sealed class PremadeTests
{
    private static readonly Puuid[] People = [.. Enumerable.Range(0, 6).Select(number => Puuid.Find(new string((char)('a' + number), 78))!)];

    [Fact]
    public void Two_games_on_the_same_side_make_a_group_and_three_can_be_joined_by_one()
    {
        var groups = PremadeRules.Guess([[People[0], People[1], People[2], People[3]]], [.. Together(2, 0, 1), .. Together(2, 1, 2), .. Together(1, 2, 3)]);

        Assert.Equal(("A", "A", "A"), (groups[People[0]], groups[People[1]], groups[People[2]]));
        Assert.False(groups.ContainsKey(People[3]));
    }

    [Fact]
    public void One_game_or_games_against_each_other_make_none()
    {
        Assert.Empty(PremadeRules.Guess([[People[0], People[1]]], [.. Together(1, 0, 1), .. Against(5, 0, 1)]));
    }

    [Fact]
    public void Who_plays_on_the_other_side_now_is_not_in_the_group_and_each_side_has_letters_of_its_own()
    {
        var groups = PremadeRules.Guess([[People[0], People[1]], [People[2], People[3], People[4]]], [.. Together(2, 0, 1), .. Together(2, 2, 3), .. Together(3, 1, 4)]);

        Assert.Equal(("A", "B"), (groups[People[0]], groups[People[2]]));
        Assert.False(groups.ContainsKey(People[4]));
    }

    private static IEnumerable<FormMatch> Together(int games, params int[] players) => Matches(games, _ => 100, players);

    private static IEnumerable<FormMatch> Against(int games, params int[] players) => Matches(games, place => 100 + (place * 100), players);

    private static IEnumerable<FormMatch> Matches(int games, Func<int, int> side, int[] players) => Enumerable.Range(0, games).Select(number => new FormMatch(
        $"EUW1_{number}{string.Join("", players)}",
        ScoutViews.At,
        TimeSpan.FromMinutes(30),
        420,
        IsRemake: false,
        [.. players.Select((player, place) => new FormSeat(People[player].Value, side(place), true, 1, "TOP", 1, 1, 1))]));
}
