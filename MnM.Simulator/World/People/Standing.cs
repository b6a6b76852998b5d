namespace MnM.Simulator.World.People;

/// <summary>Where somebody stands in a ranked queue.</summary>
internal sealed record Standing(string Queue, string Tier, string Division, int Points, int Wins, int Losses)
{
    private const int FullDivision = 100;
    private const int AfterDemotion = 75;

    /// <summary>Whether the tier has no divisions and no end.</summary>
    public bool IsApex => Tier is "CHALLENGER" or "GRANDMASTER" or "MASTER";

    /// <summary>How far up the divisions it is, from 0.</summary>
    private int Rung => (Ranks.LowerTiers.IndexOf(Tier) * Ranks.Divisions.Length) + Ranks.Divisions.Length - 1 - Ranks.Divisions.IndexOf(Division);

    /// <summary>The same after one more game.</summary>
    public Standing After(bool win)
    {
        var after = this with { Points = Points + (win ? 21 : -19), Wins = Wins + (win ? 1 : 0), Losses = Losses + (win ? 0 : 1) };
        if (IsApex)
        {
            return after with { Points = Math.Max(0, after.Points) };
        }

        return after.Points switch
        {
            >= FullDivision => after.At(Rung + 1, after.Points - FullDivision),
            < 0 when Rung > 0 => after.At(Rung - 1, AfterDemotion),
            < 0 => after with { Points = 0 },
            _ => after,
        };
    }

    private Standing At(int rung, int points)
    {
        var (tier, division) = Math.DivRem(rung, Ranks.Divisions.Length);
        return tier < Ranks.LowerTiers.Length
            ? this with { Tier = Ranks.LowerTiers[tier], Division = Ranks.Divisions[^(division + 1)], Points = points }
            : this with { Tier = "MASTER", Division = Ranks.Divisions[0], Points = points };
    }
}
