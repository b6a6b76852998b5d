using System.Net;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using MnM.Collector.Live;
using MnM.Collector.StaticData;
using MnM.Tests.Hosting;

namespace MnM.Tests.Live;

public sealed class LiveApiTests
{
    private static readonly DateTimeOffset Start = new(2026, 10, 3, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Without_games_the_list_is_an_empty_array()
    {
        await using var mnm = await StartAsync();
        var response = await mnm.Client.GetAsync("/api/games");
        Assert.Equal("[]", await response.Content.ReadAsStringAsync());
        Assert.Equal("0", response.Headers.GetValues("X-Total-Count").Single());
    }

    [Theory]
    [InlineData("/api/games?limit=0")]
    [InlineData("/api/games?limit=501")]
    [InlineData("/api/games?offset=-1")]
    [InlineData("/api/games?limit=many")]
    public async Task A_page_out_of_range_is_a_problem(string path)
    {
        await using var mnm = await StartAsync();
        var response = await mnm.Client.GetAsync(path);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task Without_a_running_game_live_says_so()
    {
        await using var mnm = await StartAsync();
        var response = await mnm.Client.GetAsync("/api/games/live");
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("No active game", (string?)JsonNode.Parse(await response.Content.ReadAsStringAsync())!["detail"]);
    }

    [Fact]
    public async Task An_unknown_game_is_a_problem()
    {
        await using var mnm = await StartAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await mnm.Client.GetAsync("/api/games/77")).StatusCode);
    }

    [Fact]
    public async Task The_running_game_keeps_Riots_objects_and_adds_slots()
    {
        await using var mnm = await StartAsync();
        Publish(mnm, View(Polls.Response(100, response => response.Players()[2]!["someNewField"] = 7)));
        var live = JsonNode.Parse(await mnm.Client.GetStringAsync("/api/games/live"))!;
        Assert.True((bool)live["is_in_game"]!);
        Assert.Equal(
            ["is_in_game", "game_id", "game_time", "players", "active_player", "game_stats", "recent_events"], live.AsObject().Select(member => member.Key));
        Assert.Equal(2, (int)live["players"]![2]!["slot"]!);
        Assert.Equal(7, (int)live["players"]![2]!["someNewField"]!);
        Assert.Equal("Player 2", (string?)live["players"]![2]!["riotIdGameName"]);
        Assert.Equal("CLASSIC", (string?)live["game_stats"]!["gameMode"]);
    }

    [Fact]
    public async Task Times_are_told_in_utc_with_a_z()
    {
        await using var mnm = await StartAsync();
        var json = mnm.App.Services.GetRequiredService<Microsoft.Extensions.Options.IOptions<Microsoft.AspNetCore.Http.Json.JsonOptions>>().Value.SerializerOptions;
        Assert.Equal("\"2026-10-03T10:00:00Z\"", System.Text.Json.JsonSerializer.Serialize(new DateTimeOffset(2026, 10, 3, 12, 0, 0, TimeSpan.FromHours(2)), json));
    }

    [Fact]
    public async Task Status_says_what_MnM_sees()
    {
        await using var mnm = await StartAsync();
        Publish(mnm, View(Polls.Sample));
        var status = JsonNode.Parse(await mnm.Client.GetStringAsync("/api/status"))!;
        Assert.Equal(
            ["client_running", "client_state", "raw_phase", "since", "current_game_id", "active_player_name", "database", "sources"],
            status.AsObject().Select(member => member.Key));
        Assert.Equal("Player 0#MNM", (string?)status["active_player_name"]);
        Assert.True((long)status["database"]!["bytes"]! > 0);
    }

    [Fact]
    public async Task The_description_lists_every_rest_route()
    {
        await using var mnm = await StartAsync();
        var paths = JsonNode.Parse(await mnm.Client.GetStringAsync("/openapi/v1.json"))!["paths"]!.AsObject().Select(path => path.Key).ToList();
        var routes = mnm.App.Services.GetRequiredService<Microsoft.AspNetCore.Routing.EndpointDataSource>().Endpoints
            .OfType<Microsoft.AspNetCore.Routing.RouteEndpoint>()
            .Select(endpoint => "/" + endpoint.RoutePattern.RawText!.Trim('/'))
            .Where(route => route.StartsWith("/api/", StringComparison.Ordinal))
            .Select(route => route.Replace(":long", "", StringComparison.Ordinal));
        Assert.All(routes, route => Assert.Contains(route, paths));
        Assert.Contains("/api/games/live", paths);
    }

