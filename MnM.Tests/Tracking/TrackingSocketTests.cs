using System.Net;
using System.Net.WebSockets;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MnM.Collector.Backplane.Outbox;
using MnM.Collector.Storage;
using MnM.Tests.Hosting;

namespace MnM.Tests.Tracking;

/// <summary>/ws/tracking in the real app.</summary>
public sealed class TrackingSocketTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task A_client_gets_what_it_missed_in_order_and_then_what_is_new()
    {
        await using var mnm = await RunningMnm.StartAsync();
        await TellAsync(mnm, 250);
        using var socket = await ConnectAsync(mnm, "?after=3");
        for (var id = 4; id <= 250; id++)
        {
            var told = await ReceiveAsync(socket);
            Assert.Equal((id, "game_started", $"EUW1_{id}"), ((int)told["id"]!, (string)told["type"]!, (string)told["data"]!["game_id"]!));
        }

        await TellAsync(mnm, 2);
        Assert.Equal((251, 252), ((int)(await ReceiveAsync(socket))["id"]!, (int)(await ReceiveAsync(socket))["id"]!));
    }

    [Fact]
    public async Task A_new_client_begins_with_the_first_event_and_two_clients_get_the_same()
    {
        await using var mnm = await RunningMnm.StartAsync();
        using var early = await ConnectAsync(mnm, "");
        await TellAsync(mnm, 2);
        using var late = await ConnectAsync(mnm, "?after=0");
        foreach (var socket in new[] { early, late })
        {
            Assert.Equal((1, 2), ((int)(await ReceiveAsync(socket))["id"]!, (int)(await ReceiveAsync(socket))["id"]!));
        }
    }

    [Theory]
    [InlineData("?after=3", "There is no event 3 yet; the latest is 2.")]
    [InlineData("?after=-1", "after is the number of an event, for example 0 or 17.")]
    [InlineData("?after=first", "after is the number of an event, for example 0 or 17.")]
    [InlineData("?after=99999999999999999999", "after is the number of an event, for example 0 or 17.")]
    public async Task A_number_that_cannot_be_is_told_by_the_close(string query, string reason)
    {
        await using var mnm = await RunningMnm.StartAsync();
        await TellAsync(mnm, 2);
        await AssertClosedAsync(mnm, query, reason);
    }

    [Fact]
    public async Task A_process_that_must_not_emit_says_so()
    {
        await using var mnm = await RunningMnm.StartAsync(settings: ("EMIT_EVENTS", "false"));
        await TellAsync(mnm, 1);
        await AssertClosedAsync(mnm, "", "EMIT_EVENTS is false: this MnM sends no events.");
    }

    [Fact]
    public async Task A_socket_that_left_leaves_no_reader()
    {
        await using var mnm = await RunningMnm.StartAsync();
        await TellAsync(mnm, 1);
        var heads = mnm.App.Services.GetRequiredService<EventWatch>().Heads;
        using (var socket = await ConnectAsync(mnm, ""))
        {
            await ReceiveAsync(socket);
            Assert.Equal(1, heads.Readers);
            await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
        }

        Assert.Equal(0, heads.Readers);
    }

    [Fact]
    public async Task A_plain_request_is_a_problem()
    {
        await using var mnm = await RunningMnm.StartAsync();
        using var answer = await mnm.Client.GetAsync("/ws/tracking");
        Assert.Equal((HttpStatusCode.UpgradeRequired, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
    }

    private static async Task AssertClosedAsync(RunningMnm mnm, string query, string reason)
    {
        using var socket = await ConnectAsync(mnm, query);
        using var patience = new CancellationTokenSource(Patience);
        Assert.Equal(WebSocketMessageType.Close, (await socket.ReceiveAsync(new byte[1024].AsMemory(), patience.Token)).MessageType);
        Assert.Equal((WebSocketCloseStatus.PolicyViolation, reason), (socket.CloseStatus, socket.CloseStatusDescription));
    }

    private static async Task<ClientWebSocket> ConnectAsync(RunningMnm mnm, string query)
    {
        var socket = new ClientWebSocket();
        await socket.ConnectAsync(new UriBuilder(mnm.Address) { Scheme = "ws", Path = "/ws/tracking", Query = query }.Uri, CancellationToken.None);
        return socket;
    }

    private static async Task<JsonNode> ReceiveAsync(ClientWebSocket socket)
    {
        var buffer = new byte[64 * 1024];
        using var patience = new CancellationTokenSource(Patience);
        var received = await socket.ReceiveAsync(buffer.AsMemory(), patience.Token);
        Assert.True(received.EndOfMessage);
        return JsonNode.Parse(buffer.AsSpan(0, received.Count))!;
    }

    private static async Task TellAsync(RunningMnm mnm, int events)
    {
        await using var db = await mnm.App.Services.GetRequiredService<IDbContextFactory<MnmDbContext>>().CreateDbContextAsync();
        var last = await mnm.App.Services.GetRequiredService<EventStore>().LastIdAsync(CancellationToken.None);
        for (var id = last + 1; id <= last + events; id++)
        {
            db.Add(new OutboxEvent { Kind = "game_started", Subject = $"1/EUW1_{id}", Payload = $$"""{"game_id":"EUW1_{{id}}"}""", At = DateTimeOffset.UnixEpoch });
        }

        await db.SaveChangesAsync();
    }
}
