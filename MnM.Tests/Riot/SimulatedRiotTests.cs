using MnM.Collector.Backplane;
using MnM.Collector.Riot;
using MnM.Simulator;
using MnM.Simulator.Network;
using MnM.Simulator.RiotApi;
using MnM.Simulator.RiotApi.Limits;
using MnM.Simulator.World;
using AccountApi = MnM.Collector.Riot.AccountApi;
using StatusApi = MnM.Collector.Riot.StatusApi;
using SummonerApi = MnM.Collector.Riot.SummonerApi;

namespace MnM.Tests.Riot;

/// <summary>The client against the simulator's Riot.</summary>
public sealed class SimulatedRiotTests
{
    [Fact]
    public async Task An_account_is_found_with_all_that_belongs_to_it()
    {
        var clock = new SimulatorClock();
        var network = new InProcessNetwork();
        await using var server = RiotServer.InProcess(network, new RiotApiOptions(), clock);
        await using var run = await RiotRun.StartAsync(network.CreateHandler(), new RiotOptions { ApiKey = KnownKeys.League.Value, BaseUrl = server.BaseUrl }, clock);
        var (lane, end, me) = (Lane.Requested, CancellationToken.None, Account.Main);

        var account = (await run.AnswerAsync(run.Get<AccountApi>().FindByRiotIdAsync(me.GameName, me.TagLine, "europe", lane, end))).Found!;
        Assert.Equal((me.GameName, me.TagLine), (account.GameName, account.TagLine));
        var platform = (await run.AnswerAsync(run.Get<AccountApi>().FindPlatformAsync(account.Puuid, "europe", lane, end))).Found!;
        Assert.Contains(platform, Routing.Platforms);
        Assert.True((await run.AnswerAsync(run.Get<SummonerApi>().FindAsync(account.Puuid, platform, lane, end))).Found!.Level > 0);
        Assert.Equal(platform, (await run.AnswerAsync(run.Get<StatusApi>().FindAsync(platform, lane, end))).Found!.Platform);
        Assert.IsType<RiotAnswer<RiotAccount>.NotFound>(await run.AnswerAsync(run.Get<AccountApi>().FindByRiotIdAsync("nobody here", "NO", "europe", lane, end)));
    }

    [Fact]
    public async Task A_key_that_the_server_does_not_know_is_bad()
    {
        var clock = new SimulatorClock();
        var network = new InProcessNetwork();
        await using var server = RiotServer.InProcess(network, new RiotApiOptions(), clock);
        await using var run = await RiotRun.StartAsync(network.CreateHandler(), new RiotOptions { ApiKey = "RGAPI-unknown", BaseUrl = server.BaseUrl }, clock);
        var answer = await run.AnswerAsync(run.Get<AccountApi>().FindByRiotIdAsync("quiet", "EUW", "europe", Lane.Live, CancellationToken.None));
        Assert.Contains("refuses the key", Assert.IsType<RiotAnswer<RiotAccount>.Unavailable>(answer).Reason, StringComparison.Ordinal);
    }
}
