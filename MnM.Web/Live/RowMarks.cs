namespace MnM.Web.Live;

/// <summary>What changed in a row since the polls before.</summary>
/// <param name="Flashes">How often the row has glowed; the glow starts anew whenever this grows.</param>
/// <param name="KillMoved">Whether the kill figure went up within the last two seconds.</param>
/// <param name="NewItems">Bit n: the item in place n appeared within the last four seconds.</param>
/// <param name="DeadFor">Seconds that the present death lasts in all, as far as it was seen; 0 while alive.</param>
public sealed record RowMarks(int Flashes, bool KillMoved, int NewItems, double DeadFor)
{
    /// <summary>Nothing changed.</summary>
    public static RowMarks None { get; } = new(0, false, 0, 0);

    /// <summary>Whether the item in <paramref name="place"/> is new.</summary>
    public bool IsNew(int place) => place is >= 0 and < 32 && (NewItems & (1 << place)) != 0;

    /// <summary>The class that makes the row glow. Two names for one motion: an animation only starts again under another name.</summary>
    public string? FlashClass => Flashes == 0 ? null : Flashes % 2 == 1 ? "flash" : "flash again";
}
