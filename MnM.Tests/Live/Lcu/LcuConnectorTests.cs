using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using MnM.Collector.Live;
using MnM.Collector.Live.Lcu;
using MnM.Simulator.World;

namespace MnM.Tests.Live.Lcu;

/// <summary>The connection to a client that goes wrong. Its clock stands still while a tick is under way.</summary>
public sealed class LcuConnectorTests
{
    [Theory]
    [InlineData(HttpStatusCode.NotFound)]
    [InlineData(HttpStatusCode.Unauthorized)]
    [InlineData(HttpStatusCode.InternalServerError)]
    public async Task A_client_without_a_phase_is_told_once_and_what_the_one_before_said_is_forgotten(HttpStatusCode status)
    {
        await using var run = await LcuRun.StartAsync();
        await run.Machine.Evening.TakeAsync(new EveningStep(TimeSpan.Zero) { Phase = GameflowPhase.Lobby });
        await run.SecondsAsync(2);
        Assert.Equal(("Lobby", true), (run.Client.RawPhase, run.Client.Account is not null));

        run.PhaseStatus = status;
        await run.Machine.Client.CrashAsync();
        await run.Machine.Client.StartAsync(CancellationToken.None);
        run.Log.Lines.Clear();
        await run.SecondsAsync(30);

        Assert.Equal((ClientConnection.Unreachable, null, null), (run.Client.Connection, run.Client.RawPhase, run.Client.Account));
        var fault = run.Client.Fault!;
        Assert.Equal(
            ["League client: Unreachable The connection to the League client broke.", $"League client: Unreachable {fault.Message}"],
            run.Log.Lines.Where(line => line.StartsWith("League client", StringComparison.Ordinal)));

        run.PhaseStatus = null;
        await run.SecondsAsync(1);
        Assert.Equal((ClientConnection.Connected, "Lobby"), (run.Client.Connection, run.Client.RawPhase));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public async Task A_port_that_dies_silently_is_noticed_also_after_the_clock_was_set_back(int hours)
    {
        await using var run = await LcuRun.StartAsync();
        await run.SecondsAsync(2);
        Assert.True(run.Client.IsConnected);

        run.Clock.SetWall(TimeSpan.FromHours(hours));
        run.IsDead = true;
        await run.SecondsAsync(40);
        Assert.Equal((ClientConnection.Unreachable, null), (run.Client.Connection, run.Client.RawPhase));
    }

    [Fact]
    public async Task What_the_client_told_right_before_the_end_of_MnM_is_stored()
    {
        await using var run = await LiveRun.StartAsync();
        var postGame = run.Services.GetRequiredService<PostGame>();
        using var block = JsonDocument.Parse("""{"gameId":5,"gameMode":"CLASSIC","teams":[]}""");
        postGame.Take(5, block.RootElement);
        await run.Services.GetRequiredService<LcuConnector>().StopAsync(CancellationToken.None);
        Assert.NotNull(await postGame.FindAsync(5, CancellationToken.None));
    }

    [Fact]
    public async Task A_database_that_does_not_answer_lets_MnM_end()
    {
        await using var run = await LiveRun.StartAsync();
        using var block = JsonDocument.Parse("""{"gameId":5,"gameMode":"CLASSIC","teams":[]}""");
        run.Services.GetRequiredService<PostGame>().Take(5, block.RootElement);
        run.BreakDatabase();
        await run.Services.GetRequiredService<LcuConnector>().StopAsync(CancellationToken.None);
        Assert.Contains(run.Log.Lines, line => line.Contains("statistics of game 5 wait", StringComparison.Ordinal));
    }
}
