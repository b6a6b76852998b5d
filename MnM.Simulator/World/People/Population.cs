using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace MnM.Simulator.World.People;

/// <summary>The people of one platform: those of the evenings where it is their home, then the best of the ladder in their order, then everybody else.</summary>
internal sealed class Population
{
    /// <summary>The platform of the evenings.</summary>
    public const string Home = "euw1";

    /// <summary>How many are in the three highest tiers.</summary>
    public const int Apex = 1_500;

    private const int FriendsOfTheEvenings = 4;

    private readonly Dictionary<string, Person> _byRiotId;
    private readonly Dictionary<string, int> _places;
    private readonly ConcurrentDictionary<string, Dictionary<string, Person>> _byPuuid = new();

    public Population(string platform)
    {
        Platform = platform;
        Cast = platform == Home ? [Writing.Cast.Local, .. Writing.Cast.Others, Writing.Cast.Second] : [];
        Ladder = [.. Enumerable.Range(0, Names.Count).Select(number => Person.Of(Names.RiotId(number, platform)))];
        All = [.. Cast, .. Ladder];
        _byRiotId = All.ToDictionary(person => Plain(person.RiotId));
        _places = Ladder.Select((person, place) => (person.Puuid, place)).ToDictionary(one => one.Puuid, one => one.place);
    }

    public string Platform { get; }

    /// <summary>The people of the evenings.</summary>
    public ImmutableArray<Person> Cast { get; }

    /// <summary>The local player of the evenings and those who play with them; they come first among all.</summary>
    public ImmutableArray<Person> Friends => Cast[..Math.Min(FriendsOfTheEvenings, Cast.Length)];

    /// <summary>The best first.</summary>
    public ImmutableArray<Person> Ladder { get; }

    public ImmutableArray<Person> All { get; }

    /// <summary>Who has that Riot ID; small and large letters and blanks are the same to Riot.</summary>
    public Person? FindRiotId(string riotId) => _byRiotId.GetValueOrDefault(Plain(riotId));

    /// <summary>Who has that id to the keys of a product.</summary>
    public Person? FindPuuid(string product, string puuid) =>
        _byPuuid.GetOrAdd(product, key => All.ToDictionary(person => person.PuuidFor(key))).GetValueOrDefault(puuid);

    /// <summary>The place on the ladder, from 0; null for who is not on it.</summary>
    public int? PlaceOf(Person person) => _places.TryGetValue(person.Puuid, out var place) ? place : null;

    /// <summary>Whether somebody has that Riot ID.</summary>
    public static bool IsRiotId(Person person, string riotId) => Plain(person.RiotId) == Plain(riotId);

    private static string Plain(string riotId) => riotId.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();
}
