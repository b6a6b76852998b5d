using System.Globalization;
using System.Text.RegularExpressions;
using MnM.Collector.Insights;

namespace MnM.Tests.Insights.Words;

/// <summary>The numbers of a report, rounded in every way in which sentences round: whatever a sentence tells must be among them.</summary>
internal sealed partial class ToldNumbers
{
    private static readonly string[] Words = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
    private readonly HashSet<string> _numbers = [];
    private readonly HashSet<string> _percents = [];
    private readonly HashSet<string> _times = [];

    public ToldNumbers(InsightReport report)
    {
        foreach (var match in report.Matches)
        {
            _times.Add(Time(match.Seconds));
        }

        Learn(report.Games, report.Wins);
        foreach (var action in report.Actions)
        {
            _times.Add(Time(action.At));
            LearnPercent(action.Swing);
        }

        foreach (var group in report.Groups)
        {
            Learn(group.Count);
            LearnPercent(group.Swing);
            _times.UnionWith([Time(group.From), Time(group.To)]);
            Learn(group.Sequel?.After ?? 0);
        }

        foreach (var gap in report.Gaps)
        {
            // The minutes of the figures' names.
            _times.UnionWith(["10:00", "15:00"]);
            foreach (var value in (double?[])[gap.Own, gap.Usual?.Mean, gap.Usual?.Margin, gap.Usual?.Games, gap.Others?.Mean, gap.Others?.Margin, gap.Others?.Games])
            {
                Learn(value ?? 0);
                LearnPercent(gap.Figure == InsightFigure.KillParticipationPercent ? value / 100 : null);
            }
        }
    }

    /// <summary>The first number that the report does not have; null where it has all.</summary>
    public string? FaultOf(string text)
    {
        var plain = QuotedPattern().Replace(text, "name");
        foreach (Match match in NumberPattern().Matches(plain))
        {
            var digits = match.Groups["digits"].Value.TrimStart('+', '−');
            var isKnown = digits.Contains(':', StringComparison.Ordinal) ? _times.Contains(digits)
                : match.Groups["percent"].Success ? _percents.Contains(digits)
                : _numbers.Contains(digits);
            if (!isKnown)
            {
                return match.Value;
            }
        }

        return WordPattern().Matches(plain).Select(word => word.Value)
            .FirstOrDefault(word => Array.IndexOf(Words, word.ToLowerInvariant()) is >= 0 and var index && !_numbers.Contains((index + 1).ToString(CultureInfo.InvariantCulture)));
    }

    private void Learn(params IEnumerable<double> values)
    {
        foreach (var value in values.Select(Math.Abs))
        {
            _numbers.UnionWith([Text(value, "0"), Text(value, "0.0"), Text(value, "0.00"), Text(value, "0.#"), Text(Math.Round(value, MidpointRounding.AwayFromZero), "0")]);
        }
    }

    private void LearnPercent(double? share)
    {
        if (share is { } value)
        {
            _percents.UnionWith([Text(Math.Round(100 * Math.Abs(value), MidpointRounding.AwayFromZero), "0"), Text(100 * Math.Abs(value), "0")]);
        }
    }

    private static string Time(double seconds) => string.Create(CultureInfo.InvariantCulture, $"{(int)seconds / 60}:{(int)seconds % 60:00}");

    private static string Text(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);

    [GeneratedRegex("“[^”]*”")]
    private static partial Regex QuotedPattern();

    [GeneratedRegex(@"(?<digits>[+−]?\d+(?::\d\d|\.\d+)?)(?<percent> %)?")]
    private static partial Regex NumberPattern();

    [GeneratedRegex("[A-Za-z]+")]
    private static partial Regex WordPattern();
}
