using System.Collections.Frozen;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MnM.Collector.StaticData;
using MnM.Collector.Storage;
using MnM.Tests.Hosting;
using MnM.Web.History.Time;
using static MnM.Tests.History.Time.Play;

namespace MnM.Tests.History.Time;

/// <summary>The time analysis over HTTP, in the real app.</summary>
public sealed class TimeApiTests
{
    private const string Path = "/api/players/Nightjar-EUW/time";
    private static readonly string Me = StoredGames.Id('m');

    [Fact]
    public async Task The_figures_are_those_of_the_stored_games_by_the_clocks_that_are_asked_for()
    {
        await using var mnm = await StartAsync();
        var answer = await JsonAsync(mnm, $"{Path}?tz=Europe%2FBerlin&rates=none");
        Assert.Equal(("Nightjar", "Europe/Berlin", "none"), ((string)answer["player"]!["game_name"]!, (string)answer["time_zone"]!, (string)answer["rates"]!));
        Assert.Equal((12, 1, 12 * 1790), ((int)answer["games"]!, (int)answer["remakes"]!, (int)answer["played_seconds"]!));
        Assert.Equal((12, 100.0), ((int)answer["win_rate"]!["games"]!, (double)answer["win_rate"]!["percent"]!));

        Assert.Equal((12, 1800, 1.0), ((int)answer["sessions"]!["count"]!, (int)answer["sessions"]!["longest_seconds"]!, (double)answer["sessions"]!["average_games"]!));
        Assert.Equal((1800, 12), ((int)answer["game_lengths"]!["average_seconds"]!, (int)answer["current_streak"]!));

        // 23:30 UTC is half past midnight of the next day there.
        Assert.Equal("2026-11-02", (string)answer["tables"]!["days"]![0]!["date"]!);
        Assert.Equal(TimeTables.Names.Where(name => name != "matches"), answer["tables"]!.AsObject().Select(table => table.Key));
    }

    [Theory]
    [InlineData("Nightjar-EUW")]
    [InlineData("nightjar%23euw")]
    [InlineData("NIGHT%20JAR-EUW")]
    public async Task A_player_is_named_in_several_ways(string player)
    {
        await using var mnm = await StartAsync();
        foreach (var name in (string[])[player, Me])
        {
            Assert.Equal(12, (int)(await JsonAsync(mnm, $"/api/players/{name}/time"))["games"]!);
        }
    }

    [Fact]
    public async Task Every_table_comes_as_CSV_and_as_JSON_with_the_same_cells()
    {
        await using var mnm = await StartAsync();
        foreach (var table in TimeTables.Names)
        {
            using var response = await mnm.Client.GetAsync($"{Path}/{table}.csv?tz=Europe%2FBerlin");
            Assert.Equal(("text/csv", "utf-8", $"Nightjar-EUW-{table}.csv"), (response.Content.Headers.ContentType!.MediaType, response.Content.Headers.ContentType.CharSet, response.Content.Headers.ContentDisposition!.FileName));
            var lines = (await response.Content.ReadAsStringAsync()).Split("\r\n");
            var rows = (await JsonAsync(mnm, $"{Path}/{table}.json?tz=Europe%2FBerlin")).AsArray();
            Assert.Equal(rows.Count + 2, lines.Length);
            Assert.True(rows.Count == 0 || string.Join(',', rows[0]!.AsObject().Select(cell => cell.Key)) == lines[0], table);
        }
    }

    [Fact]
    public async Task Matches_have_their_times_in_UTC_and_by_the_clocks_the_latest_first()
    {
        await using var mnm = await StartAsync();
        var lines = (await mnm.Client.GetStringAsync($"{Path}/matches.csv?tz=Europe%2FBerlin&from=2026-11-12")).Split("\r\n");
        Assert.Equal(
            [
                "EUW1_12,2026-11-12T23:30:00Z,2026-11-13T00:30:00+01:00,1800,1790,103,Ahri,MIDDLE,blue,420,Ranked Solo,16.22,won,true,0,0,0,0",
                "EUW1_11,2026-11-11T23:30:00Z,2026-11-12T00:30:00+01:00,1800,1790,103,Ahri,MIDDLE,blue,420,Ranked Solo,16.22,won,true,0,0,0,0",
                "",
            ],
            lines[1..]);
    }

