using System.Collections.Immutable;
using MnM.Simulator.World.People;

namespace MnM.Simulator.World.Careers;

/// <summary>The long past of a few people, which goes on for ever. It follows from the number of each day, so nothing is kept and every run of the program knows the same past.</summary>
internal sealed class Career
{
    private readonly CareerOptions _options;
    private readonly Lazy<CareerStrangers> _strangers;
    private readonly Lazy<Dictionary<string, int>> _numbers;

    public Career(CareerOptions options)
    {
        _options = options;
        _strangers = new(() => new CareerStrangers(options.Number));
        _numbers = new(() => _strangers.Value.All.Select((person, number) => (person.Puuid, number)).ToDictionary(one => one.Puuid, one => one.number));
    }

    /// <summary>Everybody in it: its members, and whom they meet.</summary>
    public IEnumerable<Person> People => _options.Members.Select(member => member.Person).Concat(_strangers.Value.All);

    /// <summary>The games of somebody that began by then, the newest first.</summary>
    public IEnumerable<CareerGame> Of(Person person, DateTimeOffset until) =>
        _options.Members.Any(member => member.Person.Puuid == person.Puuid) ? Days(until).SelectMany(day => Newest(day, until)).Where(game => Sits(game, person))
        : _numbers.Value.TryGetValue(person.Puuid, out var number) ? Days(until).SelectMany(day => WithStranger(day, number, until)).Where(game => Sits(game, person))
        : [];

    /// <summary>The game of that number.</summary>
    public CareerGame? Find(long gameId) =>
        CareerDay.Read(gameId, _options.Number) is var (day, index) && CareerCalendar.DayOf(day) is var date && date >= _options.Since && Plan(date) is var games && index < games.Length
            ? games[index]
            : null;

    private static bool Sits(CareerGame game, Person person) => game.People.Any(one => one.Puuid == person.Puuid);

    /// <summary>The days of the career, from that time back.</summary>
    private IEnumerable<DateOnly> Days(DateTimeOffset until)
    {
        for (var day = DateOnly.FromDateTime(until.UtcDateTime.AddHours(2)); day >= _options.Since; day = day.AddDays(-1))
        {
            yield return day;
        }
    }

    private IEnumerable<CareerGame> Newest(DateOnly day, DateTimeOffset until) => Plan(day).Reverse().Where(game => game.Start <= until);

    /// <summary>Of a day, on which somebody who is met has one place at the most.</summary>
    private IEnumerable<CareerGame> WithStranger(DateOnly day, int number, DateTimeOffset until) =>
        CareerStrangers.NextPlace(number, CareerDay.FirstOf(day)).Game < CareerDay.FirstOf(day) + CareerDay.Most ? Newest(day, until) : [];

    private ImmutableArray<CareerGame> Plan(DateOnly day) => CareerDay.Plan(_options, _strangers.Value, day);
}
