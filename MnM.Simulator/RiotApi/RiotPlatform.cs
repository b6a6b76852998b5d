using MnM.Simulator.World.Past;
using MnM.Simulator.World.People;

namespace MnM.Simulator.RiotApi;

/// <summary>One platform: its people, and the games they played.</summary>
internal sealed class RiotPlatform(Population people)
{
    private const long FirstGame = 7_400_000_000;
    private const long FirstTactics = 7_500_000_000;

    public string Name => people.Platform;

    public string Region => RiotRoutes.RegionOf(Name);

    public Population People => people;

    /// <summary>League of Legends: everybody has some dozens of games, but for those with a <see cref="World.Careers.Career"/>.</summary>
    public Season Games { get; } = new(people, FirstGame, lobbySize: 10, activity: 0.05, roundsKept: 1_000, withFriends: false);

    /// <summary>Teamfight Tactics: some dozens for everybody, the friends of the evenings some hundreds.</summary>
    public Season Tactics { get; } = new(people, FirstTactics, lobbySize: 8, activity: 0.15, roundsKept: 300, withFriends: true);

    /// <summary>The number in a match id of this platform; null for another's.</summary>
    public static (string Platform, long GameId)? ReadMatchId(string matchId) =>
        matchId.Split('_') is [var platform, var number] && RiotRoutes.Platforms.Contains(platform.ToLowerInvariant()) && long.TryParse(number, out var id)
            ? (platform.ToLowerInvariant(), id)
            : null;
}
