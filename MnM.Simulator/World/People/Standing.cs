namespace MnM.Simulator.World.People;

/// <summary>Where somebody stands in a ranked queue.</summary>
internal sealed record Standing(string Queue, string Tier, string Division, int Points, int Wins, int Losses)
{
    /// <summary>Whether the tier has no divisions and no end.</summary>
    public bool IsApex => Tier is "CHALLENGER" or "GRANDMASTER" or "MASTER";

    /// <summary>The same after one more game.</summary>
    public Standing After(bool win) => this with
    {
        Points = IsApex ? Math.Max(0, Points + (win ? 21 : -19)) : Math.Clamp(Points + (win ? 21 : -19), 0, 99),
        Wins = Wins + (win ? 1 : 0),
        Losses = Losses + (win ? 0 : 1),
    };
}
