using System.Net.WebSockets;
using System.Text;
using MnM.Simulator.World;

namespace MnM.Tests.Simulator.Lcu;

public sealed class LcuSocketTests
{
    [Fact]
    public async Task Events_of_a_topic_follow_an_empty_first_frame()
    {
        await using var machine = await LcuMachine.StartAsync(new EveningOptions(), GameflowPhase.Lobby);
        using var socket = await machine.ConnectAsync();
        Assert.Equal("wamp", socket.SubProtocol);
        await SendAsync(socket, "[5,\"OnJsonApiEvent_lol-gameflow_v1_gameflow-phase\"]");
        Assert.Equal("", await ReceiveAsync(socket));

        await machine.Machine.Evening.WalkToAsync(GameflowPhase.Matchmaking);
        Assert.Equal(
            """[8,"OnJsonApiEvent_lol-gameflow_v1_gameflow-phase",{"data":"Matchmaking","eventType":"Update","uri":"/lol-gameflow/v1/gameflow-phase"}]""",
            await ReceiveAsync(socket));
    }

    [Fact]
    public async Task The_lobby_answers()
    {
        await using var machine = await LcuMachine.StartAsync(new EveningOptions(), GameflowPhase.Lobby);
        Assert.Equal("Lobby", (await machine.ReadAsync("/lol-gameflow/v1/gameflow-phase")).GetValue<string>());
        Assert.Equal("Nightjar", (string?)(await machine.ReadAsync("/lol-summoner/v1/current-summoner"))["gameName"]);
    }

    private static Task SendAsync(ClientWebSocket socket, string text) =>
        socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, true, LcuMachine.Soon);

    private static async Task<string> ReceiveAsync(ClientWebSocket socket)
    {
        using var message = new MemoryStream();
        var buffer = new byte[8192];
        while (true)
        {
            var part = await socket.ReceiveAsync(buffer.AsMemory(), LcuMachine.Soon);
            message.Write(buffer, 0, part.Count);
            if (part.EndOfMessage)
            {
                return Encoding.UTF8.GetString(message.ToArray());
            }
        }
    }
}
