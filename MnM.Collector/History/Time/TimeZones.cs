namespace MnM.Collector.History.Time;

/// <summary>Finds time zones by the names people and browsers use.</summary>
public static class TimeZones
{
    private const int LongestName = 64;

    /// <summary>The zone of that name as this machine knows it, for example Europe/Berlin; null where it knows none.</summary>
    public static TimeZoneInfo? Find(string name) => IsName(name) && TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone : null;

    // On Linux a name is the path of a file below the zones.
    private static bool IsName(string name) =>
        name.Length is > 0 and <= LongestName && char.IsAsciiLetter(name[0]) && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '/' or '_' or '-' or '+' or ' ' or '(' or ')');
}
