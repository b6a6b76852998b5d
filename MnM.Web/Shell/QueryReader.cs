using System.Globalization;

namespace MnM.Web.Shell;

/// <summary>Reads the parameters of an address. What makes no sense counts as not said, and is noted.</summary>
internal sealed class QueryReader
{
    private readonly List<string> _faults = [];

    /// <summary>What made no sense, in sentences for people.</summary>
    public IReadOnlyList<string> Faults => _faults;

    /// <summary>A parameter; the default where it is not said or is none.</summary>
    /// <param name="text">As it stands in the address.</param>
    /// <param name="read">Null of what is none.</param>
    /// <param name="fault">What it ought to be.</param>
    public T? Take<T>(string? text, Func<string, T?> read, string fault)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return default;
        }

        var value = read(text.Trim());
        if (value is null)
        {
            _faults.Add(fault);
        }

        return value;
    }

    /// <summary>A whole number without a sign.</summary>
    public int? Number(string? text, string fault) =>
        Take(text, word => int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : (int?)null, fault);

    /// <summary>A span of days of two parameters, from and to.</summary>
    public DaySpan Days(string? from, string? to)
    {
        var days = new DaySpan(Take(from, DaySpans.Read, "from is a day: yyyy-MM-dd."), Take(to, DaySpans.Read, "to is a day: yyyy-MM-dd."));
        if (days.From > days.To)
        {
            _faults.Add("from is not after to.");
        }

        return days;
    }
}
