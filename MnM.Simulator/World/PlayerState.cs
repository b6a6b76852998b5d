namespace MnM.Simulator.World;

/// <summary>A player at one second of a scripted game.</summary>
public sealed class PlayerState(ScriptParticipant script, bool summonersRift)
{
    private const int WardingTotem = 3340;
    private readonly List<double> _wards = [];
    private int _wardsKilled;

    public ScriptParticipant Script { get; } = script;

    public Inventory Inventory { get; } = new(summonersRift ? WardingTotem : script.Items[^1], script.Items);

    public int Kills { get; internal set; }

    public int Deaths { get; internal set; }

    public int Assists { get; internal set; }

    public int Level { get; internal set; } = 1;

    /// <summary>Exact; the live client shows it in tens.</summary>
    public double CreepScore { get; internal set; }

    /// <summary>Points in Q, W, E, R.</summary>
    public int[] AbilityLevels { get; } = new int[4];

    public double WardScore { get; internal set; }

    /// <summary>Game second of the next life; in the past for the living.</summary>
    public double RespawnsAt { get; internal set; }

    /// <summary>Game second at which level or items last changed, so that stats move in steps as in the game.</summary>
    public double StatsChangedAt { get; internal set; }

    internal void PlaceWard(double time) => _wards.Add(time);

    internal void KillWard() => _wardsKilled++;

    // A ward earns over the 90 seconds that it stands; a little goes on all the time, as from sweepers and lanes.
    internal void ScoreWards(double time, double duration, int wardsPlaced, int wardsKilled)
    {
        var whole = (double)(wardsPlaced + wardsKilled);
        var sum = _wards.Sum(placed => Math.Clamp((time - placed) / 90, 0, 1)) + _wardsKilled;
        var lasting = Math.Clamp(time / duration, 0, 1);
        var earned = whole > 0 ? sum / whole : lasting;
        WardScore = Script.IsBot ? 0 : Script.VisionScore * ((0.2 * lasting) + (0.8 * Math.Min(1, earned)));
    }
}
