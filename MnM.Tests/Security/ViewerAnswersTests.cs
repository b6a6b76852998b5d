using System.Net;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MnM.Collector;
using MnM.Collector.Live;
using MnM.Collector.Live.Lcu;
using MnM.Collector.Scouting;
using MnM.Collector.Storage;
using MnM.Collector.Tracking;
using MnM.Tests.History.Time;
using MnM.Tests.Hosting;
using MnM.Tests.Live.Pages;
using MnM.Tests.Scouting;
using MnM.Web.Security;

namespace MnM.Tests.Security;

/// <summary>What endpoints and sockets answer a viewer.</summary>
public sealed class ViewerAnswersTests
{
    private static readonly string Unknown = StoredGames.Id('z');
    private readonly CustomGameChoice _sharing = new();

    [Fact]
    public async Task Custom_games_are_not_there_in_lists_and_by_id_unless_the_owner_shows_them()
    {
        await using var mnm = await StartAsync();
        await using (var db = await mnm.App.Services.GetRequiredService<IDbContextFactory<MnmDbContext>>().CreateDbContextAsync())
        {
            db.AddRange(Game(1, 420), Game(2, 0), Game(3, null), Game(-4, 420));
            await db.SaveChangesAsync();
        }

        // What a file says of its queue is its maker's word alone.
        string[] below = ["", "/at/10", "/timeline", "/match"];
        Assert.Equal([1L], await IdsAsync(mnm));
        Assert.Equal(HttpStatusCode.OK, (await mnm.Client.GetAsync("/api/games/1")).StatusCode);
        foreach (var path in below.SelectMany(path => new[] { $"/api/games/2{path}", $"/api/games/3{path}", $"/api/games/-4{path}" }))
        {
            var answer = await mnm.Client.GetAsync(path);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            Assert.Contains("There is no game", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        _sharing.IsShown = true;
        Assert.Equal([3L, 2L, 1L, -4L], await IdsAsync(mnm));
        Assert.Equal(HttpStatusCode.OK, (await mnm.Client.GetAsync("/api/games/2")).StatusCode);
    }

    [Fact]
    public async Task A_custom_game_that_runs_is_told_to_nobody_else_and_the_socket_ends_it_when_the_owner_no_longer_shows_it()
    {
        await using var mnm = await StartAsync();
        mnm.Publish(LiveViews.InGame(View(1)));
        Assert.Equal(HttpStatusCode.NotFound, (await mnm.Client.GetAsync("/api/games/live")).StatusCode);

        _sharing.IsShown = true;
        Assert.Equal(HttpStatusCode.OK, (await mnm.Client.GetAsync("/api/games/live")).StatusCode);
        using var socket = new ClientWebSocket();
        await socket.ConnectAsync(new UriBuilder(mnm.Address) { Scheme = "ws", Path = "/ws/live" }.Uri, CancellationToken.None);
        Assert.Equal(("game_update", true), await ToldAsync(socket));

        _sharing.IsShown = false;
        mnm.Publish(LiveViews.InGame(View(2)));
        Assert.Equal("game_end", (await ToldAsync(socket)).Type);
        mnm.Publish(LiveViews.InGame(View(3)));
        mnm.Publish(LiveViews.InGame(View(4) with { GameId = 8, IsMatched = true }));
        Assert.Equal(("game_start", true), await ToldAsync(socket));
    }

    [Fact]
    public async Task The_client_is_told_without_faults_and_custom_lobbies()
    {
        await using var mnm = await StartAsync();
        mnm.Publish(ClientViews.State(ClientViews.Open() with { Fault = new LiveFault("/home/anna", LiveViews.At), Lobby = ClientViews.Lobby() with { IsCustom = true }, Game = new ClientGame(7, 0, true) }, "Lobby"));
        var client = JsonNode.Parse(await mnm.Client.GetStringAsync("/api/client"))!;

        Assert.Equal("Nightjar#INV", (string?)client["account"]!["riot_id"]);
        Assert.All(["fault", "lobby", "game", "champ_select", "end_of_game"], field => Assert.Null(client[field]));
        Assert.DoesNotContain("secret-puuid", client.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Scouting_tells_heads_alone()
    {
        await using var mnm = await StartAsync();
        mnm.App.Services.GetRequiredService<Feed<ScoutingState>>().Publish(ScoutViews.LoadingScreen() with { Fault = "the key" });
        var card = JsonNode.Parse(await mnm.Client.GetStringAsync("/api/scouting"))!["red"]![1]!;

        Assert.Equal("EMERALD", (string?)card["ranks"]!["value"]!["solo"]!["tier"]);
        Assert.Null(card["met"]);
        Assert.Empty(card["tags"]!.AsArray());
        Assert.Empty(card["form"]!["games"]!.AsArray());
        Assert.Null(JsonNode.Parse(await mnm.Client.GetStringAsync("/api/scouting"))!["fault"]);
    }

    [Fact]
    public async Task Of_friends_faults_and_paces_are_left_out_and_custom_games_too()
    {
        await using var mnm = await StartAsync();
        await using (var db = await mnm.App.Services.GetRequiredService<IDbContextFactory<MnmDbContext>>().CreateDbContextAsync())
        {
            await StoredGames.AddPlayerAsync(db, "Anna", "EUW", StoredGames.Id('a'));
            var anna = await db.Set<MnM.Collector.Players.Player>().SingleAsync();
            db.Add(new TrackedPlayer { PlayerId = anna.Id, Platform = "euw1", AddedAt = LiveViews.At });
            db.AddRange(
                new TrackedGame { PlayerId = anna.Id, GameId = "EUW1_1", Status = GameStatus.Failed, LastError = "C:/Users/anna", DetectedAt = LiveViews.At },
                new TrackedGame { PlayerId = anna.Id, GameId = "EUW1_2", Status = GameStatus.Custom, DetectedAt = LiveViews.At });
            await db.SaveChangesAsync();
        }

        var games = JsonNode.Parse(await mnm.Client.GetStringAsync("/api/tracking/games"))!.AsArray();
        Assert.Equal("EUW1_1", (string?)Assert.Single(games)!["game_id"]);
        Assert.Null(games[0]!["last_error"]);
        var friend = JsonNode.Parse(await mnm.Client.GetStringAsync("/api/tracking/players"))!.AsArray().Single()!;
        Assert.Equal(("Anna#EUW", null, null), ((string?)friend["riot_id"], friend["asked_lol"], friend["asked_tft"]));
    }

    [Theory]
    [InlineData("/api/players/Nobody-EUW")]
    [InlineData("/api/players/Nobody-EUW/champions")]
    [InlineData("/api/players/Nobody-EUW/insights")]
    [InlineData("/api/matches/EUW1_7001")]
    [InlineData("/api/matches/EUW1_7001/timeline-stats")]
    public async Task What_is_not_stored_is_not_asked_of_Riot(string path)
    {
        await using var mnm = await StartAsync();
        var answer = await mnm.Client.GetAsync(path);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("Riot is asked for the owner alone.", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_search_leads_a_viewer_to_nothing_that_Riot_would_be_asked_for()
    {
        await using var mnm = await StartAsync();
        Assert.Null(JsonNode.Parse(await mnm.Client.GetStringAsync("/api/search?q=Nobody%23EUW"))!["ask_riot"]);
        Assert.Empty(JsonNode.Parse(await mnm.Client.GetStringAsync("/api/search?q=EUW1_5720153635"))!["matches"]!.AsArray());
        Assert.Equal(HttpStatusCode.NotFound, (await mnm.Client.GetAsync($"/api/players/{Unknown}")).StatusCode);
    }

    private Task<RunningMnm> StartAsync() => RunningMnm.StartAsync(services =>
    {
        StillFeed.WithoutLoops(services);
        TestVisitor.AreViewers(services);
        services.AddSingleton<ICustomGameSharing>(_sharing);
    });

    private static Game Game(long id, int? queue) => new()
    {
        Id = id,
        QueueId = queue,
        GameMode = "CLASSIC",
        MapName = "Map11",
        StartedAt = LiveViews.At,
        LastPolledAt = LiveViews.At,
        ImportedAt = id < 0 ? LiveViews.At : null,
    };

    private static LiveView View(int sequence) => LiveViews.Rift() with { Sequence = sequence, Response = Encoding.UTF8.GetBytes("{}") };

    private static async Task<IEnumerable<long>> IdsAsync(RunningMnm mnm) =>
        JsonNode.Parse(await mnm.Client.GetStringAsync("/api/games"))!.AsArray().Select(game => (long)game!["id"]!);

    private static async Task<(string? Type, bool IsInGame)> ToldAsync(ClientWebSocket socket)
    {
        var buffer = new byte[100_000];
        var received = await socket.ReceiveAsync(buffer.AsMemory(), CancellationToken.None);
        var message = JsonNode.Parse(buffer.AsSpan(0, received.Count))!;
        return ((string?)message["type"], (bool)message["data"]!["is_in_game"]!);
    }
}
