using MnM.Simulator.World.People;

namespace MnM.Simulator.RiotApi.Limits;

/// <summary>A key that the simulated API knows.</summary>
/// <param name="Value">The text of the X-Riot-Token header.</param>
/// <param name="Kind">What it was given for.</param>
/// <param name="Product">Whose players' ids it sees: keys of one product see the same ids, those of another see others.</param>
public sealed record RiotKey(string Value, KeyKind Kind = KeyKind.Personal, string Product = Products.League)
{
    /// <summary>How long a development key lasts.</summary>
    public static TimeSpan DevelopmentLife { get; } = TimeSpan.FromHours(24);

    /// <summary>The key of a simulator that was told none.</summary>
    public static RiotKey ForLeague { get; } = new("RGAPI-51a0a7e5-0000-4000-8000-000000000001");

    /// <summary>The second key of a simulator that was told none.</summary>
    public static RiotKey ForTactics { get; } = new("RGAPI-51a0a7e5-0000-4000-8000-000000000002", Product: Products.Tactics);
}
