using System.Globalization;

namespace MnM.Collector.Tft.Analytics.Embedded;

/// <summary>Lists of numbers as a parameter that SQLite takes apart: json_each.</summary>
internal static class Numbers
{
    public static string Json(IEnumerable<int> numbers) => $"[{string.Join(',', numbers.Select(number => number.ToString(CultureInfo.InvariantCulture)))}]";
}