    [Fact]
    public async Task A_socket_gets_the_state_then_each_start_update_and_end()
    {
        await using var mnm = await StartAsync();
        using var socket = await ConnectAsync(mnm);
        Assert.Equal(("game_update", false), Brief(await ReceiveAsync(socket)));
        Publish(mnm, View(Polls.Response(1)));
        Assert.Equal(("game_start", true), Brief(await ReceiveAsync(socket)));
        Publish(mnm, View(Polls.Response(2)));
        var update = await ReceiveAsync(socket);
        Assert.Equal(("game_update", true), Brief(update));
        Assert.Equal(["type", "sequence", "polled_at", "data"], update.AsObject().Select(member => member.Key));
        Publish(mnm, View(Polls.Response(1), id: 2));
        Assert.Equal("game_end", (string?)(await ReceiveAsync(socket))["type"]);
        Assert.Equal(("game_start", true), Brief(await ReceiveAsync(socket)));
        mnm.Feed().Publish(LiveState.Starting);
        Assert.Equal("game_end", (string?)(await ReceiveAsync(socket))["type"]);
    }

    [Fact]
    public async Task A_socket_that_connects_in_mid_game_gets_the_full_state_at_once()
    {
        await using var mnm = await StartAsync();
        Publish(mnm, View(Polls.Response(900)));
        using var socket = await ConnectAsync(mnm);
        var first = await ReceiveAsync(socket);
        Assert.Equal(("game_update", true), Brief(first));
        Assert.Equal(10, first["data"]!["players"]!.AsArray().Count);
    }

    [Fact]
    public async Task A_message_that_cannot_be_encoded_is_skipped_and_the_socket_goes_on()
    {
        await using var mnm = await StartAsync();
        using var socket = await ConnectAsync(mnm);
        await ReceiveAsync(socket);
        Publish(mnm, View(Polls.Response(1)));
        await ReceiveAsync(socket);
        Publish(mnm, View(Polls.Response(2)) with { Response = "{"u8.ToArray() });
        Publish(mnm, View(Polls.Response(3)));
        Assert.Equal(3, (double)(await ReceiveAsync(socket))["data"]!["game_time"]!);
    }

    [Fact]
    public async Task A_socket_that_left_leaves_no_reader()
    {
        await using var mnm = await StartAsync();
        using (var socket = await ConnectAsync(mnm))
        {
            await ReceiveAsync(socket);
            Assert.Equal(1, mnm.Feed().Readers);
            await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
        }

        Assert.Equal(0, mnm.Feed().Readers);
    }

    [Fact]
    public async Task A_plain_request_to_the_socket_is_a_problem()
    {
        await using var mnm = await StartAsync();
        Assert.Equal(HttpStatusCode.UpgradeRequired, (await mnm.Client.GetAsync("/ws/live")).StatusCode);
    }

    private static Task<RunningMnm> StartAsync() => RunningMnm.StartAsync(StillFeed.WithoutLoops);

    private static LiveView View(string response, long id = 1)
    {
        var polled = PolledResponse.Parse(Encoding.UTF8.GetBytes(response), Start);
        using var game = LiveGame.Begin(id, polled);
        return game.Accept(polled, StaticCatalog.Empty).View;
    }

    private static void Publish(RunningMnm mnm, LiveView view) => mnm.Feed().Publish(new LiveState { Connection = LiveConnection.InGame, Game = view });

    private static async Task<ClientWebSocket> ConnectAsync(RunningMnm mnm)
    {
        var socket = new ClientWebSocket();
        await socket.ConnectAsync(new UriBuilder(mnm.Address) { Scheme = "ws", Path = "/ws/live" }.Uri, CancellationToken.None);
        return socket;
    }

    private static async Task<JsonNode> ReceiveAsync(ClientWebSocket socket)
    {
        using var message = new MemoryStream();
        var buffer = new byte[8192];
        ValueWebSocketReceiveResult received;
        do
        {
            received = await socket.ReceiveAsync(buffer.AsMemory(), CancellationToken.None);
            message.Write(buffer, 0, received.Count);
        }
        while (!received.EndOfMessage);

        return JsonNode.Parse(message.ToArray())!;
    }

    private static (string? Type, bool IsInGame) Brief(JsonNode message) => ((string?)message["type"], (bool)message["data"]!["is_in_game"]!);
}
