using System.Net;
using System.Security.Authentication;
using System.Text.Json.Nodes;
using MnM.Simulator;
using MnM.Simulator.Network;
using MnM.Simulator.World;

namespace MnM.Tests.Simulator;

public sealed class LiveClientTests
{
    [Fact]
    public async Task Outside_a_game_the_connection_is_refused_and_the_port_stays_the_same()
    {
        await using var live = await LiveClientFixture.StartAsync(new SimulatorOptions { Speed = 1000 });
        await live.AssertRefusedAsync();
        await live.AdvanceAsync(2, GameStage.Loading);
        await live.AdvanceAsync(1, GameStage.Playing);
        await live.ReadAsync("/liveclientdata/gamestats");

        await live.AdvanceAsync((live.Host.Games.Game!.Script.Duration / 1000) + 0.1, GameStage.Ended);
        await live.AdvanceAsync(4, GameStage.Closed);
        await live.AssertRefusedAsync();
        await live.AdvanceAsync(1.4, GameStage.Loading);
        using var loading = await live.GetAsync("/liveclientdata/gamestats");
        Assert.Equal(HttpStatusCode.NotFound, loading.StatusCode);
        Assert.Equal(1, live.Host.Games.Game!.Index);
    }

    [Fact]
    public async Task While_the_game_loads_nothing_is_known()
    {
        await using var live = await LiveClientFixture.StartAsync();
        await live.AdvanceAsync(2, GameStage.Loading);

        using var response = await live.GetAsync("/liveclientdata/allgamedata");
        var error = JsonNode.Parse(await response.Content.ReadAsStringAsync(LiveClientFixture.Soon))!;
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal(("RESOURCE_NOT_FOUND", 404), ((string?)error["errorCode"], (int)error["httpStatus"]!));
    }

    [Fact]
    public async Task Game_time_is_real_time_by_speed()
    {
        await using var live = await LiveClientFixture.StartPlayingAsync(new SimulatorOptions { Speed = 4 });
        var before = (double)(await live.ReadAsync("/liveclientdata/gamestats"))["gameTime"]!;
        live.Clock.Advance(30);

        Assert.Equal(before + 120, (double)(await live.ReadAsync("/liveclientdata/gamestats"))["gameTime"]!, 0.001);
    }

    [Fact]
    public async Task The_end_stays_for_three_seconds_however_fast_the_game()
    {
        await using var live = await LiveClientFixture.StartAsync(new SimulatorOptions { Speed = 10_000 });
        await live.AdvanceAsync(2, GameStage.Loading);
        await live.AdvanceAsync(1, GameStage.Playing);
        await live.AdvanceAsync(1, GameStage.Ended);

        live.Clock.Advance(2.9);
        Assert.Single(Poll.Events((await live.ReadAsync("/liveclientdata/allgamedata")).AsObject(), "GameEnd"));
    }

    [Theory]
    [InlineData("playerscores", "kills")]
    [InlineData("playersummonerspells", "summonerSpellOne")]
    [InlineData("playermainrunes", "keystone")]
    [InlineData("playeritems", null)]
    public async Task A_call_for_one_player_takes_a_riot_id(string path, string? field)
    {
        await using var live = await LiveClientFixture.StartPlayingAsync();
        var name = (await live.ReadAsync("/liveclientdata/activeplayername")).GetValue<string>();

        var part = await live.ReadAsync($"/liveclientdata/{path}?riotId={Uri.EscapeDataString(name)}");
        Assert.NotNull(field is null ? part.AsArray() : part[field]);
        using var without = await live.GetAsync($"/liveclientdata/{path}");
        using var stranger = await live.GetAsync($"/liveclientdata/{path}?riotId=Nobody%23XX");
        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest), (without.StatusCode, stranger.StatusCode));
    }

    [Theory]
    [InlineData("activeplayer", "activePlayer")]
    [InlineData("playerlist", "allPlayers")]
    [InlineData("eventdata", "events")]
    [InlineData("gamestats", "gameData")]
    public async Task A_part_is_the_same_as_in_the_whole(string path, string field)
    {
        await using var live = await LiveClientFixture.StartPlayingAsync();

        var whole = await live.ReadAsync("/liveclientdata/allgamedata");
        Assert.True(JsonNode.DeepEquals(whole[field], await live.ReadAsync($"/liveclientdata/{path}")));
    }

    [Fact]
    public async Task The_rest_of_the_paths_answer_too()
    {
        await using var live = await LiveClientFixture.StartPlayingAsync();

        Assert.NotNull((await live.ReadAsync("/liveclientdata/activeplayerabilities"))["Passive"]);
        Assert.NotNull((await live.ReadAsync("/liveclientdata/activeplayerrunes"))["statRunes"]);
        Assert.Equal(5, (await live.ReadAsync("/liveclientdata/playerlist?teamID=CHAOS")).AsArray().Count);
        Assert.Empty((await live.ReadAsync("/liveclientdata/eventdata?eventID=1"))["Events"]!.AsArray());
        Assert.Equal("2.0", (string?)(await live.ReadAsync("/swagger/v2/swagger.json"))["swagger"]);
        Assert.Equal(12, (await live.ReadAsync("/swagger/v3/openapi.json"))["paths"]!.AsObject().Count);
        using var unknown = await live.GetAsync("/liveclientdata/nothing");
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
    }

    [Fact]
    public async Task A_foreign_root_is_not_trusted()
    {
        await using var live = await LiveClientFixture.StartPlayingAsync();
        using var foreign = new GameCertificates();
        using var client = LiveClientFixture.Client(foreign.RootPem);

        var failure = await Assert.ThrowsAsync<HttpRequestException>(() =>
            client.GetAsync(new Uri(live.Host.Settings.LiveClientUrl + "/liveclientdata/gamestats"), LiveClientFixture.Soon));
        Assert.IsType<AuthenticationException>(failure.InnerException);
    }

    [Fact]
    public void The_certificate_names_rclient_and_no_address()
    {
        using var certificates = new GameCertificates();

        Assert.StartsWith("CN=rclient", certificates.Leaf.Subject, StringComparison.Ordinal);
        Assert.DoesNotContain(certificates.Leaf.Extensions, extension => extension.Oid?.Value == "2.5.29.17");
        Assert.True(LiveClientFixture.Trusts(certificates.RootPem, certificates.Leaf));
    }
}
