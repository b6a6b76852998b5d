using System.Net;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text.Json.Nodes;
using MnM.Simulator;
using MnM.Simulator.Faults;
using MnM.Simulator.World;

namespace MnM.Tests.Simulator.Lcu;

public sealed class LcuLoopbackTests
{
    [Fact]
    public async Task The_simulator_begins_at_the_end_of_a_champion_select_and_its_game_follows_within_seconds()
    {
        await using var client = await LcuLoopback.StartAsync();
        Assert.Equal((HttpStatusCode.OK, "\"ChampSelect\""), await client.GetAsync("/lol-gameflow/v1/gameflow-phase"));
        var chosen = JsonNode.Parse((await client.GetAsync("/lol-champ-select/v1/session")).Body)!;
        Assert.Equal(("FINALIZATION", 1500), ((string?)chosen["timer"]!["phase"], (int)chosen["timer"]!["adjustedTimeLeftInPhase"]!));

        await client.AdvanceAsync(2);
        Assert.Equal((GameStage.Loading, "\"InProgress\""), (client.Host.Games.Stage, (await client.GetAsync("/lol-gameflow/v1/gameflow-phase")).Body));
        await client.AdvanceAsync(5);
        Assert.Equal(GameStage.Playing, client.Host.Games.Stage);
        Assert.Equal((long)chosen["gameId"]!, client.Host.Games.Game!.Script.GameId);
    }

    [Fact]
    public async Task The_socket_speaks_over_tls_and_ends_with_the_client()
    {
        await using var client = await LcuLoopback.StartAsync();
        using var socket = await client.ConnectAsync();
        await socket.BeginAsync("OnJsonApiEvent_lol-gameflow_v1_gameflow-phase");
        await client.AdvanceAsync(1.5);
        Assert.Equal(("/lol-gameflow/v1/gameflow-phase", "Update", "\"GameStart\""), await socket.NextAsync());

        var (port, password) = client.Lockfile();
        await client.Host.Machine.Client.StartAsync(LcuMachine.Soon);
        await Assert.ThrowsAsync<WebSocketException>(socket.ReceiveAsync);
        Assert.NotEqual((port, password), client.Lockfile());
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/lol-gameflow/v1/session")).Status);
    }

    [Fact]
    public async Task A_dead_client_refuses_connections_and_a_closed_one_takes_its_lockfile_along()
    {
        await using var client = await LcuLoopback.StartAsync();
        await client.Host.Machine.Client.CrashAsync();

        var failure = await Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync("/lol-gameflow/v1/session"));
        Assert.Equal(SocketError.ConnectionRefused, Assert.IsType<SocketException>(failure.InnerException).SocketErrorCode);
        await client.Host.Machine.Client.StartAsync(LcuMachine.Soon);
        await client.Host.Machine.Client.CloseAsync();
        Assert.False(File.Exists(client.LockfilePath));
    }

    [Fact]
    public async Task Without_the_password_there_is_no_answer()
    {
        await using var client = await LcuLoopback.StartAsync();

        Assert.Equal((HttpStatusCode.Unauthorized, ""), await client.GetAsync("/lol-summoner/v1/current-summoner", password: "wrong"));
    }

    [Fact]
    public async Task Frames_are_cut_on_the_wire()
    {
        await using var client = await LcuLoopback.StartAsync(new SimulatorOptions { Faults = [Fault.SocketCut], Seed = 6 });
        using var socket = await client.ConnectAsync();
        await socket.BeginAsync("OnJsonApiEvent_lol-gameflow_v1_session");

        await client.AdvanceAsync(1.5);
        var failure = await Assert.ThrowsAsync<WebSocketException>(socket.ReceiveAsync);
        Assert.Equal(WebSocketError.ConnectionClosedPrematurely, failure.WebSocketErrorCode);
    }

    [Fact]
    public async Task Requests_and_sockets_are_logged_without_the_password()
    {
        var path = Path.GetTempFileName();
        await using (var client = await LcuLoopback.StartAsync(new SimulatorOptions { Log = path }))
        {
            await client.GetAsync("/lol-gameflow/v1/gameflow-phase");
            await client.GetAsync("/lol-lobby/v2/lobby", password: "wrong");
            using var socket = await client.ConnectAsync();
            await socket.BeginAsync();
            await socket.CloseAsync();
        }

        Assert.Equal(
            [
                """{"t_ms":0,"route":"/","method":"GET","status":101,"key":null}""",
                """{"t_ms":0,"route":"/lol-gameflow/v1/gameflow-phase","method":"GET","status":200,"key":null}""",
                """{"t_ms":0,"route":"/lol-lobby/v2/lobby","method":"GET","status":401,"key":null}""",
            ],
            (await File.ReadAllLinesAsync(path, LcuMachine.Soon)).Order(StringComparer.Ordinal));
        File.Delete(path);
    }

    [Fact]
    public async Task When_the_simulator_ends_so_does_the_client()
    {
        var folder = Directory.CreateTempSubdirectory("mnm-tests-").FullName;
        var lockfile = Path.Combine(folder, "lockfile");
        await using (var client = await LcuLoopback.StartAsync(new SimulatorOptions { LcuDirectory = folder }))
        {
            Assert.True(File.Exists(lockfile));
        }

        Assert.False(File.Exists(lockfile));
        Directory.Delete(folder, recursive: true);
    }
}
