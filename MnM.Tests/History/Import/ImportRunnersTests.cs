using Microsoft.Extensions.Hosting;
using MnM.Collector.History.Import;
using MnM.Collector.Riot;
using MnM.Simulator;
using MnM.Simulator.Network;
using MnM.Simulator.RiotApi;
using MnM.Simulator.RiotApi.Limits;
using MnM.Simulator.World;
using MnM.Tests.Hosting;

namespace MnM.Tests.History.Import;

/// <summary>An import by the runners themselves, against the simulator's Riot with its limits.</summary>
public sealed class ImportRunnersTests
{
    [Fact]
    public async Task An_import_runs_by_itself_within_the_limits_and_goes_on_after_a_restart()
    {
        using var folder = new TemporaryFolder();
        var (clock, network) = (new SimulatorClock(), new InProcessNetwork());
        await using var server = RiotServer.InProcess(network, new RiotApiOptions(), clock);
        var riot = new RiotOptions { ApiKey = KnownKeys.League.Value, BaseUrl = server.BaseUrl };
        var me = Account.Main;
        string id;
        await using (var run = await StartAsync())
        {
            id = Assert.IsType<StartedImport.Started>(await run.StartAsync(new ImportRequest(me.GameName, me.TagLine) { Limit = 60 })).Import.Id;
            await WhileRunningAsync(run, async () => (await run.ViewAsync(id)).Done < 20);
        }

        await using var again = await StartAsync();
        Assert.InRange((await again.ViewAsync(id)).Done, 20, 59);
        await WhileRunningAsync(again, async () => (await again.ViewAsync(id)).IsRunning);
        var done = await again.ViewAsync(id);
        Assert.Equal((ImportState.Done, done.Total), (done.State, done.Done + done.LeftOut));
        Assert.InRange(done.Total, 20, 60);
        Assert.Equal(done.Done, (await again.MatchesAsync(id)).Length);
        Assert.All(await again.MatchesAsync(id), match => Assert.NotNull(match.Mine));

        Task<ImportRun> StartAsync() => ImportRun.StartAsync(folder, network.CreateHandler(), () => 0, clock, riot);
    }

    /// <summary>Lets the runners run as the host does.</summary>
    private static async Task WhileRunningAsync(ImportRun run, Func<Task<bool>> isSo)
    {
        IHostedService[] runners = [run.Get<ListRunner>(), run.Get<ImportMatchRunner>(), run.Get<ImportTimelineRunner>(), run.Get<ImportUpkeep>()];
        foreach (var runner in runners)
        {
            await runner.StartAsync(CancellationToken.None);
        }

        await run.AnswerAsync(UntilNotAsync(isSo));
        foreach (var runner in runners)
        {
            await run.AnswerAsync(StoppedAsync(runner));
        }
    }

    private static async Task<bool> UntilNotAsync(Func<Task<bool>> isSo)
    {
        while (await isSo())
        {
            await Task.Yield();
        }

        return true;
    }

    private static async Task<bool> StoppedAsync(IHostedService runner)
    {
        await runner.StopAsync(CancellationToken.None);
        return true;
    }
}
