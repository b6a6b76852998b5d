using MnM.Simulator.StaticData;

namespace MnM.Simulator.World.Tactics;

/// <summary>A set of Teamfight Tactics, as its matches tell it.</summary>
internal sealed record TacticsSet(int Number, string Prefix, string GameVersion)
{
    private static readonly DateTimeOffset Unreal = new(2026, 8, 26, 0, 0, 0, TimeSpan.Zero);

    /// <summary>From set 18 on the game has a client of its own: no patch in the version, other ids, and two figures that are always 0.</summary>
    public bool IsUnreal => Number >= 18;

    /// <summary>The set that was played at a time.</summary>
    public static TacticsSet At(DateTimeOffset time) => time >= Unreal
        ? new TacticsSet(18, DataDragonTactics.Set18, "TFT Unreal Version ?.?.?.?")
        : new TacticsSet(17, DataDragonTactics.Set17, "Linux Version 16.16.792.1034 (Aug 12 2026/10:00:00) [PUBLIC] <Releases/16.16>");
}
