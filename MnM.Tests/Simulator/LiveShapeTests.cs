using System.Text.Json.Nodes;
using MnM.Simulator.World;

namespace MnM.Tests.Simulator;

public sealed class LiveShapeTests
{
    [Fact]
    public void A_player_has_the_fields_of_the_real_client()
    {
        var player = Poll.Players(Poll.At(new ScriptBuilder().Item("PURCHASED", 1, 1036).Play(), 10)).First().AsObject();

        Assert.Equal(
            [
                "championName", "isBot", "isDead", "items", "level", "position", "rawChampionName", "rawSkinName", "respawnTimer", "riotId",
                "riotIdGameName", "riotIdTagLine",
                "runes", "scores", "screenPositionBottom", "screenPositionCenter", "skinID", "skinName", "summonerName", "summonerSpells", "team",
            ],
            player.Select(field => field.Key));
        Assert.Equal(
            ["canUse", "consumable", "count", "displayName", "itemID", "price", "rawDescription", "rawDisplayName", "slot"],
            player["items"]![0]!.AsObject().Select(field => field.Key));
        Assert.Equal("Name 1#TAG", (string?)player["summonerName"]);
        Assert.Equal("Spell 9999", (string?)player["summonerSpells"]!["summonerSpellTwo"]!["displayName"]);
    }

    [Fact]
    public void A_spectator_gets_an_error_for_the_active_player_and_a_start_at_the_time_of_joining()
    {
        var game = new ScriptedGame(new ScriptBuilder().Kill(100, 1, 3).Kill(400, 1, 3).Read(), joinedAt: 300);
        var poll = Poll.At(game, 410, spectator: true);

        Assert.Equal("Spectator mode doesn't currently support this feature", (string?)poll["activePlayer"]!["error"]);
        Assert.Equal(300, (double)Assert.Single(Poll.Events(poll, "GameStart"))["EventTime"]!);
        Assert.Single(Poll.Events(poll, "ChampionKill"));
        Assert.Contains(Poll.Players(poll), player => (int)player["scores"]!["kills"]! == 2);
    }

    [Theory]
    [InlineData(true, "")]
    [InlineData(false, "Player#HIDE")]
    public void Streamer_mode_hides_every_name_but_ones_own_and_mixes_the_teams(bool empty, string shown)
    {
        var game = new ScriptedGame(new ScriptBuilder().Kill(100, 3, 1).Read().WithHiddenNames(known: 1, empty));
        var players = Poll.Players(Poll.At(game, 110, streamer: true)).ToList();

        Assert.Equal(3, players.Count(player => (string?)player["riotId"] == shown));
        Assert.Contains(players, player => (string?)player["riotId"] == "Name 1#TAG");
        Assert.Equal("CHAOS", (string?)players[0]["team"]);
    }

    [Fact]
    [Trait("Category", "Recordings")]
    public void A_poll_has_the_fields_of_a_recorded_one()
    {
        var ours = Fields(Poll.At(new ScriptBuilder().Play(), 10)).ToHashSet();
        foreach (var file in Recordings.Files("live-client").Where(file => file.Contains("ultbook", StringComparison.Ordinal)))
        {
            var recorded = Fields(JsonNode.Parse(File.ReadAllText(file))!).ToHashSet();

            // Rune pages are empty in the small game, and screen places came after that recording.
            bool Told(string field) => !field.Contains("unes", StringComparison.Ordinal) && !field.StartsWith("events", StringComparison.Ordinal);
            Assert.Empty(recorded.Where(Told).Except(ours));
            Assert.Empty(ours.Where(field => !field.Contains("screenPosition", StringComparison.Ordinal)).Except(recorded));
        }
    }

    private static IEnumerable<string> Fields(JsonNode node, string path = "") => node switch
    {
        JsonObject fields => fields.SelectMany(field => Fields(field.Value!, $"{path}.{field.Key}".TrimStart('.'))),
        JsonArray list => list.SelectMany(item => Fields(item!, path)),
        _ => [$"{path}:{node.GetValueKind().ToString().Replace("True", "Flag", StringComparison.Ordinal).Replace("False", "Flag", StringComparison.Ordinal)}"],
    };
}
