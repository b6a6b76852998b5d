using System.Collections.Concurrent;
using System.Collections.Immutable;
using MnM.Simulator.World.People;

namespace MnM.Simulator.World.Past;

/// <summary>
/// The games of one kind that the people of a platform have played and go on to play: three rounds a day for ever, in each of which a part of them
/// sits down in lobbies. Who plays which game follows from its number alone, so nothing is kept and every run of the program knows the same past.
/// </summary>
/// <param name="people">Who plays.</param>
/// <param name="firstId">The number of the first game.</param>
/// <param name="lobbySize">How many play a game.</param>
/// <param name="activity">The share of people that plays in a round.</param>
/// <param name="roundsKept">How far back games are listed.</param>
/// <param name="withFriends">Whether the friends of the evenings play every round, often together; otherwise they play none, and their past is told elsewhere.</param>
internal sealed class Season(Population people, long firstId, int lobbySize, double activity, int roundsKept, bool withFriends)
{
    private const int RoundsADay = 3;
    private const int IdsARound = 1_000;
    private static readonly DateTimeOffset Epoch = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(45);
    private static readonly ImmutableArray<double> Hours = [14, 18, 20.5];

    private readonly ConcurrentDictionary<long, int[]> _rounds = new();

    /// <summary>The game of that number; null where there is none, or not yet.</summary>
    /// <param name="gameId">The number.</param>
    /// <param name="now">Only games that are over by then are told.</param>
    public SeasonGame? Find(long gameId, DateTimeOffset now)
    {
        var (round, lobby) = Math.DivRem(gameId - firstId, IdsARound);
        return gameId >= firstId && round <= LastRound(now) && (lobby + 1) * lobbySize <= Round(round).Length && Game(round, (int)lobby) is var game && IsOver(game, now)
            ? game
            : null;
    }

    /// <summary>The games of a person that are over, the newest first.</summary>
    public IEnumerable<SeasonGame> Of(Person person, DateTimeOffset now)
    {
        var index = people.All.IndexOf(person);
        for (var round = LastRound(now); index >= 0 && round > LastRound(now) - roundsKept; round--)
        {
            var lobby = Array.IndexOf(Round(round), index) is var seat and >= 0 ? seat / lobbySize : -1;
            if (lobby >= 0 && Game(round, lobby) is var game && IsOver(game, now))
            {
                yield return game;
            }
        }
    }

    /// <summary>The game that a person plays at that time; null where there is none.</summary>
    public SeasonGame? Running(Person person, DateTimeOffset now) => Of(person, now + Longest).FirstOrDefault(game => game.Start <= now) is { } last && !IsOver(last, now) ? last : null;

    private static bool IsOver(SeasonGame game, DateTimeOffset now) => game.Start + Longest <= now;

    private static long LastRound(DateTimeOffset now) => ((long)(now - Epoch).TotalDays * RoundsADay) + RoundsADay - 1;

    private SeasonGame Game(long round, int lobby)
    {
        ImmutableArray<Person> seats = [.. Round(round).AsSpan(lobby * lobbySize, lobbySize).ToArray().Select(index => people.All[index])];
        var id = firstId + (round * IdsARound) + lobby;
        var game = new SeasonGame(id, default, seats);
        var (day, part) = Math.DivRem(round, RoundsADay);
        return game with { Start = Epoch.AddDays(day).AddHours(Hours[(int)part]).AddSeconds(game.Draw(1).Next(5_400)) };
    }

    /// <summary>Who sits where in a round: lobby after lobby, each as long as it is large.</summary>
    private int[] Round(long number) => _rounds.GetOrAdd(number, round =>
    {
        var random = new Random(unchecked((int)(round * 7_919) + (int)(firstId % 104_729)));
        var friends = people.Friends.Length;
        int[] playing = [.. Enumerable.Range(0, people.All.Length).Where(index => random.NextDouble() < activity is var plays && (index < friends ? withFriends : plays))];
        random.Shuffle(playing);
        playing = playing[..(playing.Length / lobbySize * lobbySize)];
        if (round % 2 == 0 && withFriends)
        {
            SeatTogether(playing, friends);
        }

        return playing;
    });

    // Friends take the seats beside the first of them, on the same side; whoever sat there takes theirs.
    private void SeatTogether(int[] playing, int friends)
    {
        var side = lobbySize / 2;
        var first = Array.IndexOf(playing, 0);
        for (var friend = 1; friend < friends && first >= 0; friend++)
        {
            var wanted = first - (first % side) + ((first + friend) % side);
            if (Array.IndexOf(playing, friend) is var seat and >= 0)
            {
                (playing[wanted], playing[seat]) = (playing[seat], playing[wanted]);
            }
        }
    }
}
