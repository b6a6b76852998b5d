using System.Collections.Immutable;

namespace MnM.Simulator.World;

/// <summary>Which incidents go together, and which a game has by chance.</summary>
public static class Incidents
{
    private static readonly ImmutableArray<Incident> Kinds = [Incident.Custom, Incident.CustomWatched, Incident.Watched, Incident.Flex, Incident.Normal, Incident.Clash];

    private static readonly ImmutableArray<Incident> Mishaps =
    [
        Incident.Declined, Incident.Dodge, Incident.OwnDodge, Incident.FailedToLaunch, Incident.Reconnect, Incident.TerminatedInError,
        Incident.ClientClosed, Incident.ClientCrash, Incident.ClientRestart, Incident.AccountSwitch,
    ];

    /// <summary>None to three mishaps, and now and then another kind of game; the same seed and game always draw the same.</summary>
    public static ImmutableArray<Incident> Drawn(int seed, int game)
    {
        var random = new Random(unchecked((seed * 7_919) + (game * 104_729) + 5));
        var mishaps = Mishaps.ToArray();
        random.Shuffle(mishaps);
        IEnumerable<Incident> kind = random.Next(2) == 0 ? [Kinds[random.Next(Kinds.Length)]] : [];
        return [.. mishaps.Take(random.Next(4)), .. kind];
    }
}