    [Fact]
    public async Task Of_few_games_no_rate_is_told()
    {
        await using var mnm = await StartAsync();
        var hours = (await JsonAsync(mnm, $"{Path}/session_places.json?to=2026-11-09")).AsArray();
        Assert.Equal((9, 9, null), ((int)hours[0]!["rated_games"]!, (int)hours[0]!["wins"]!, hours[0]!["win_rate"]));
        Assert.Null((await JsonAsync(mnm, $"{Path}?to=2026-11-09"))["win_rate"]);
    }

    [Fact]
    public async Task A_player_without_matches_has_an_empty_report()
    {
        await using var mnm = await StartAsync();
        await using (var db = await mnm.App.Services.GetRequiredService<IDbContextFactory<MnmDbContext>>().CreateDbContextAsync())
        {
            await StoredGames.AddPlayerAsync(db, "Idle", "EUW", StoredGames.Id('i'));
        }

        var answer = await JsonAsync(mnm, "/api/players/Idle-EUW/time");
        Assert.Equal((0, 0, null, 168), ((int)answer["games"]!, (int)answer["played_seconds"]!, answer["win_rate"], answer["tables"]!["hours"]!.AsArray().Count));
        Assert.Equal("date,games,played_seconds,wins,losses\r\n", await mnm.Client.GetStringAsync("/api/players/Idle-EUW/time/days.csv"));
    }

    [Fact]
    public void Champions_are_called_as_players_call_them()
    {
        var catalog = StaticCatalog.Empty with { Champions = new Dictionary<string, StaticChampion> { ["MonkeyKing"] = new(62, "MonkeyKing", "Wukong", "MonkeyKing.png") }.ToFrozenDictionary() };
        var games = TimeReader.Named([Game("2026-11-01 12:00") with { Champion = new(62, "MonkeyKing") }, Game("2026-11-02 12:00") with { Champion = new(9999, "Novelty") }], catalog);
        Assert.Equal(["Wukong", "Novelty"], games.Select(game => game.Champion.Name));
    }

    [Theory]
    [InlineData("/api/players/Nobody/time", HttpStatusCode.BadRequest, "names no player")]
    [InlineData("/api/players/Somebody-EUW/time", HttpStatusCode.NotFound, "MnM does not know Somebody-EUW yet")]
    [InlineData("/api/players/Somebody-EUW/time/days.csv", HttpStatusCode.NotFound, "MnM does not know Somebody-EUW yet")]
    [InlineData(Path + "?tz=Mars&from=x", HttpStatusCode.BadRequest, "from is a day: yyyy-MM-dd. tz is a time zone")]
    [InlineData(Path + "/nothing.csv", HttpStatusCode.NotFound, "There is no table nothing; there are before, champions")]
    [InlineData(Path + "/nothing.json", HttpStatusCode.NotFound, "There is no table nothing")]
    public async Task What_is_wrong_is_named(string address, HttpStatusCode status, string detail)
    {
        await using var mnm = await StartAsync();
        using var response = await mnm.Client.GetAsync(address);
        Assert.Equal((status, "application/problem+json"), (response.StatusCode, response.Content.Headers.ContentType!.MediaType));
        Assert.Contains(detail, (string)JsonNode.Parse(await response.Content.ReadAsStringAsync())!["detail"]!, StringComparison.Ordinal);
    }

    /// <summary>A won game at half past eleven on each of the first twelve days of November, and a remake.</summary>
    private static async Task<RunningMnm> StartAsync()
    {
        var mnm = await RunningMnm.StartAsync();
        await using var db = await mnm.App.Services.GetRequiredService<IDbContextFactory<MnmDbContext>>().CreateDbContextAsync();
        await StoredGames.AddPlayerAsync(db, "Nightjar", "EUW", Me);
        for (var day = 1; day <= 12; day++)
        {
            await StoredGames.AddMatchAsync(db, day, At($"2026-11-{day:00} 23:30"), [Me]);
        }

        await StoredGames.AddMatchAsync(db, 99, At("2026-11-05 12:00"), [Me], match => match.IsRemake = true);
        return mnm;
    }

    private static async Task<JsonNode> JsonAsync(RunningMnm mnm, string address) => JsonNode.Parse(await mnm.Client.GetStringAsync(address))!;
}
