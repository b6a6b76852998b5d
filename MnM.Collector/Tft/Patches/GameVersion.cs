using System.Globalization;
using System.Text.RegularExpressions;

namespace MnM.Collector.Tft.Patches;

/// <summary>What Riot's text of a match's version says of its patch.</summary>
internal static partial class GameVersion
{
    /// <summary>
    /// The patch in "Version 15.15.700.1234 (…)" or "Linux Version 16.10.776.5552 (…)"; null of "TFT Unreal Version ?.?.?.?", and of whatever else names none. Revisions ("b") never stood in it.
    /// </summary>
    public static Patch? PatchOf(string? text) =>
        text is not null && Numbers().Match(text) is { Success: true } match && new Patch(Number(match.Groups[1].Value), Number(match.Groups[2].Value)) is { Code: > 0 } patch
            ? patch
            : null;

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    [GeneratedRegex("\\bVersion ([0-9]{1,3})\\.([0-9]{1,3})(?![0-9])", RegexOptions.IgnoreCase)]
    private static partial Regex Numbers();
}
