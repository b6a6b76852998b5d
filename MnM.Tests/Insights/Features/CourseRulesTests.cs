using MnM.Collector.Insights.Features;
using MnM.Collector.Matches;

namespace MnM.Tests.Insights.Features;

public sealed class CourseRulesTests
{
    [Theory]
    [InlineData("CLASSIC", 420)]
    [InlineData("CLASSIC", 400)]
    [InlineData("CLASSIC", 700)]
    [InlineData("SWIFTPLAY", 480)]
    public void Matches_of_five_against_five_on_the_Rift_are_explained(string mode, int queue) => Assert.Null(WhyNot(match => (match.Mode, match.QueueId) = (mode, queue)));

    [Theory]
    [InlineData("ARAM", 12, 450, "this one is ARAM.")]
    [InlineData("KIWI", 12, 2400, "this one is ARAM Mayhem.")]
    [InlineData("CHERRY", 30, 1700, "this one is Arena.")]
    [InlineData("URF", 11, 1900, "this one is URF.")]
    [InlineData("CLASSIC", 10, 470, "this one is on another map.")]
    [InlineData("NEWMODE", 11, 3000, "this one is NEWMODE.")]
    [InlineData("BRAWL", 11, 2300, "Riot does not approve that this mode is kept or shown.")]
    [InlineData("CLASSIC", 11, 0, "Custom games")]
    [InlineData("CLASSIC", 11, 870, "against the computer")]
    public void Other_modes_are_not_and_it_is_said_which_one(string mode, int map, int queue, string said) =>
        Assert.Contains(said, WhyNot(match => (match.Mode, match.MapId, match.QueueId) = (mode, map, queue)), StringComparison.Ordinal);

    [Fact]
    public void Games_without_a_result_or_too_short_are_not()
    {
        Assert.Contains("remake", WhyNot(match => match.IsRemake = true), StringComparison.Ordinal);
        Assert.Contains("called the match off", WhyNot(match => match.EndReason = "Abort_Unexpected"), StringComparison.Ordinal);
        Assert.Contains("less than five minutes", WhyNot(match => match.DurationSeconds = 299), StringComparison.Ordinal);
        Assert.Contains("which side won", WhyNot(participant: one => one.Win = false), StringComparison.Ordinal);
        Assert.Contains("which side won", WhyNot(participant: one => one.Win = true), StringComparison.Ordinal);
    }

    [Fact]
    public void Two_teams_of_five_are_needed_and_whom_Riot_does_not_name_is_no_computer()
    {
        Assert.Contains("two teams of five", WhyNot(participant: one => one.TeamId = one.Number <= 6 ? 100 : 200), StringComparison.Ordinal);
        Assert.Contains("8 people", CourseRules.WhyNot(TestCourse.Match() is var match ? match with { Participants = match.Participants[..8] } : null!), StringComparison.Ordinal);
        Assert.Null(WhyNot(participant: one => one.Puuid = one.Number == 3 ? null : one.Puuid));
        Assert.Contains("against the computer", WhyNot(participant: one => one.Puuid = one.Number > 5 ? null : one.Puuid), StringComparison.Ordinal);
    }

    private static string? WhyNot(Action<Match>? match = null, Action<MatchParticipant>? participant = null) => MatchCourse.WhyNot(TestCourse.Match(match, participant));
}
