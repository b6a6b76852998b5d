using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MnM.Collector.Players;
using MnM.Collector.Riot;
using MnM.Collector.Storage;
using MnM.Tests.History.Time;
using MnM.Tests.Hosting;
using static MnM.Tests.History.Time.Play;

namespace MnM.Tests.Players;

/// <summary>Players over HTTP, in the real app, which has no key: Riot cannot be asked.</summary>
public sealed class PlayersApiTests
{
    private static readonly string Me = StoredGames.Id('m');

    [Fact]
    public async Task A_player_is_told_with_what_is_fresh_and_what_is_not_known()
    {
        await using var mnm = await StartAsync();
        var answer = await JsonAsync(mnm, "/api/players/nightjar%23euw");
        Assert.Equal(("Nightjar", "EUW", Me, 13), ((string)answer["game_name"]!, (string)answer["tag_line"]!, (string)answer["puuid"]!, (int)answer["matches"]!));
        Assert.Equal(("fresh", 47, null), ((string)answer["ranks"]!["state"]!, (int)answer["ranks"]!["value"]!["solo"]!["league_points"]!, answer["ranks"]!["value"]!["flex"]));
        Assert.Equal(("unavailable", null, null), ((string)answer["profile"]!["state"]!, answer["profile"]!["at"], answer["profile"]!["value"]));
        Assert.Contains("key", (string)answer["profile"]!["reason"]!, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(12, answer["form"]!.AsArray().Count);
        Assert.Equal(("EUW1_1", true), ((string)answer["form"]![0]!["match_id"]!, (bool)answer["form"]![0]!["won"]!));
        Assert.Equal((12, 100.0), ((int)answer["win_rate"]!["games"]!, (double)answer["win_rate"]!["percent"]!));
    }

    [Fact]
    public async Task The_champions_are_those_of_the_stored_matches_that_are_asked_for()
    {
        await using var mnm = await StartAsync();
        var all = (await JsonAsync(mnm, "/api/players/Nightjar-EUW/champions")).AsArray();
        Assert.Equal([(103, 11), (99, 1)], all.Select(one => ((int)one!["champion_id"]!, (int)one["games"]!)));
        Assert.Equal((11, 11, 11, 11 * 1790L), ((int)all[0]!["rated_games"]!, (int)all[0]!["wins"]!, (int)all[0]!["win_rate"]!["games"]!, (long)all[0]!["played_seconds"]!));
        Assert.Null(all[1]!["win_rate"]);
        Assert.Equal("2026-11-12T23:30:00Z", (string)all[0]!["last_played"]!);
        Assert.Equal([99], (await JsonAsync(mnm, "/api/players/Nightjar-EUW/champions?role=TOP")).AsArray().Select(one => (int)one!["champion_id"]!));
        Assert.Empty((await JsonAsync(mnm, "/api/players/Nightjar-EUW/champions?queue=440")).AsArray());
        Assert.Single((await JsonAsync(mnm, "/api/players/Nightjar-EUW/champions?champion=99&patch=16.22")).AsArray());
    }

    [Fact]
    public async Task Ranks_of_several_each_have_their_state()
    {
        await using var mnm = await StartAsync();
        await using (var db = await mnm.App.Services.GetRequiredService<IDbContextFactory<MnmDbContext>>().CreateDbContextAsync())
        {
            await StoredGames.AddPlayerAsync(db, "Idle", "EUW", StoredGames.Id('i'));
        }

        var ranks = (await JsonAsync(mnm, $"/api/rank/batch?puuids={Me},{StoredGames.Id('i')},%20{StoredGames.Id('x')},{Me}")).AsArray();
        Assert.Equal(
            [(Me, "Nightjar", "fresh"), (StoredGames.Id('i'), "Idle", "unavailable"), (StoredGames.Id('x'), null, "unknown")],
            ranks.Select(rank => ((string)rank!["puuid"]!, (string?)rank["game_name"], (string)rank["ranks"]!["state"]!)));
    }

    [Theory]
    [InlineData("/api/players/Nobody", HttpStatusCode.BadRequest, "names no player")]
    [InlineData("/api/players/Nobody/champions", HttpStatusCode.BadRequest, "names no player")]
    [InlineData("/api/players/Some-Body", HttpStatusCode.ServiceUnavailable, "key")]
    [InlineData("/api/players/Nightjar-EUW/champions?role=king&queue=x", HttpStatusCode.BadRequest, "queue is Riot's number of a queue. role is one of TOP")]
    [InlineData("/api/rank/batch", HttpStatusCode.BadRequest, "one to 10")]
    [InlineData("/api/rank/batch?puuids=", HttpStatusCode.BadRequest, "one to 10")]
    [InlineData("/api/rank/batch?puuids=a,b,c,d,e,f,g,h,i,j,k", HttpStatusCode.BadRequest, "one to 10")]
    [InlineData("/api/rank/batch?puuids=%3Cscript%3E", HttpStatusCode.BadRequest, "is no PUUID")]
    public async Task What_is_wrong_is_named(string address, HttpStatusCode status, string detail)
    {
        await using var mnm = await StartAsync();
        using var response = await mnm.Client.GetAsync(address);
        Assert.Equal((status, "application/problem+json"), (response.StatusCode, response.Content.Headers.ContentType!.MediaType));
        Assert.Contains(detail, (string)JsonNode.Parse(await response.Content.ReadAsStringAsync())!["detail"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_has_a_PUUID_that_the_database_does_not_know()
    {
        await using var mnm = await StartAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await mnm.Client.GetAsync($"/api/players/{StoredGames.Id('x')}")).StatusCode);
    }

    /// <summary>Twelve won games, the last on another champion and lane, and a remake; ranks were told just now.</summary>
    private static async Task<RunningMnm> StartAsync()
    {
        var mnm = await RunningMnm.StartAsync();
        await using var db = await mnm.App.Services.GetRequiredService<IDbContextFactory<MnmDbContext>>().CreateDbContextAsync();
        await StoredGames.AddPlayerAsync(db, "Nightjar", "EUW", Me);
        for (var day = 1; day <= 12; day++)
        {
            var isOther = day == 5;
            await StoredGames.AddMatchAsync(
                db, day, At($"2026-11-{day:00} 23:30"), [Me], participant: one => (one.ChampionId, one.ChampionName, one.Position) = isOther ? (99, "Lux", "TOP") : (103, "Ahri", "MIDDLE"));
        }

        await StoredGames.AddMatchAsync(db, 99, At("2026-11-05 12:00"), [Me], match => match.IsRemake = true);
        var player = await mnm.App.Services.GetRequiredService<PlayerQueries>().FindAsync("Nightjar", "EUW", CancellationToken.None);

        // The name was heard of just now, too: it needs no question.
        await mnm.App.Services.GetRequiredService<PlayerStore>().KeepAsync(new RiotAccount(Puuid.Find(Me)!, "Nightjar", "EUW"), RiotProduct.League, CancellationToken.None);
        await mnm.App.Services.GetRequiredService<PlayerStore>().KeepAsync(
            player!.Id, [new LeagueEntry(null, PlayerQueries.Solo, "EMERALD", "III", 47, 61, 55, LeagueMarks.None)], CancellationToken.None);
        return mnm;
    }

    private static async Task<JsonNode> JsonAsync(RunningMnm mnm, string address) => JsonNode.Parse(await mnm.Client.GetStringAsync(address))!;
}
