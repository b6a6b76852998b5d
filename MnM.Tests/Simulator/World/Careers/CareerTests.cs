using MnM.Simulator;
using MnM.Simulator.World.Careers;
using MnM.Simulator.World.People;

namespace MnM.Tests.Simulator.World.Careers;

/// <summary>People with a long past: when they play, with whom and how it goes.</summary>
public sealed class CareerTests
{
    private const int Hero = 0;
    private const int Veteran = 1;
    private const int Returned = 2;

    private static readonly DateTimeOffset Now = new SimulatorClock().GetUtcNow();
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    [Theory]
    [InlineData("2026-10-03")]
    [InlineData("2026-11-22")]
    [InlineData("2028-03-01")]
    public void The_local_player_has_played_about_a_thousand_games_in_the_last_year(string day)
    {
        var now = DateTimeOffset.Parse($"{day}T12:00:00Z", System.Globalization.CultureInfo.InvariantCulture);

        Assert.InRange(Games(Hero, now).Count(game => game.Start > now.AddYears(-1)), 900, 1_200);
    }

    [Fact]
    public void Somebody_has_played_thousands_of_games_and_somebody_was_away_for_years()
    {
        Assert.InRange(Games(Veteran).Count, 3_000, 6_000);
        var returned = Games(Returned);
        var (before, after) = (returned.Count(game => game.Start.Year == 2021), returned.Count(game => game.Start.Year == 2026));
        Assert.Equal(returned.Count, before + after);
        Assert.True(before > 150 && after > 200, $"{before} before, {after} after.");
    }

    [Theory]
    [InlineData(Hero)]
    [InlineData(Veteran)]
    public void Nobody_sits_in_two_games_at_once(int number)
    {
        var career = new Career(CareerOptions.All[number]);
        Assert.All(
            career.People.Where((_, index) => index < 4 || index % 500 == 0),
            person =>
            {
                var games = career.Of(person, Now).Reverse().ToList();
                Assert.NotEmpty(games);
                Assert.All(games.Zip(games.Skip(1)), pair => Assert.True(pair.First.End < pair.Second.Start, $"{pair.First.MatchId} and {pair.Second.MatchId}"));
            });
    }

    [Fact]
    public void Whoever_sits_in_a_game_has_it_in_their_list()
    {
        var career = new Career(CareerOptions.All[Hero]);
        foreach (var game in Games(Hero).Take(40))
        {
            Assert.Equal(game.People.Length, game.People.Select(person => person.Puuid).Distinct().Count());
            Assert.All(game.People, person => Assert.Equal(game.GameId, career.Of(person, game.Start).First().GameId));
        }
    }

    [Fact]
    public void A_game_is_found_by_its_number_and_another_run_of_the_program_knows_the_same()
    {
        foreach (var number in new[] { Hero, Veteran, Returned })
        {
            var other = new Career(CareerOptions.All[number]);
            var games = Games(number);
            Assert.Equal(games.Select(game => game.GameId).OrderDescending(), games.Select(game => game.GameId));
            Assert.All(games.Take(200).Concat(games.TakeLast(200)), game => Assert.Equal(Words(game), Words(other.Find(game.GameId)!)));
            Assert.Null(other.Find(games[0].GameId + (8 * CareerDay.Most) - 8));
            Assert.Null(new Career(CareerOptions.All[(number + 1) % 3]).Find(games[0].GameId));
        }

        static string Words(CareerGame game) => $"{game with { People = [] }} {string.Join(' ', game.People)}";
    }

    [Fact]
    public void People_play_in_the_evening_and_at_weekends_in_sessions()
    {
        var games = Games(Hero).Select(game => (Game: game, At: TimeZoneInfo.ConvertTime(game.Start, Zone))).Reverse().ToList();

        Assert.DoesNotContain(games, one => one.At.Hour is >= 4 and < 10);
        Assert.InRange(games.Count(one => one.At.Hour >= 18) / (double)games.Count, 0.6, 0.9);
        Assert.Contains(games, one => one.At.Hour < 3);
        Assert.True(ADay(DayOfWeek.Saturday) > 1.3 * ADay(DayOfWeek.Tuesday));
        var gaps = games.Zip(games.Skip(1), (one, next) => next.Game.Start - one.Game.End).ToList();
        Assert.InRange(gaps.Count(gap => gap < TimeSpan.FromMinutes(45)) / (double)gaps.Count, 0.6, 0.85);
        Assert.Contains(gaps, gap => gap > TimeSpan.FromMinutes(45) && gap < TimeSpan.FromHours(2));
        Assert.Contains(gaps, gap => gap > TimeSpan.FromDays(10));
        Assert.DoesNotContain(games, one => (one.At.AddHours(-4).Month, one.At.AddHours(-4).Day) is (12, >= 24 and <= 26));

        double ADay(DayOfWeek day) => games.Count(one => one.At.AddHours(-4).DayOfWeek == day);
    }

    [Fact]
    public void Losses_come_in_rows_and_late_games_are_lost_more_often()
    {
        var games = Games(Hero).Where(game => game.Fate is CareerFate.Played or CareerFate.Surrendered && game.QueueId is not (CareerQueues.Arena or CareerQueues.Bots)).Reverse().ToList();
        var (row, longest) = (0, 0);
        foreach (var game in games)
        {
            row = game.IsWon ? 0 : row + 1;
            longest = Math.Max(longest, row);
        }

        Assert.InRange(longest, 6, 20);
        var share = games.Count(game => game.IsWon) / (double)games.Count;
        Assert.InRange(share, 0.46, 0.54);
        var late = games.Where(game => TimeZoneInfo.ConvertTime(game.Start, Zone).Hour is 23 or < 4).ToList();
        Assert.True(late.Count(game => game.IsWon) / (double)late.Count < share);
    }

    [Fact]
    public void All_queues_are_played_and_some_games_are_odd()
    {
        var games = Games(Veteran).Concat(Games(Hero)).ToList();

        foreach (var (queue, least, most) in new[] { (400, 0.05, 0.25), (420, 0.3, 0.6), (440, 0.01, 0.2), (450, 0.08, 0.25), (480, 0.003, 0.05), (1700, 0.01, 0.1), (2400, 0.003, 0.06), (890, 0.002, 0.05), (850, 0.001, 0.05) })
        {
            Assert.InRange(games.Count(game => game.QueueId == queue) / (double)games.Count, least, most);
        }

        foreach (var (fate, least, most) in new[]
        {
            (CareerFate.Remade, 0.01, 0.03), (CareerFate.Aborted, 0.002, 0.01), (CareerFate.Missing, 0.003, 0.015), (CareerFate.Empty, 0.0005, 0.008), (CareerFate.Sparse, 0.006, 0.02), (CareerFate.Surrendered, 0.05, 0.15),
        })
        {
            Assert.InRange(games.Count(game => game.Fate == fate) / (double)games.Count, least, most);
        }

        Assert.DoesNotContain(games, game => game.Start.Year < 2024 && game.QueueId is CareerQueues.Arena or CareerQueues.Mayhem or CareerQueues.Quickplay && game.Start.Year < 2024);
    }

    private static List<CareerGame> Games(int number, DateTimeOffset? now = null) =>
        [.. new Career(CareerOptions.All[number]).Of(Person(number), now ?? Now)];

    private static Person Person(int number) => CareerOptions.All[number].Members[0].Person;
}
