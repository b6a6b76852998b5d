namespace MnM.Collector.Live;

/// <summary>
/// What the ids of turrets, inhibitors and minions tell. Two spellings are in use: <c>Turret_T2_L_03_A</c> to early 2025,
/// <c>Turret_TOrder_L0_P3_3795288474</c> since; minions are <c>Minion_T100L0S37N0229</c>.
/// </summary>
internal static class Structures
{
    /// <summary>The team that owns it; null where the id does not tell.</summary>
    public static string? OwnerOf(string id)
    {
        var mark = id.IndexOf("_T", StringComparison.Ordinal);
        if (mark < 0)
        {
            return null;
        }

        var team = id.AsSpan(mark + 2);
        return team.StartsWith("Order", StringComparison.OrdinalIgnoreCase) || team.StartsWith("100") || team.StartsWith("1_") ? TeamView.Blue
            : team.StartsWith("Chaos", StringComparison.OrdinalIgnoreCase) || team.StartsWith("200") || team.StartsWith("2_") ? TeamView.Red
            : null;
    }

    /// <summary>The team on the other side of it; null where the id does not tell.</summary>
    public static string? TakerOf(string id) => OwnerOf(id) switch
    {
        TeamView.Blue => TeamView.Red,
        TeamView.Red => TeamView.Blue,
        _ => null,
    };
}
