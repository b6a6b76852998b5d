using System.Net;
using System.Net.WebSockets;
using System.Text.Json.Nodes;
using MnM.Simulator.World;

namespace MnM.Tests.Simulator.Lcu;

public sealed class LcuSocketTests
{
    private const string PhaseTopic = "OnJsonApiEvent_lol-gameflow_v1_gameflow-phase";

    [Fact]
    public async Task An_event_is_a_frame_of_three()
    {
        await using var machine = await LcuMachine.StartAsync();
        using var socket = await machine.ConnectAsync();
        Assert.Equal("wamp", socket.Protocol);
        await socket.BeginAsync(PhaseTopic);

        await machine.ShowAsync(GameflowPhase.Lobby);
        Assert.Equal($$"""[8,"{{PhaseTopic}}",{"data":"Lobby","eventType":"Update","uri":"/lol-gameflow/v1/gameflow-phase"}]""", await socket.ReceiveAsync());
    }

    [Fact]
    public async Task A_topic_has_its_own_path_alone_until_it_is_left()
    {
        await using var machine = await LcuMachine.StartAsync();
        using var socket = await machine.ConnectAsync();
        await socket.BeginAsync(PhaseTopic);
        await machine.ShowAsync(GameflowPhase.Lobby);
        await machine.ShowAsync(GameflowPhase.Matchmaking);
        Assert.Equal("\"Lobby\"", (await socket.NextAsync()).Data);
        Assert.Equal("\"Matchmaking\"", (await socket.NextAsync()).Data);

        await socket.SendAsync($"[6,\"{PhaseTopic}\"]");
        await socket.SendAsync("[5,\"OnJsonApiEvent_lol-lobby_v2_lobby\"]");

        // The topics are heard in their order: from the lobby's first event on the other is left.
        string uri;
        do
        {
            var next = socket.NextAsync();
            await BackAndForthAsync(machine, until: () => next.IsCompleted);
            (uri, _, _) = await next;
        }
        while (uri != "/lol-lobby/v2/lobby");

        await BackAndForthAsync(machine, until: () => true);
        for (var frame = 0; frame < 2; frame++)
        {
            Assert.Equal("/lol-lobby/v2/lobby", (await socket.NextAsync()).Uri);
        }
    }

    [Fact]
    public async Task What_is_not_understood_is_not_answered()
    {
        await using var machine = await LcuMachine.StartAsync();
        using var socket = await machine.ConnectAsync();
        foreach (var nonsense in (string[])["", "hello", "[5]", "[\"5\",1]", "{\"5\":1}", "[5.5,\"OnJsonApiEvent\"]"])
        {
            await socket.SendAsync(nonsense);
        }

        await socket.BeginAsync();
        await machine.ShowAsync(GameflowPhase.Lobby);
        Assert.Equal("\"Lobby\"", (await socket.NextAsync()).Data);
    }

    [Fact]
    public async Task Events_tell_exactly_what_requests_are_answered_with()
    {
        await using var machine = await LcuMachine.StartAsync();
        using var socket = await machine.ConnectAsync();
        await socket.BeginAsync();
        var before = await AllAsync(machine);
        var told = 0;
        var evening = EveningScript.Write(GameSupply.Written(4), new EveningOptions { Games = 1, IncidentsOf = _ => [Incident.Dodge, Incident.Declined] });

        await machine.PlayAsync(evening.Where(step => step.Client is null), async _ =>
        {
            var now = await AllAsync(machine);
            for (var index = 0; index < now.Length; index++)
            {
                if (now[index] != before[index])
                {
                    var type = now[index] is null ? "Delete" : before[index] is null ? "Create" : "Update";
                    Assert.Equal((LcuMachine.Paths[index], type, now[index] ?? "null"), await socket.NextAsync());
                    told++;
                }
            }

            before = now;
        });
        Assert.InRange(told, 60, 200);
    }

    [Fact]
    public async Task Without_the_password_nobody_gets_in()
    {
        await using var machine = await LcuMachine.StartAsync();
        var address = new Uri($"wss://127.0.0.1:{machine.Machine.Client.Port}/");

        var failure = await Assert.ThrowsAsync<WebSocketException>(() => LcuSocket.ConnectAsync(address, "Basic cmlvdDp3cm9uZw==", machine.Http));
        Assert.Contains("401", failure.Message, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.Unauthorized, ""), await machine.GetAsync("/lol-gameflow/v1/gameflow-phase", password: "wrong"));
    }

    [Fact]
    public async Task A_farewell_is_returned()
    {
        await using var machine = await LcuMachine.StartAsync();
        using var socket = await machine.ConnectAsync();
        await socket.BeginAsync();

        await socket.CloseAsync();
        await machine.ShowAsync(GameflowPhase.Lobby);
        Assert.Equal(HttpStatusCode.OK, (await machine.GetAsync("/lol-lobby/v2/lobby")).Status);
    }

    [Fact]
    public async Task A_client_that_ends_breaks_the_connection_without_a_farewell()
    {
        await using var machine = await LcuMachine.StartAsync();
        using var socket = await machine.ConnectAsync();
        await socket.BeginAsync();

        await machine.Machine.Client.CloseAsync();
        await Assert.ThrowsAsync<WebSocketException>(socket.ReceiveAsync);
    }

    private static async Task<string?[]> AllAsync(LcuMachine machine)
    {
        var bodies = new List<string?>();
        foreach (var path in LcuMachine.Paths)
        {
            var (status, body) = await machine.GetAsync(path);
            bodies.Add(status == HttpStatusCode.OK ? JsonNode.Parse(body)!.ToJsonString() : null);
        }

        return [.. bodies];
    }

    private static async Task BackAndForthAsync(LcuMachine machine, Func<bool> until)
    {
        do
        {
            await machine.ShowAsync(GameflowPhase.None);
            await machine.ShowAsync(GameflowPhase.Lobby);
            await Task.Yield();
        }
        while (!until());
    }
}
