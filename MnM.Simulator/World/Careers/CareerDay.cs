using System.Collections.Immutable;
using MnM.Simulator.World.People;
using MnM.Simulator.World.Writing;

namespace MnM.Simulator.World.Careers;

/// <summary>What people of a career play on one day and in the night after it, all of it from the day's number.</summary>
internal sealed class CareerDay
{
    /// <summary>The most games that a day has.</summary>
    public const int Most = 32;

    private const long FirstGame = 7_200_000_000;
    private const int Careers = 8;
    private const double AsksFriends = 0.5;

    private readonly CareerOptions _options;
    private readonly CareerStrangers _strangers;
    private readonly DateOnly _day;
    private readonly Random _random;
    private readonly Dictionary<CareerMember, DateTimeOffset> _busyUntil = [];
    private readonly List<(CareerGame Game, ImmutableArray<CareerMember> Party)> _games = [];

    private CareerDay(CareerOptions options, CareerStrangers strangers, DateOnly day)
    {
        (_options, _strangers, _day) = (options, strangers, day);
        _random = new Random(unchecked((CareerCalendar.NumberOf(day) * 1_000_003) + (options.Number * 7_919)));
    }

    /// <summary>The day and the place in it of a game's number; null where it is not of that career.</summary>
    public static (int Day, int Index)? Read(long gameId, int career)
    {
        var (rest, number) = Math.DivRem(gameId - FirstGame, Careers);
        return rest >= 0 && number == career && rest / Most < short.MaxValue ? ((int)(rest / Most), (int)(rest % Most)) : null;
    }

    /// <summary>The number of a day's first game among all of a career.</summary>
    public static long FirstOf(DateOnly day) => (long)CareerCalendar.NumberOf(day) * Most;

    /// <summary>The games, in the order in which they begin.</summary>
    public static ImmutableArray<CareerGame> Plan(CareerOptions options, CareerStrangers strangers, DateOnly day)
    {
        var plan = new CareerDay(options, strangers, day);
        plan.PlaySessions(new CareerCalendar(options));
        return [.. plan._games.OrderBy(one => one.Game.Start).Take(Most).Select((one, index) => plan.Seat(one.Game, one.Party, FirstOf(day) + index))];
    }

    private void PlaySessions(CareerCalendar calendar)
    {
        var starts = _options.Members.SelectMany(member => calendar.Starts(member, _day, _random).Select(hour => (Member: member, Hour: hour))).OrderBy(one => one.Hour).ToList();
        foreach (var (host, hour) in starts)
        {
            var at = CareerCalendar.At(_day, hour);
            if (IsFree(host, at))
            {
                PlaySession(Party(host, at), at);
            }
        }
    }

    private bool IsFree(CareerMember member, DateTimeOffset at) => !_busyUntil.TryGetValue(member, out var until) || until < at;

    private ImmutableArray<CareerMember> Party(CareerMember host, DateTimeOffset at)
    {
        CareerMember[] free = [.. _options.Members.Where(member => member != host && IsFree(member, at))];
        if (free.Length == 0 || !_random.Happens(AsksFriends))
        {
            return [host];
        }

        _random.Shuffle(free);
        return [host, .. free.Take(_random.Next(10) switch { < 6 => 1, < 9 => 2, _ => 3 })];
    }

    private void PlaySession(ImmutableArray<CareerMember> party, DateTimeOffset at)
    {
        var last = CareerCalendar.At(_day, CareerCalendar.LastHour(_day, _random));
        var (played, losses) = (0, 0);
        do
        {
            var game = Play(party, at, played, losses);
            _games.Add((game, party));
            (played, at) = (played + 1, game.End + Between());
            losses = game.Fate is CareerFate.Remade or CareerFate.Aborted ? losses : game.IsWon ? 0 : losses + 1;
        }
        while (at < last && _random.Happens(GoesOn(played, losses)));
        foreach (var member in party)
        {
            _busyUntil[member] = at;
        }
    }

    /// <summary>Who has just lost wants to win one; after three in a row they have had enough, or not by far.</summary>
    private static double GoesOn(int played, int losses) => losses switch { 0 => 0.76, 1 => 0.84, 2 => 0.8, _ => 0.68 } - (0.015 * played);

    /// <summary>From one game to the next: queue and champ select, now and then a meal, and rarely something longer.</summary>
    private TimeSpan Between() => TimeSpan.FromSeconds(_random.Next(100) switch
    {
        < 80 => _random.Next(240, 720),
        < 94 => _random.Next(720, 2_500),
        _ => _random.Next(3_000, 6_600),
    });

    private CareerGame Play(ImmutableArray<CareerMember> party, DateTimeOffset at, int played, int losses)
    {
        var queue = CareerQueues.Choose(party.Length, _day.Year, _random);
        var fate = CareerQueues.Fate(queue, _random);
        return new CareerGame
        {
            GameId = 0,
            Start = at.AddMilliseconds(_random.Next(1_000)),
            Length = CareerQueues.Length(queue, fate, _random),
            QueueId = queue,
            Fate = fate,
            People = [],
            Seat = 0,
            IsWon = CareerQueues.IsAgainstBots(queue) || _random.Happens(Chance(party, at, played, losses)),
        };
    }

    /// <summary>Company helps; the first game, lost games and late hours do not; and there are good months and bad ones.</summary>
    private double Chance(ImmutableArray<CareerMember> party, DateTimeOffset at, int played, int losses)
    {
        var late = at >= CareerCalendar.At(_day, 23) ? 0.07 : 0;
        var form = 0.05 * Math.Sin((2 * Math.PI * CareerCalendar.NumberOf(_day) / 97) + party[0].Person.SummonerLevel);
        return party[0].Skill + form + (party.Length > 1 ? 0.04 : 0) - (played == 0 ? 0.02 : 0) - (0.055 * Math.Min(losses, 3)) - late;
    }

    /// <summary>The game with its number and with everybody in their places: the party on one side, each where they like to play.</summary>
    private CareerGame Seat(CareerGame game, ImmutableArray<CareerMember> party, long number)
    {
        var side = CareerQueues.Side(game.QueueId);
        var people = new Person?[CareerQueues.People(game.QueueId)];
        var numbered = game with { GameId = FirstGame + (number * Careers) + _options.Number };
        var random = numbered.Draw(1);
        var first = side * random.Next(people.Length / side);
        foreach (var member in party)
        {
            var wanted = Places(member, random).First(place => place >= side || people[first + place] is null);
            people[wanted < side ? first + wanted : Array.IndexOf(people, null, first)] = member.Person;
        }

        return numbered with
        {
            Seat = Array.IndexOf(people, party[0].Person),
            People = [.. people.Select((person, seat) => person ?? _strangers.At(number, seat))],
        };
    }

    /// <summary>Mostly the same place, sometimes the second one, and then any.</summary>
    private static int[] Places(CareerMember member, Random random)
    {
        int[] liked = [.. Enumerable.Range(0, 5)];
        member.Person.Trait("place").Shuffle(liked);
        if (!random.Happens(0.62))
        {
            (liked[0], liked[1]) = (liked[1], liked[0]);
        }

        if (random.Happens(0.15))
        {
            random.Shuffle(liked);
        }

        return liked;
    }
}
