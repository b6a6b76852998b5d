using System.Globalization;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace MnM.Collector.Storage;

/// <summary>Keeps times as ISO 8601 text in UTC with milliseconds, so that they sort as text and any SQLite tool shows them.</summary>
internal sealed class UtcText() : ValueConverter<DateTimeOffset, string>(time => Write(time), text => Read(text))
{
    private const string Format = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    private static string Write(DateTimeOffset time) => time.ToUniversalTime().ToString(Format, CultureInfo.InvariantCulture);

    public static DateTimeOffset Read(string text) =>
        DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);
}
