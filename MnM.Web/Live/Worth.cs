namespace MnM.Web.Live;

/// <summary>What somebody has in gold: the value of the visible items while a game runs, the gold earned once the League client has told it.</summary>
/// <param name="Gold">How much.</param>
/// <param name="IsEarned">Whether it is gold, and not the value of items.</param>
public readonly record struct Worth(int Gold, bool IsEarned)
{
    /// <summary>What it is, within a line.</summary>
    public string Word => IsEarned ? "gold earned" : "item value";

    /// <summary>What it is, at the start of a line.</summary>
    public string Title => IsEarned ? "Gold earned" : "Item value";

    /// <summary>What several have together; whatever the port answers, the sum stays a number.</summary>
    public static Worth Sum(IEnumerable<Worth> all)
    {
        var (gold, isEarned) = (0L, false);
        foreach (var one in all)
        {
            (gold, isEarned) = (gold + one.Gold, one.IsEarned);
        }

        return new((int)Math.Clamp(gold, -int.MaxValue, int.MaxValue), isEarned);
    }

    /// <summary>What one has more than another; negative where it is less.</summary>
    public static int operator -(Worth one, Worth other) => (int)Math.Clamp((long)one.Gold - other.Gold, -int.MaxValue, int.MaxValue);
}
