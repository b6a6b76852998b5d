using System.Collections.Immutable;
using MnM.Simulator.World.Past;
using MnM.Simulator.World.People;

namespace MnM.Simulator.World.Tactics;

/// <summary>
/// A small ladder of Teamfight Tactics whose past is fixed: so many players of the evenings' platform, and so many matches that were over before the simulator began. Each has eight of them,
/// so that it stands in eight lists. All of it follows from the seed and the day.
/// </summary>
internal sealed class TacticsLadder
{
    private const int Seats = 8;
    private const long FirstGame = 7_600_000_000;
    private const int PrivateEvery = 1000;
    private const int BestPoints = 1_400;
    private static readonly TimeSpan Length = TimeSpan.FromDays(14);

    /// <summary>The last one is over by midnight.</summary>
    private static readonly TimeSpan LastGame = TimeSpan.FromHours(1);

    private readonly Dictionary<string, (Person Person, int Place)> _people;
    private readonly Dictionary<string, ImmutableArray<SeasonGame>> _byPerson;

    /// <param name="people">The platform's.</param>
    /// <param name="players">How many stand on it, eight at least.</param>
    /// <param name="matches">How many they have played.</param>
    /// <param name="seed">Who played with whom.</param>
    /// <param name="now">When the simulator begins.</param>
    public TacticsLadder(Population people, int players, int matches, int seed, DateTimeOffset now)
    {
        ImmutableArray<Person> best = [.. people.Ladder.Take(players)];
        _people = best.Select((person, place) => (person, place)).ToDictionary(one => one.person.Puuid);
        Games = [.. Play(best, matches, new Random(seed), new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero) - LastGame)];
        _byPerson = Games.SelectMany(game => game.People.Select(person => (person.Puuid, game))).GroupBy(one => one.Puuid, one => one.game)
            .ToDictionary(games => games.Key, games => games.Reverse().ToImmutableArray());
    }

    /// <summary>All matches, the oldest first.</summary>
    public ImmutableArray<SeasonGame> Games { get; }

    /// <summary>Whether Riot refuses to tell a match: of a thousand one.</summary>
    public static bool IsPrivate(SeasonGame game) => game.GameId % PrivateEvery == PrivateEvery / 2;

    public bool Has(Person person) => _people.ContainsKey(person.Puuid);

    /// <summary>The matches of somebody, the newest first.</summary>
    public IEnumerable<SeasonGame> Of(Person person) => _byPerson.GetValueOrDefault(person.Puuid, []);

    /// <summary>The match of that number; null where it is none of these.</summary>
    public SeasonGame? Find(long gameId) => gameId >= FirstGame && gameId - FirstGame < Games.Length ? Games[(int)(gameId - FirstGame)] : null;

    /// <summary>Where somebody stands: a tenth is Challenger, two tenths are Grandmaster, the others Master; whoever is not on it is not above Diamond.</summary>
    /// <param name="person">Who.</param>
    /// <param name="usual">Where they would stand without this ladder.</param>
    public Standing? StandingOf(Person person, Standing? usual)
    {
        if (!_people.TryGetValue(person.Puuid, out var found))
        {
            return usual is { IsApex: true } ? usual with { Tier = "DIAMOND", Division = "I", Points = 75 } : usual;
        }

        var share = found.Place / (double)_people.Count;
        var standing = usual ?? new Standing(Ranks.Tactics, "", "", 0, 60, 55);
        return standing with
        {
            Tier = share switch { < 0.1 => "CHALLENGER", < 0.3 => "GRANDMASTER", _ => "MASTER" },
            Division = "I",
            Points = (int)(BestPoints * (1 - share)),
        };
    }

    private static IEnumerable<SeasonGame> Play(ImmutableArray<Person> people, int matches, Random random, DateTimeOffset end)
    {
        var seats = people.ToArray();
        for (var game = 0; game < matches; game++)
        {
            // The first eight of a shuffle that is broken off after them.
            for (var seat = 0; seat < Seats; seat++)
            {
                var other = random.Next(seat, seats.Length);
                (seats[seat], seats[other]) = (seats[other], seats[seat]);
            }

            yield return new SeasonGame(FirstGame + game, end - (Length * ((matches - game) / (double)matches)), [.. seats[..Seats]]);
        }
    }
}
