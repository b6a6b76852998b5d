using System.Collections.Immutable;

namespace MnM.Collector.Tft.Patches;

/// <summary>
/// The dates that come with MnM, of patches that matches do not name themselves. A patch whose date is not known for sure is left out: whoever knows it enters it on the page.
/// </summary>
internal static class ShippedPatches
{
    public static ImmutableArray<PatchDate> All { get; } =
    [
        new(new Patch(18, 1), 18, Day(2026, 8, 26), IsOwn: false),
        new(new Patch(18, 2, 1), 18, Day(2026, 9, 15), IsOwn: false),
    ];

    private static DateTimeOffset Day(int year, int month, int day) => new(year, month, day, 0, 0, 0, TimeSpan.Zero);
}
