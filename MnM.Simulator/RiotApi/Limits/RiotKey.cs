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
}

/// <summary>The keys of a simulator that was told none.</summary>
public static class KnownKeys
{
    public static RiotKey League { get; } = new("RGAPI-51a0a7e5-0000-4000-8000-000000000001");

    public static RiotKey Tactics { get; } = new("RGAPI-51a0a7e5-0000-4000-8000-000000000002", Product: Products.Tactics);
}
