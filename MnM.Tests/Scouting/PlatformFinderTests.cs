using System.Net;
using MnM.Collector.Riot;
using MnM.Collector.Scouting;
using MnM.Tests.Riot;

namespace MnM.Tests.Scouting;

/// <summary>On which platform somebody plays, where nobody but Riot tells.</summary>
public sealed class PlatformFinderTests
{
    private static readonly RiotName You = new("Nightjar", "EUW");

    [Theory]
    [InlineData("EUW1", "euw1")]
    [InlineData("mars1", null)]
    public async Task What_Riot_tells_is_kept(string told, string? platform)
    {
        var riot = new StubRiot(path => StubRiot.Answer(HttpStatusCode.OK, $$"""{"puuid":"{{new string('a', 78)}}","region":"{{told}}"}"""));
        await using var run = await RiotRun.StartAsync(riot);
        var finder = new PlatformFinder(run.Get<AccountApi>(), run.Clock);
        Assert.True(finder.ShouldAsk(You));
        Assert.Equal(platform is not null, await run.AnswerAsync(finder.AskAsync(You, CancellationToken.None)));

        run.Clock.Advance(3600);
        Assert.Equal((platform, false), (finder.Find(You), finder.ShouldAsk(You)));
    }

    [Fact]
    public async Task Where_Riot_does_not_answer_it_is_asked_again_after_a_while_and_not_each_second()
    {
        await using var run = await RiotRun.StartAsync(StubRiot.Always(HttpStatusCode.ServiceUnavailable));
        var finder = new PlatformFinder(run.Get<AccountApi>(), run.Clock);
        Assert.True(finder.ShouldAsk(You));
        Assert.False(await run.AnswerAsync(finder.AskAsync(You, CancellationToken.None)));

        Assert.Equal((null, false), (finder.Find(You), finder.ShouldAsk(You)));
        run.Clock.Advance(20);
        Assert.True(finder.ShouldAsk(You));
    }
}
