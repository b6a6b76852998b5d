using System.Collections.Immutable;
using MnM.Simulator.World.People;

namespace MnM.Simulator.World.Careers;

/// <summary>All careers of the simulated world.</summary>
internal sealed class Pasts
{
    private readonly ImmutableArray<Career> _careers = [.. CareerOptions.All.Select(options => new Career(options))];
    private readonly Lazy<ImmutableArray<Person>> _people;
    private readonly Lazy<Dictionary<string, Person>> _byLeague;
    private readonly Lazy<Dictionary<string, Person>> _byTactics;

    public Pasts()
    {
        _people = new(() => [.. _careers.SelectMany(career => career.People)]);
        _byLeague = new(() => By(Products.League));
        _byTactics = new(() => By(Products.Tactics));
    }

    /// <summary>Who has that Riot ID.</summary>
    public Person? FindRiotId(string riotId) => _people.Value.FirstOrDefault(person => Population.IsRiotId(person, riotId));

    /// <summary>Who has that id to the keys of a product.</summary>
    public Person? FindPuuid(string product, string puuid) => (product == Products.League ? _byLeague : _byTactics).Value.GetValueOrDefault(puuid);

    /// <summary>The games of somebody that began by then, the newest first.</summary>
    public IEnumerable<CareerGame> Of(Person person, DateTimeOffset until) => _careers.SelectMany(career => career.Of(person, until));

    /// <summary>The game of that match id.</summary>
    public CareerGame? Find(long gameId) => _careers.Select(career => career.Find(gameId)).FirstOrDefault(game => game is not null);

    private Dictionary<string, Person> By(string product) => _people.Value.ToDictionary(person => person.PuuidFor(product));
}
