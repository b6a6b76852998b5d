using MnM.Collector.Matches.Pool;
using MnM.Web.Players;
using MnM.Web.Shell;

namespace MnM.Tests.Players.Pages;

/// <summary>What an address asks of a player's matches.</summary>
public sealed class PlayerQuestionTests
{
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    [Fact]
    public void An_address_and_its_question_are_the_same()
    {
        var said = new PlayerParameters { Champion = "103", Queue = "420", Role = "middle", Patch = "16.22", From = "2026-10-01", To = "2026-10-25", Result = "Lost" };
        var (question, faults) = PlayerQuestion.Read(said);
        Assert.Empty(faults);
        Assert.Equal(
            new PlayerQuestion { Champion = 103, Queue = 420, Role = "MIDDLE", Patch = "16.22", Days = new DaySpan(new DateOnly(2026, 10, 1), new DateOnly(2026, 10, 25)), Result = MatchResult.Lost },
            question);
        Assert.Equal(["103", "420", "MIDDLE", "16.22", "2026-10-01", "2026-10-25", "lost"], question.ToQuery().Values.Select(value => $"{value}"));
        Assert.All(PlayerQuestion.None.ToQuery().Values, Assert.Null);
    }

    [Fact]
    public void Days_begin_and_end_at_midnight_by_the_clocks_that_are_asked_for()
    {
        // The last day has 25 hours.
        var filter = new PlayerQuestion { Days = new DaySpan(new DateOnly(2026, 10, 24), new DateOnly(2026, 10, 25)) }.ToFilter(Berlin);
        Assert.Equal((new DateTimeOffset(2026, 10, 23, 22, 0, 0, TimeSpan.Zero), new DateTimeOffset(2026, 10, 25, 23, 0, 0, TimeSpan.Zero)), (filter.From!.Value, filter.Before!.Value));
        Assert.Equal(new PoolFilter(), PlayerQuestion.None.ToFilter(Berlin));
    }

    [Theory]
    [InlineData("champion", "-1", "champion is Riot's number")]
    [InlineData("queue", "solo", "queue is Riot's number")]
    [InlineData("role", "king", "role is one of TOP")]
    [InlineData("from", "yesterday", "from is a day")]
    [InlineData("to", "2026-13-01", "to is a day")]
    [InlineData("result", "2", "result is one of won, lost, none")]
    public void What_makes_no_sense_counts_as_not_said(string name, string value, string fault)
    {
        var said = name switch
        {
            "champion" => new PlayerParameters { Champion = value },
            "queue" => new PlayerParameters { Queue = value },
            "role" => new PlayerParameters { Role = value },
            "from" => new PlayerParameters { From = value },
            "to" => new PlayerParameters { To = value },
            _ => new PlayerParameters { Result = value },
        };
        var (question, faults) = PlayerQuestion.Read(said);
        Assert.Equal(PlayerQuestion.None, question);
        Assert.StartsWith(fault, Assert.Single(faults), StringComparison.Ordinal);
    }
}
