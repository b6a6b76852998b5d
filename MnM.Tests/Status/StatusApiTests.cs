using System.Text.Json.Nodes;
using MnM.Collector.Live;
using MnM.Collector.Live.Lcu;
using MnM.Tests.Hosting;
using MnM.Tests.Live.Pages;

namespace MnM.Tests.Status;

public sealed class StatusApiTests
{
    [Theory]
    [InlineData("None", "client_open")]
    [InlineData("Matchmaking", "lobby")]
    [InlineData("ChampSelect", "champ_select")]
    [InlineData("InProgress", "in_game")]
    [InlineData("EndOfGame", "post_game")]
    public async Task The_state_follows_the_League_client(string raw, string state)
    {
        await using var mnm = await StillFeed.StartAsync(ClientViews.State(ClientViews.Open(), raw));
        var status = JsonNode.Parse(await mnm.Client.GetStringAsync("/api/status"))!;

        Assert.True((bool)status["client_running"]!);
        Assert.Equal((state, raw, "connected", "waiting"), ((string?)status["client_state"], (string?)status["raw_phase"], (string?)status["sources"]!["lcu"], (string?)status["sources"]!["live"]));
        Assert.Equal(LiveViews.At.AddSeconds(-34), (DateTimeOffset)status["since"]!);
    }

    [Theory]
    [InlineData(ClientConnection.Absent, "absent", false)]
    [InlineData(ClientConnection.Unreachable, "unreachable", true)]
    [InlineData(ClientConnection.NoPermission, "no_permission", true)]
    public async Task A_client_that_cannot_be_read_runs_all_the_same(ClientConnection connection, string word, bool runs)
    {
        await using var mnm = await StillFeed.StartAsync(new LiveState { Connection = LiveConnection.Waiting, Client = ClientView.None with { Connection = connection } });
        var status = JsonNode.Parse(await mnm.Client.GetStringAsync("/api/status"))!;

        Assert.Equal((runs, "closed", word), ((bool)status["client_running"]!, (string?)status["client_state"], (string?)status["sources"]!["lcu"]));
        Assert.Null(status["since"]);
    }

    [Fact]
    public async Task The_report_is_plain_text()
    {
        await using var mnm = await StillFeed.StartAsync(LiveViews.InGame(LiveViews.Rift()));
        using var answer = await mnm.Client.GetAsync("/api/status/report");

        Assert.Equal("text/plain; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        Assert.Contains("- Blazor script: ", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_client_is_told_without_anybodys_puuid()
    {
        await using var mnm = await StillFeed.StartAsync(ClientViews.State(
            ClientViews.Open() with { Lobby = ClientViews.Lobby(), ChampSelect = ClientViews.ChampSelect(), EndOfGame = ClientViews.EndOfGame(), Game = new(7001, 420, false) }, "ChampSelect"));
        var text = await mnm.Client.GetStringAsync("/api/client");
        var client = JsonNode.Parse(text)!;

        Assert.DoesNotContain("puuid", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("lockfile", text, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(("connected", "ChampSelect", "Nightjar#INV"), ((string?)client["connection"], (string?)client["raw_phase"], (string?)client["account"]!["riot_id"]));
        Assert.Equal(("Ally 2", true, "JUNGLE"), ((string?)client["champ_select"]!["my_team"]![1]!["name"], (bool)client["champ_select"]!["my_team"]![1]!["is_hidden"]!, (string?)client["champ_select"]!["my_team"]![1]!["position"]));
        Assert.Equal((2, 10, 2, 7001L), (client["lobby"]!["members"]!.AsArray().Count, client["champ_select"]!["draft"]!.AsArray().Count, client["end_of_game"]!["teams"]!.AsArray().Count, (long)client["game"]!["id"]!));
    }
}
