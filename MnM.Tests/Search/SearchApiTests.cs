using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MnM.Collector.Storage;
using MnM.Tests.History.Time;
using MnM.Tests.Hosting;
using static MnM.Tests.History.Time.Play;

namespace MnM.Tests.Search;

/// <summary>Search and champions' figures over HTTP, in the real app.</summary>
public sealed class SearchApiTests
{
    [Fact]
    public async Task What_is_found_stands_in_groups()
    {
        await using var mnm = await StartAsync();
        var found = await JsonAsync(mnm, "/api/search?q=nightj");
        Assert.Equal(("nightj", "Nightjar", "EUW", "/players/Nightjar-EUW"), ((string)found["query"]!, (string)found["players"]![0]!["game_name"]!, (string)found["players"]![0]!["tag_line"]!, (string)found["players"]![0]!["page"]!));
        Assert.Equal((0, 0, null), (found["champions"]!.AsArray().Count, found["matches"]!.AsArray().Count, found["ask_riot"]));

        var match = (await JsonAsync(mnm, "/api/search?q=EUW1_7000001"))["matches"]!.AsArray().Single()!;
        Assert.Equal(("EUW1_7000001", true, 420, "/match/EUW1_7000001"), ((string)match["match_id"]!, (bool)match["is_stored"]!, (int)match["queue_id"]!, (string)match["page"]!));
        Assert.Equal("Some one", (string)(await JsonAsync(mnm, "/api/search?q=Some%20one%23NA1"))["ask_riot"]!["game_name"]!);
    }

    [Theory]
    [InlineData("/api/search")]
    [InlineData("/api/search?q=")]
    [InlineData("/api/search?q=%20%20")]
    public async Task Without_a_text_or_with_a_long_one_nothing_is_sought(string address)
    {
        await using var mnm = await StartAsync();
        foreach (var bad in (string[])[address, $"/api/search?q={new string('x', 101)}"])
        {
            using var response = await mnm.Client.GetAsync(bad);
            Assert.Equal((HttpStatusCode.BadRequest, "application/problem+json"), (response.StatusCode, response.Content.Headers.ContentType!.MediaType));
        }
    }

    [Fact]
    public async Task A_champions_figures_are_those_of_the_stored_games()
    {
        await using var mnm = await StartAsync();
        foreach (var id in (string[])["103", "Ahri"])
        {
            var answer = await JsonAsync(mnm, $"/api/champions/{id}/stats");
            Assert.Equal((103, "Ahri", 12, 12), ((int)answer["champion_id"]!, (string)answer["name"]!, (int)answer["all"]!["games"]!, (int)answer["all"]!["wins"]!));
            Assert.Equal((100.0, 75.8), ((double)answer["all"]!["win_rate"]!, Math.Round((double)answer["all"]!["low"]!, 1)));
            Assert.Equal(("MIDDLE", "Mid", 12), ((string)answer["roles"]![0]!["key"]!, (string)answer["roles"]![0]!["name"]!, (int)answer["roles"]![0]!["figures"]!["games"]!));
            Assert.Equal((1, 0, 0, false), ((int)answer["left_out"]!["arena"]!, (int)answer["left_out"]!["custom_bots_and_others"]!, (int)answer["left_out"]!["called_off"]!, (bool)answer["is_cut"]!));
        }

        var top = await JsonAsync(mnm, "/api/champions/103/stats?role=top&queue=420&patch=16.22");
        Assert.Equal(("TOP", 0, null, null), ((string)top["role"]!, (int)top["all"]!["games"]!, top["all"]!["win_rate"], top["all"]!["averages"]));
    }

    [Theory]
    [InlineData("/api/champions/Nobody/stats", HttpStatusCode.NotFound, "There is no champion")]
    [InlineData("/api/champions/103/stats?role=goalkeeper&queue=-1", HttpStatusCode.BadRequest, "queue is Riot's number of a queue.")]
    public async Task What_is_wrong_is_named(string address, HttpStatusCode status, string detail)
    {
        await using var mnm = await StartAsync();
        using var response = await mnm.Client.GetAsync(address);
        Assert.Equal((status, "application/problem+json"), (response.StatusCode, response.Content.Headers.ContentType!.MediaType));
        Assert.Contains(detail, (string)JsonNode.Parse(await response.Content.ReadAsStringAsync())!["detail"]!, StringComparison.Ordinal);
    }

    /// <summary>Twelve won games of Ahri in the middle, and one of Arena.</summary>
    private static async Task<RunningMnm> StartAsync()
    {
        var mnm = await RunningMnm.StartAsync();
        await using var db = await mnm.App.Services.GetRequiredService<IDbContextFactory<MnmDbContext>>().CreateDbContextAsync();
        await StoredGames.AddPlayerAsync(db, "Nightjar", "EUW", StoredGames.Id('n'));
        for (var number = 1; number <= 12; number++)
        {
            await StoredGames.AddMatchAsync(db, 7_000_000 + number, At($"2026-11-{number:00} 12:00"), [StoredGames.Id('n')]);
        }

        await StoredGames.AddMatchAsync(db, 99, At("2026-11-15 12:00"), [StoredGames.Id('n')], match => (match.QueueId, match.Mode) = (1700, "CHERRY"));
        return mnm;
    }

    private static async Task<JsonNode> JsonAsync(RunningMnm mnm, string address) => JsonNode.Parse(await mnm.Client.GetStringAsync(address))!;
}
