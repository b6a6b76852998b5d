using System.Net;
using MnM.Collector.Players;
using MnM.Tests.Riot;

namespace MnM.Tests.Players;

/// <summary>Somebody who waits wants a player.</summary>
public sealed class PlayerFinderTests
{
    private static readonly string Puuid = new('p', 78);
    private static readonly CancellationToken End = CancellationToken.None;

    [Fact]
    public async Task Riot_is_asked_once_who_somebody_is_and_once_where()
    {
        var riot = Riot("euw1");
        await using var run = await StartAsync(riot);
        var first = Assert.IsType<FoundPlayer.Found>(await FindAsync(run, "Nightjar", "EUW")).Player;
        var there = Assert.IsType<FoundPlatform.Found>(await PlatformAsync(run, first));
        var again = Assert.IsType<FoundPlayer.Found>(await FindAsync(run, " night jar", "euw ")).Player;

        Assert.Equal((first.Id, "euw1", "europe"), (again.Id, there.Platform, there.Region));
        Assert.Equal(there, await PlatformAsync(run, again));
        Assert.Equal(2, riot.Count);
    }

    [Fact]
    public async Task What_is_old_is_asked_for_again_and_serves_while_Riot_does_not_answer()
    {
        var isDown = false;
        await using var run = await StartAsync(new StubRiot(path => isDown ? StubRiot.Answer(HttpStatusCode.BadGateway) : Answer(path, "euw1")));
        var player = Assert.IsType<FoundPlayer.Found>(await FindAsync(run, "Nightjar", "EUW")).Player;
        await PlatformAsync(run, player);
        run.Clock.Advance(TimeSpan.FromDays(40).TotalSeconds);
        isDown = true;

        var old = Assert.IsType<FoundPlayer.Found>(await FindAsync(run, "Nightjar", "EUW")).Player;
        Assert.Equal("euw1", Assert.IsType<FoundPlatform.Found>(await PlatformAsync(run, old)).Platform);
        Assert.IsType<FoundPlayer.Unavailable>(await FindAsync(run, "Somebody", "EUW"));
    }

    [Fact]
    public async Task Nobody_is_told_by_the_name_that_was_asked_for()
    {
        await using var run = await StartAsync(StubRiot.Always(HttpStatusCode.NotFound));
        Assert.Equal("Nobody is called Some body#EUW. Names can be changed: look at the profile in the League client.", Assert.IsType<FoundPlayer.Nobody>(await FindAsync(run, " Some body", "EUW")).Sentence);
        Assert.IsType<FoundPlayer.Nobody>(await run.Get<PlayerFinder>().FindAsync(PlayerPath.Parse(Puuid)!, End));
    }

    [Fact]
    public async Task Who_waits_is_not_let_wait_for_long()
    {
        await using var run = await StartAsync(new StubRiot(_ => null));
        var started = run.Clock.GetTimestamp();
        Assert.Equal("Riot did not answer within 10 seconds.", Assert.IsType<FoundPlayer.Unavailable>(await FindAsync(run, "Nightjar", "EUW", mostStep: 15)).Reason);
        Assert.InRange(run.Clock.GetElapsedTime(started).TotalSeconds, 10, 15);
    }

    [Theory]
    [InlineData("ph2", "sg2", "sea")]
    [InlineData("KR", "kr", "asia")]
    public async Task A_platform_is_what_it_was_merged_into(string told, string platform, string region)
    {
        await using var run = await StartAsync(Riot(told));
        var player = Assert.IsType<FoundPlayer.Found>(await FindAsync(run, "Nightjar", "EUW")).Player;
        Assert.Equal(new FoundPlatform.Found(platform, region), await PlatformAsync(run, player));
    }

    [Fact]
    public async Task A_platform_that_MnM_does_not_know_is_told_as_it_came()
    {
        await using var run = await StartAsync(Riot("mars1"));
        var player = Assert.IsType<FoundPlayer.Found>(await FindAsync(run, "Nightjar", "EUW")).Player;
        Assert.Equal(new FoundPlatform.Nowhere("mars1"), await PlatformAsync(run, player));
    }

    private static StubRiot Riot(string platform) => new(path => Answer(path, platform));

    private static HttpResponseMessage Answer(string path, string platform) => path.Contains("region/by-game", StringComparison.Ordinal)
        ? StubRiot.Answer(HttpStatusCode.OK, $$"""{"puuid":"{{Puuid}}","game":"lol","region":"{{platform}}"}""")
        : StubRiot.Answer(HttpStatusCode.OK, $$"""{"puuid":"{{Puuid}}","gameName":"Nightjar","tagLine":"EUW"}""");

    private static Task<RiotRun> StartAsync(HttpMessageHandler riot) => RiotRun.StartAsync(riot, more: services => services.AddPlayers());

    private static Task<FoundPlayer> FindAsync(RiotRun run, string name, string tag, double mostStep = 5) => run.AnswerAsync(run.Get<PlayerFinder>().FindAsync(name, tag, End), mostStep);

    private static Task<FoundPlatform> PlatformAsync(RiotRun run, KnownPlayer player) => run.AnswerAsync(run.Get<PlayerFinder>().FindPlatformAsync(player, End));
}
