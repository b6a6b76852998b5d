using System.Net;
using MnM.Collector.Riot;
using MnM.Collector.Scouting;
using MnM.Simulator;
using MnM.Tests.Riot;

namespace MnM.Tests.Scouting;

public sealed class LoadingGameTests
{
    private const string Game = """{"gameId":7001,"participants":[]}""";
    private static readonly Puuid You = Puuid.Find(new string('y', 78))!;

    [Theory]
    [InlineData(HttpStatusCode.NotFound)]
    [InlineData(HttpStatusCode.BadRequest)]
    public async Task A_spectator_that_is_late_is_asked_again_as_long_as_the_game_loads(HttpStatusCode before)
    {
        var clock = new SimulatorClock();
        List<double> asked = [];
        var start = clock.GetTimestamp();
        var riot = new StubRiot(_ =>
        {
            asked.Add(clock.GetElapsedTime(start).TotalSeconds);
            return asked.Count < 7 ? StubRiot.Answer(before) : StubRiot.Answer(HttpStatusCode.OK, Game);
        });
        await using var run = await RiotRun.StartAsync(riot, clock: clock);

        Assert.Equal(7001, (await run.AnswerAsync(FindAsync(run, () => true), mostStep: 10))?.GameId);

        // How long at the most is not told: the clock goes on while an answer is on its way.
        Assert.All(asked.Zip(asked.Skip(1), (one, next) => next - one), pause => Assert.True(pause >= 4, $"It was asked again after {pause} s."));
    }

    [Fact]
    public async Task A_game_that_loads_no_longer_is_not_asked_for()
    {
        var asked = 0;
        await using var run = await RiotRun.StartAsync(new StubRiot(_ => StubRiot.Answer(++asked > 4 ? HttpStatusCode.OK : HttpStatusCode.NotFound, Game)));

        Assert.Null(await run.AnswerAsync(FindAsync(run, () => asked < 4), mostStep: 10));
        Assert.Equal(4, asked);
    }

    [Fact]
    public async Task What_Riot_does_not_show_is_asked_for_once()
    {
        var riot = new StubRiot(path => StubRiot.Answer(path.Contains("/spectator/", StringComparison.Ordinal) ? HttpStatusCode.Forbidden : HttpStatusCode.OK));
        await using var run = await RiotRun.StartAsync(riot);

        Assert.Null(await run.AnswerAsync(FindAsync(run, () => true), mostStep: 10));
        Assert.Single(riot.Asked, address => address.Contains("/spectator/", StringComparison.Ordinal));
    }

    private static Task<ActiveGame?> FindAsync(RiotRun run, Func<bool> isLoading) =>
        new LoadingGame(run.Get<SpectatorApi>(), run.Clock).FindAsync(You, "euw1", 7001, isLoading, CancellationToken.None);
}
