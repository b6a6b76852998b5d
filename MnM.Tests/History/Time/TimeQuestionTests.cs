using MnM.Collector.History.Time;
using MnM.Collector.Matches.Played;
using MnM.Collector.Players;
using MnM.Web.History.Time;
using static MnM.Tests.History.Time.Play;

namespace MnM.Tests.History.Time;

/// <summary>Filters, zone and method in an address.</summary>
public sealed class TimeQuestionTests
{
    [Fact]
    public void An_empty_address_asks_for_everything_by_the_clocks_of_this_machine()
    {
        var (question, faults) = TimeQuestion.Read(new(), Berlin);
        Assert.Equal((TimeFilter.None, Berlin, RateMethod.Shrunk), (question.Filter, question.Zone, question.Method));
        Assert.Empty(faults);
        Assert.All(question.ToQuery(Berlin), pair => Assert.Null(pair.Value));
    }

    [Fact]
    public void What_an_address_says_comes_back_to_it()
    {
        var said = new TimeParameters
        {
            Champion = "103",
            Role = "utility",
            Queue = "420",
            Patch = "16.22",
            From = "2026-01-02",
            To = "2026-03-04",
            With = "Quiet Storm#EUW",
            Without = "Two-Part-NA1",
            Tz = "America/Sao_Paulo",
            Rates = "Laplace",
        };
        var (question, faults) = TimeQuestion.Read(said, Berlin);
        Assert.Empty(faults);
        Assert.Equal(new TimeFilter
        {
            Champion = 103,
            Role = "UTILITY",
            Queue = 420,
            Patch = "16.22",
            From = new(2026, 1, 2),
            To = new(2026, 3, 4),
            With = PlayerPath.Of("Quiet Storm", "EUW"),
            Without = PlayerPath.Of("Two-Part", "NA1"),
        }, question.Filter);
        Assert.Equal((SaoPaulo.Id, RateMethod.Laplace), (question.Zone.Id, question.Method));

        var query = question.ToQuery(Berlin);
        Assert.Equal(("Quiet Storm-EUW", "America/Sao_Paulo", "laplace", "2026-01-02"), (query["with"], query["tz"], query["rates"], query["from"]));
        var again = TimeQuestion.Read(new()
        {
            Champion = $"{query["champion"]}",
            Role = $"{query["role"]}",
            Queue = $"{query["queue"]}",
            Patch = $"{query["patch"]}",
            From = $"{query["from"]}",
            To = $"{query["to"]}",
            With = $"{query["with"]}",
            Without = $"{query["without"]}",
            Tz = $"{query["tz"]}",
            Rates = $"{query["rates"]}",
        }, Berlin).Question;
        Assert.Equal(question, again);
    }

    [Theory]
    [InlineData("champion", "Ahri", "champion is Riot's number")]
    [InlineData("champion", "-1", "champion is Riot's number")]
    [InlineData("role", "FEEDER", "role is one of TOP")]
    [InlineData("queue", "4.2", "queue is Riot's number")]
    [InlineData("from", "yesterday", "from is a day")]
    [InlineData("to", "2026-02-30", "to is a day")]
    [InlineData("with", "Nobody", "with names a player")]
    [InlineData("without", "#", "without names a player")]
    [InlineData("tz", "Mars/Olympus", "tz is a time zone")]
    [InlineData("tz", "../../../etc/passwd", "tz is a time zone")]
    [InlineData("tz", "/etc/localtime", "tz is a time zone")]
    [InlineData("rates", "1", "rates is one of")]
    public void What_makes_no_sense_is_named_and_counts_as_not_said(string name, string value, string fault)
    {
        string? Of(string parameter) => parameter == name ? value : null;
        var (question, faults) = TimeQuestion.Read(new()
        {
            Champion = Of("champion"),
            Role = Of("role"),
            Queue = Of("queue"),
            From = Of("from"),
            To = Of("to"),
            With = Of("with"),
            Without = Of("without"),
            Tz = Of("tz"),
            Rates = Of("rates"),
        }, Utc);
        Assert.StartsWith(fault, Assert.Single(faults), StringComparison.Ordinal);
        Assert.Equal((TimeFilter.None, Utc, RateMethod.Shrunk), (question.Filter, question.Zone, question.Method));
    }

    [Fact]
    public void The_first_day_is_not_after_the_last() =>
        Assert.Equal("from is not after to.", Assert.Single(TimeQuestion.Read(new() { From = "2026-03-02", To = "2026-03-01" }, Utc).Faults));
}
