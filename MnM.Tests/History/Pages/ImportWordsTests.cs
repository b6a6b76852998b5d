using MnM.Collector.Backplane;
using MnM.Collector.History.Import;
using MnM.Web.History;

namespace MnM.Tests.History.Pages;

/// <summary>Imports in words.</summary>
public sealed class ImportWordsTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 20, 44, 0, TimeSpan.Zero);

    private static readonly ImportView Running = new()
    {
        Id = "x",
        PlayerId = 1,
        GameName = "Nightjar",
        TagLine = "EUW",
        Region = "europe",
        State = ImportState.Fetching,
        Limit = 1000,
        Queues = [],
        Timelines = false,
        Total = 1000,
        Done = 612,
        AlreadyThere = 289,
        Left = [new LeftOut(WorkState.NotFound, "gone", 2), new LeftOut(WorkState.NotFound, "never there", 1), new LeftOut(WorkState.Private, "private", 1)],
        TimelinesLeft = 0,
        PerMinute = 48.2,
        ExpectedEnd = Now.AddMinutes(8),
        CreatedAt = Now.AddMinutes(-12),
    };

    [Fact]
    public void A_running_import_is_told_as_people_would_tell_it()
    {
        Assert.Equal("612 of 1,000 matches", ImportWords.Count(Running));
        Assert.Equal("48 a minute", ImportWords.Rate(Running));
        Assert.Equal("done about 21:52, in 8 min", ImportWords.End(Running, Now, TimeZoneInfo.CreateCustomTimeZone("here", TimeSpan.FromHours(1), null, null)));
        Assert.Equal("289 were already here", ImportWords.AlreadyThere(Running));
        Assert.Equal("4 left out: 3 not found, 1 private", ImportWords.LeftOut(Running));
        Assert.Equal(61.6, ImportWords.Percent(Running), precision: 6);
    }

    [Fact]
    public void While_the_list_is_read_the_bar_is_of_what_was_asked_for()
    {
        var listing = Running with { State = ImportState.Listing, Total = 100, Done = 50, Left = [] };
        Assert.Equal((5.0, "50 matches, 100 listed so far"), (ImportWords.Percent(listing), ImportWords.Count(listing)));
        Assert.Equal((0.0, "Reading the list of matches"), (ImportWords.Percent(listing with { Total = 0, Done = 0 }), ImportWords.Count(listing with { Total = 0 })));
    }

    [Theory]
    [InlineData(100, false, 50, "Up to 101 requests, about 2 min. What is here already is not asked for.")]
    [InlineData(1000, true, 50, "Timelines double the requests: 2,010 rather than 1,010, about 40 min.")]
    [InlineData(1000, false, 3000, "Up to 1,010 requests, about 20 s. What is here already is not asked for.")]
    public void What_an_import_costs_is_said_in_requests_and_time(int limit, bool timelines, double perMinute, string words) =>
        Assert.Equal(words, ImportWords.Cost(limit, timelines, perMinute));

    [Theory]
    [InlineData(20, "20 s")]
    [InlineData(480, "8 min")]
    [InlineData(7500, "2 h 5 min")]
    [InlineData(-4, "1 s")]
    public void Times_are_told_as_precisely_as_they_are_known(int seconds, string words) => Assert.Equal(words, ImportWords.Length(TimeSpan.FromSeconds(seconds)));
}
