using System.Globalization;
using System.Text.RegularExpressions;

namespace MnM.Collector.Tft.Patches;

/// <summary>A patch of Teamfight Tactics: 16.10, 18.2, 18.2b. Ordered by its numbers, so that 16.10 comes after 16.9.</summary>
/// <param name="Major">Before the point.</param>
/// <param name="Minor">After it.</param>
/// <param name="Revision">0, or 1 for the patch's "b", 2 for "c".</param>
public readonly partial record struct Patch(int Major, int Minor, int Revision = 0) : IComparable<Patch>
{
    /// <summary>Of a match that neither its version nor the calendar gives one.</summary>
    public static Patch Unknown { get; }

    /// <summary>The patch as one number, by which engines keep and compare it; 0 where it is unknown.</summary>
    public int Code => (Major * 100_000) + (Minor * 100) + Revision;

    /// <summary>The patch of a number.</summary>
    public static Patch OfCode(int code) => new(code / 100_000, code % 100_000 / 100, code % 100);

    /// <summary>Reads 18.2 or 18.2b; null where the text is no patch.</summary>
    public static Patch? Find(string? text) => text is not null && Text().Match(text.Trim()) is { Success: true } match
        ? new Patch(Number(match.Groups[1].Value), Number(match.Groups[2].Value), match.Groups[3].Value is [var letter] ? char.ToLowerInvariant(letter) - 'a' : 0)
        : null;

    /// <inheritdoc/>
    public int CompareTo(Patch other) => Code.CompareTo(other.Code);

    public static bool operator <(Patch one, Patch other) => one.CompareTo(other) < 0;

    public static bool operator >(Patch one, Patch other) => one.CompareTo(other) > 0;

    public static bool operator <=(Patch one, Patch other) => one.CompareTo(other) <= 0;

    public static bool operator >=(Patch one, Patch other) => one.CompareTo(other) >= 0;

    /// <inheritdoc/>
    public override string ToString() => Code == 0
        ? "unknown"
        : string.Create(CultureInfo.InvariantCulture, $"{Major}.{Minor}{(Revision == 0 ? "" : ((char)('a' + Revision)).ToString())}");

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    [GeneratedRegex("^([0-9]{1,3})\\.([0-9]{1,3})([b-zB-Z]?)$")]
    private static partial Regex Text();
}
