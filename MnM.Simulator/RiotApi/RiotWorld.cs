using System.Collections.Concurrent;
using MnM.Simulator.Faults;
using MnM.Simulator.World;
using MnM.Simulator.World.Careers;
using MnM.Simulator.World.Friends;
using MnM.Simulator.World.People;
using MnM.Simulator.World.Tactics;

namespace MnM.Simulator.RiotApi;

/// <summary>What Riot's API knows: the people of every platform, what they played before, the games of the evening and those of a week of friends.</summary>
/// <param name="ledger">The games of the evening.</param>
/// <param name="week">Those of the friends.</param>
/// <param name="options">How long after its end a match appears, and whether lists of matches are whole.</param>
/// <param name="clock">Where the time comes from.</param>
internal sealed class RiotWorld(GameLedger ledger, FriendsWeek week, RiotApiOptions options, TimeProvider clock)
{
    private const int ShortList = 600;
    private static readonly Pasts Pasts = new();

    private readonly ConcurrentDictionary<string, RiotPlatform> _platforms = new();

    public DateTimeOffset Now => clock.GetUtcNow();

    public FriendsWeek Week => week;

    /// <summary>The ladder of Teamfight Tactics of the evenings' platform where it is a small one; null where it is the usual one.</summary>
    public TacticsLadder? Ladder { get; init; }

    /// <summary>Matches of games that were over by then are there.</summary>
    public DateTimeOffset Told => Now - options.MatchDelay;

    /// <summary>How many matches a list has, however many there are.</summary>
    public int ListEnd => options.Faults.Contains(Fault.ShortLists) ? ShortList : int.MaxValue;

    /// <summary>The games of the evening of which a match is there, the newest first; custom games have none.</summary>
    public IEnumerable<LedgerEntry> Finished => ledger.Entries.Reverse().Where(entry => entry.StartedAt is not null && entry.EndsAt <= Told && !entry.Game.IsCustom);

    /// <summary>The game that runs or loads; null between games.</summary>
    public LedgerEntry? Running => ledger.Entries.LastOrDefault() is { } last && last.EndsAt > Now ? last : null;

    /// <summary>The games of somebody with a long past that are over, the newest first; since the evening began, only that goes on.</summary>
    public IEnumerable<CareerGame> PastOf(Person person) => Pasts.Of(person, Earlier(Told, EveningStart)).Where(game => game.End <= Told);

    /// <summary>The game of that number, of somebody's long past.</summary>
    public CareerGame? FindPast(long gameId) => Pasts.Find(gameId) is { } game && game.End <= Told && game.Start <= EveningStart ? game : null;

    /// <summary>A platform; its people come to be when they are first asked for.</summary>
    public RiotPlatform On(string platform) => _platforms.GetOrAdd(platform, static name => new RiotPlatform(new Population(name)));

    /// <summary>Who has that Riot ID, on whichever platform.</summary>
    public (RiotPlatform Home, Person Person)? FindRiotId(string gameName, string tagLine) =>
        Home(week.FindRiotId($"{gameName}#{tagLine}")) ?? First(people => people.FindRiotId($"{gameName}#{tagLine}"), guest => Population.IsRiotId(guest, $"{gameName}#{tagLine}"))
        ?? AtHome(Pasts.FindRiotId($"{gameName}#{tagLine}"));

    /// <summary>Who has that id to the keys of a product, on whichever platform.</summary>
    public (RiotPlatform Home, Person Person)? FindPuuid(string product, string puuid) =>
        Home(week.FindPuuid(product, puuid)) ?? AtHome(Pasts.FindPuuid(product, puuid)) ?? First(people => people.FindPuuid(product, puuid), guest => guest.PuuidFor(product) == puuid);

    /// <summary>Answers about the person on the asked platform or in the asked region; the error that Riot gives where there is none.</summary>
    public RiotAnswer About(RiotRequest request, Func<RiotPlatform, Person, RiotAnswer> answer) =>
        FindPuuid(request.Product, request["puuid"]) is var (home, person) && (home.Name == request.Route || home.Region == request.Route)
            ? answer(home, person)
            : Nobody(request);

    /// <summary>The error for an id that nobody has there. One that a key of another product got cannot be decrypted; neither can what is no id.</summary>
    public RiotAnswer Nobody(RiotRequest request)
    {
        var puuid = request["puuid"];
        var other = request.Product == Products.League ? Products.Tactics : Products.League;
        return puuid.Length != 78 || FindPuuid(other, puuid) is not null
            ? RiotAnswer.Fault(400, $"Bad Request - Exception decrypting {puuid}")
            : RiotAnswer.NotFound("No results found for player");
    }

    private DateTimeOffset EveningStart => ledger.Entries.FirstOrDefault()?.StartedAt ?? DateTimeOffset.MaxValue;

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;

    private (RiotPlatform Home, Person Person)? AtHome(Person? person) => person is null ? null : (On(Population.Home), person);

    private (RiotPlatform Home, Person Person)? Home((string Platform, Person Person)? friend) => friend is var (platform, person) ? (On(platform), person) : null;

    private (RiotPlatform Home, Person Person)? First(Func<Population, Person?> find, Predicate<Person> isGuest)
    {
        foreach (var platform in RiotRoutes.Platforms.OrderByDescending(name => name == Population.Home).Select(On))
        {
            if (find(platform.People) is { } person)
            {
                return (platform, person);
            }
        }

        // Whom a recorded match brought lives where it was played.
        return ledger.Entries
            .SelectMany(entry => entry.People.Where(guest => isGuest(guest)).Select(guest => ((RiotPlatform, Person)?)(On(entry.Platform.ToLowerInvariant()), guest)))
            .FirstOrDefault();
    }
}
