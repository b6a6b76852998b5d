using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace MnM.Collector.Storage;

/// <summary>
/// Keeps times as milliseconds since 1970 in UTC, a third of the room that <see cref="UtcText"/> takes: for rows that are written over and over and that nobody reads with other tools.
/// </summary>
internal sealed class UtcMilliseconds() : ValueConverter<DateTimeOffset, long>(time => time.ToUnixTimeMilliseconds(), number => DateTimeOffset.FromUnixTimeMilliseconds(number));
