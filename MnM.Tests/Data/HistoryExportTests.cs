using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using MnM.Collector.Matches;
using MnM.Collector.Players;
using MnM.Collector.Riot;
using MnM.Tests.Hosting;

namespace MnM.Tests.Data;

public sealed class HistoryExportTests
{
    private static readonly string Anna = new('a', 78);
    private static readonly string Bert = new('b', 78);
    private static readonly string Stranger = new('s', 78);

    [Fact]
    public async Task The_history_has_a_row_for_each_match_of_everybody_who_is_known()
    {
        await using var mnm = await RunningMnm.StartAsync();
        await KeepAsync(mnm, Bert, "Bert", RiotProduct.League);
        await KeepAsync(mnm, Anna, "Anna", RiotProduct.League);
        await KeepAsync(mnm, Stranger, "Only in TFT", RiotProduct.Tactics);
        await StoreAsync(mnm, 2, (Anna, "Anna of then"), (Stranger, "Stranger"));
        await StoreAsync(mnm, 1, (Anna, "Anna of then"), (Bert, "Bert"));

        var rows = JsonNode.Parse(await mnm.Client.GetStringAsync("/api/export/history.json"))!.AsArray();

        Assert.Equal([("Bert#EUW", "EUW1_1"), ("Anna#EUW", "EUW1_1"), ("Anna#EUW", "EUW1_2")], rows.Select(row => ((string)row!["player"]!, (string)row["match_id"]!)));
        Assert.Equal(("euw1", 420, "Ahri", 7, true), ((string)rows[1]!["platform"]!, (int)rows[1]!["queue_id"]!, (string)rows[1]!["champion_name"]!, (int)rows[1]!["kills"]!, (bool)rows[1]!["win"]!));
    }

    [Fact]
    public async Task Who_has_no_Riot_ID_today_has_the_one_of_the_match()
    {
        await using var mnm = await RunningMnm.StartAsync();
        await KeepAsync(mnm, Anna, "Anna", RiotProduct.League);
        await KeepAsync(mnm, Bert, "Anna", RiotProduct.League);
        await StoreAsync(mnm, 1, (Anna, "Anna of then"));

        var rows = JsonNode.Parse(await mnm.Client.GetStringAsync("/api/export/history.json"))!.AsArray();

        Assert.Equal("Anna of then#EUW", (string)Assert.Single(rows)!["player"]!);
    }

    private static Task<long> KeepAsync(RunningMnm mnm, string puuid, string name, RiotProduct product) =>
        mnm.App.Services.GetRequiredService<PlayerStore>().KeepAsync(new RiotAccount(Puuid.Find(puuid)!, name, "EUW"), product, CancellationToken.None);

    private static async Task StoreAsync(RunningMnm mnm, int number, params (string Puuid, string Name)[] people)
    {
        var participants = people.Select((person, place) => new JsonObject
        {
            ["participantId"] = place + 1,
            ["puuid"] = person.Puuid,
            ["riotIdGameName"] = person.Name,
            ["riotIdTagline"] = "EUW",
            ["championId"] = 103,
            ["championName"] = "Ahri",
            ["teamId"] = 100,
            ["kills"] = 7,
            ["win"] = true,
        });
        JsonObject info = new()
        {
            ["gameId"] = number,
            ["platformId"] = "EUW1",
            ["queueId"] = 420,
            ["gameMode"] = "CLASSIC",
            ["gameStartTimestamp"] = DateTimeOffset.UnixEpoch.AddDays(20_000 + number).ToUnixTimeMilliseconds(),
            ["participants"] = new JsonArray([.. participants]),
        };
        var json = Encoding.UTF8.GetBytes(new JsonObject { ["metadata"] = new JsonObject { ["matchId"] = $"EUW1_{number}" }, ["info"] = info }.ToJsonString());
        var read = MatchReader.Read($"EUW1_{number}", json, DateTimeOffset.UnixEpoch.AddDays(20_100))!;
        await mnm.App.Services.GetRequiredService<MatchStore>().StoreAsync(new FetchedMatch(read, json), CancellationToken.None);
    }
}
