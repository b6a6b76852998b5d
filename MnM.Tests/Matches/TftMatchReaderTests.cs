using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using MnM.Collector.Matches;

namespace MnM.Tests.Matches;

public sealed class TftMatchReaderTests
{
    private static readonly DateTimeOffset Fetched = new(2026, 11, 21, 21, 51, 0, TimeSpan.Zero);

    [Fact]
    public void A_match_is_read_with_its_people()
    {
        var (match, people) = Read(
            """
            {"info":{"endOfGameResult":"GameComplete","game_datetime":1779079991410,"game_length":2046.63,"queue_id":1160,"tft_set_number":17,"participants":[
                {"placement":2,"level":8,"last_round":36,"gold_left":3,"players_eliminated":1,"total_damage_to_players":77,"partner_group_id":3,"riotIdGameName":"a","riotIdTagline":"b"},
                {"placement":-1,"level":"x"}]}}
            """)!;
        Assert.Equal(("EUW1_1", "euw1", 1160, 17, 2046, false), (match.Id, match.Platform, match.QueueId, match.SetNumber, match.DurationSeconds, match.IsAborted));
        Assert.Equal(match.GameDatetime, match.StartedAt!.Value.AddSeconds(2046));
        Assert.Equal(new TftParticipant(null, 2, 8, 36, 3, 1, 77, 3, "a", "b"), people[0]);
        Assert.Equal(new TftParticipant(null, 0, 0, 0, 0, 0, 0, null, "", ""), people[1]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("""{"info":{}}""")]
    [InlineData("""{"info":{"participants":[]}}""")]
    [InlineData("""{"info":{"participants":[1,"x"]}}""")]
    public void What_is_no_match_is_none(string json) => Assert.Null(Read(json));

    [Fact]
    public void A_match_that_was_called_off_may_have_nobody_in_it() =>
        Assert.True(Read("""{"info":{"endOfGameResult":"Abort_Unexpected","participants":[]}}""")!.Match.IsAborted);

    [RecordedFact("tft")]
    public void Recorded_matches_are_read_whole()
    {
        var read = Recorded().Take(300).Select(match => (match, Read: Read(match.ToJsonString(), (string)match["metadata"]!["match_id"]!))).ToList();
        Assert.True(read.Count > 50, "There are too few to say anything.");
        Assert.All(read, one =>
        {
            var (match, people) = one.Read!;
            var info = one.match["info"]!;
            Assert.Equal(info["participants"]!.AsArray().Count, people.Length);
            Assert.All(people, person => Assert.InRange(person.Placement, 1, 8));
            Assert.Equal((int)info["tft_set_number"]!, match.SetNumber);
            Assert.InRange(match.DurationSeconds, 60, 3 * 3600);

            // Riot's time is the end: where it also tells when the game was made, that lies about its length before.
            if (info["gameCreation"] is { } creation)
            {
                Assert.InRange((match.StartedAt!.Value - DateTimeOffset.FromUnixTimeMilliseconds((long)creation)).TotalSeconds, -60, 300);
            }
        });
    }

    private static ReadTftMatch? Read(string json, string matchId = "EUW1_1") => TftMatchReader.Read(matchId, Encoding.UTF8.GetBytes(json), Fetched);

    private static IEnumerable<JsonNode> Recorded()
    {
        foreach (var file in Recordings.Files("tft").Where(file => !file.Contains("players", StringComparison.Ordinal)))
        {
            using var bytes = File.OpenRead(file);
            using var text = new StreamReader(file.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(bytes, CompressionMode.Decompress) : bytes);
            IEnumerable<JsonNode?> nodes = file.Contains(".jsonl", StringComparison.Ordinal)
                ? text.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Take(100).Select(line => JsonNode.Parse(line))
                : JsonNode.Parse(text.ReadToEnd()) as JsonArray ?? [];
            foreach (var node in nodes)
            {
                if (node?["info"]?["participants"] is JsonArray)
                {
                    yield return node;
                }
            }
        }
    }
}
