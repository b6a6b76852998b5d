using MnM.Simulator.World.Friends;
using MnM.Simulator.World.People;

namespace MnM.Tests.Simulator.World.Friends;

public sealed class FriendsWeekTests
{
    private static readonly DateTimeOffset Monday = new(2026, 10, 5, 0, 0, 0, TimeSpan.Zero);
    private static readonly FriendsWeek Week = new(new FriendsWeekOptions { Start = Monday });

    [Fact]
    public void Nobody_sits_in_two_games_at_once()
    {
        var games = Week.Games.SelectMany(game => game.Seats.Select(seat => (seat.Person, game))).GroupBy(one => one.Person.Puuid, one => one.game);

        Assert.All(games, own => Assert.All(own.Zip(own.Skip(1)), pair => Assert.True(pair.First.EndedAt < pair.Second.OpenedAt, $"{pair.First.MatchId} and {pair.Second.MatchId}")));
    }

    [Fact]
    public void The_same_seed_is_the_same_week_and_another_is_another()
    {
        var again = new FriendsWeek(new FriendsWeekOptions { Start = Monday });
        var other = new FriendsWeek(new FriendsWeekOptions { Start = Monday, Seed = 2 });

        Assert.Equal(Week.Games.Select(Words), again.Games.Select(Words));
        Assert.NotEqual(Week.Games.Select(Words), other.Games.Select(Words));

        static string Words(FriendGame game) =>
            $"{game.MatchId} {game.QueueId} {game.Fate} {game.OpenedAt:O} {game.StartedAt:O} {game.Duration} {game.ListedAt:O} {string.Join(' ', game.Seats)}";
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(9)]
    public void A_week_has_as_many_games_of_each_kind_as_was_promised(int seed)
    {
        var week = new FriendsWeek(new FriendsWeekOptions { Start = Monday, Seed = seed });
        double all = week.Games.Length;

        Assert.InRange(all, 2_300, 2_700);
        Assert.Equal((60, 9), (week.Friends.Length, week.Friends.Count(friend => friend.IsStreamer)));
        Assert.InRange(week.Games.Count(game => game.Fate is GameFate.Private or GameFate.Aborted) / all, 0.02, 0.04);
        Assert.InRange(week.Games.Count(game => game.Fate == GameFate.Custom) / all, 0.005, 0.03);
        Assert.InRange(week.Games.Count(game => game.Fate == GameFate.Remade) / all, 0.005, 0.03);
        Assert.InRange(week.Games.Count(game => game.Fate == GameFate.Missing) / all, 0.0003, 0.006);
        Assert.InRange(week.Games.Count(game => game.Product == Products.Tactics) / all, 0.15, 0.35);
        Assert.All(week.Friends, friend => Assert.Contains(week.Games, game => game.Find(friend.Person) is not null));
    }

    [Fact]
    public void Many_games_begin_ten_seconds_after_the_last_with_the_same_party()
    {
        var friends = Week.Friends.ToLookup(friend => friend.Person.Puuid);
        var pairs = Week.Games
            .SelectMany(game => game.Seats.Where(seat => friends.Contains(seat.Person.Puuid)).Select(seat => (seat.Person.Puuid, game)))
            .GroupBy(one => one.Puuid, one => one.game)
            .SelectMany(own => own.Zip(own.Skip(1)))
            .ToList();
        var atOnce = pairs.Where(pair => pair.Second.OpenedAt - pair.First.EndedAt == TimeSpan.FromSeconds(10)).ToList();

        Assert.InRange(atOnce.Count / (double)pairs.Count, 0.2, 0.6);
        Assert.Contains(atOnce, pair => pair.Second.OpenedAt < pair.First.ListedAt);
    }

    [Fact]
    public void Friends_play_on_one_side_and_on_their_own_platform()
    {
        foreach (var game in Week.Games)
        {
            var party = Week.Friends.Where(friend => game.Find(friend.Person) is not null).ToList();
            Assert.NotEmpty(party);
            Assert.All(party, friend => Assert.Equal((game.Platform, party[0].Circle), (friend.Platform, friend.Circle)));
            Assert.Equal(game.Product == Products.Tactics ? 8 : 10, game.Seats.Select(seat => seat.Person.Puuid).Distinct().Count());
            if (game.Product == Products.League)
            {
                Assert.Single(party.Select(friend => game.Find(friend.Person)!.Win).Distinct());
            }
        }

        Assert.Equal(["eun1", "euw1"], Week.Friends.Select(friend => friend.Platform).Distinct().Order());
    }

    [Fact]
    public void Games_are_numbered_and_listed_in_the_order_of_time_with_delays_of_their_own()
    {
        Assert.Equal(Week.Games.Select(game => game.GameId).Order(), Week.Games.Select(game => game.GameId));
        Assert.Equal(Week.Games.Length, Week.Games.Select(game => game.GameId).Distinct().Count());
        var delays = Week.Games.Select(game => (game.ListedAt - game.EndedAt).TotalSeconds).Order().ToList();
        Assert.InRange(delays[0], 30, 60);
        Assert.InRange(delays[delays.Count / 2], 60, 150);
        Assert.InRange(delays[^1], 1_800, 5_400);
        Assert.All(Week.Games, game => Assert.InRange(game.OpenedAt, Monday, Monday.AddDays(7)));
    }

    [Fact]
    public void A_game_lasts_as_long_as_its_kind_does()
    {
        Assert.All(Week.Games, game => Assert.InRange(game.Duration.TotalMinutes, Least(game), game.Product == Products.Tactics ? 39 : 40));

        static double Least(FriendGame game) => game switch
        {
            { Fate: GameFate.Remade } => 3,
            { Fate: GameFate.Aborted } => 5,
            { QueueId: 2400 } => 12,
            _ => 20,
        };
    }

    [Fact]
    public void Fewer_friends_and_days_make_a_smaller_week()
    {
        var day = new FriendsWeek(new FriendsWeekOptions { Start = Monday, Friends = 12, Days = 1 });

        Assert.Equal((12, 2), (day.Friends.Length, day.Friends.Count(friend => friend.IsStreamer)));
        Assert.InRange(day.Games.Length, 40, 110);
        Assert.All(day.Games, game => Assert.InRange(game.OpenedAt, Monday, Monday.AddDays(1)));
        Assert.Empty(FriendsWeek.None.Games);
    }
}
