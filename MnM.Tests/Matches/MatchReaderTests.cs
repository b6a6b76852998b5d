using System.Text;
using System.Text.Json.Nodes;
using MnM.Collector.Matches;
using MnM.Tests.Live.Recording;

namespace MnM.Tests.Matches;

public sealed class MatchReaderTests
{
    private static readonly DateTimeOffset Fetched = new(2026, 11, 21, 21, 51, 0, TimeSpan.Zero);

    [Fact]
    public void A_match_is_read_with_its_people()
    {
        var json = MatchJson.Written();
        var (match, people) = Read(json)!;
        var info = json["info"]!;

        Assert.Equal(
            ("EUW1_7001", "euw1", (int)info["queueId"]!, (string)info["gameMode"]!, (long)info["gameStartTimestamp"]!),
            (match.Id, match.Platform, match.QueueId, match.Mode, match.StartedAt!.Value.ToUnixTimeMilliseconds()));
        Assert.StartsWith(match.Patch + ".", match.GameVersion, StringComparison.Ordinal);
        Assert.Equal(10, people.Length);
        Assert.All(people.Zip(info["participants"]!.AsArray()), pair => AssertSame(pair.First, pair.Second!));
    }

    [Theory]
    [InlineData(1_993_827, null, 0, 1993)]
    [InlineData(1993, 1_622_206_000_000, 0, 1993)]
    [InlineData(2400, 1_622_206_000_000, 1987, 1987)]
    [InlineData(-5, 1_622_206_000_000, 0, 0)]
    public void It_lasted_until_the_last_player_left_in_seconds(long duration, long? end, int played, int seconds)
    {
        var json = MatchJson.Written();
        json["info"]!["gameDuration"] = duration;
        json["info"]!["gameEndTimestamp"] = end;
        foreach (var person in json["info"]!["participants"]!.AsArray())
        {
            person!["timePlayed"] = played;
        }

        Assert.Equal(seconds, Read(json)!.Match.DurationSeconds);
    }

    [Fact]
    public void Bots_share_an_id_and_are_told_apart_by_their_numbers()
    {
        var json = MatchJson.Written();
        foreach (var person in json["info"]!["participants"]!.AsArray().Skip(5))
        {
            person!["puuid"] = "BOT";
        }

        var people = Read(json)!.Participants;
        Assert.Equal(Enumerable.Range(1, 10), people.Select(one => one.Number));
        Assert.Equal([false, true], people.Select(one => one.IsBot).Distinct());
        Assert.Equal(5, people.Count(one => one.Puuid is null));
    }

    [Fact]
    public void Numbers_that_repeat_give_way_to_the_order()
    {
        var json = MatchJson.Written();
        json["info"]!["participants"]![3]!["participantId"] = 1;
        Assert.Equal(Enumerable.Range(1, 10), Read(json)!.Participants.Select(one => one.Number));
    }

    [Fact]
    public void A_match_that_was_called_off_may_be_empty()
    {
        var (match, people) = Read(JsonNode.Parse("""{"metadata":{},"info":{"endOfGameResult":"Abort_Unexpected","gameCreation":0,"participants":[]}}""")!.AsObject())!;
        Assert.True(match.IsAborted);
        Assert.Null(match.StartedAt);
        Assert.Empty(people);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"info":{}}""")]
    [InlineData("""{"info":{"participants":[null,4]}}""")]
    public void What_is_no_match_is_none(string json) => Assert.Null(MatchReader.Read("EUW1_7001", Encoding.UTF8.GetBytes(json), Fetched));

    [Fact]
    public void What_MnM_does_not_know_stays_as_it_came()
    {
        var json = MatchJson.Written();
        (json["info"]!["queueId"], json["info"]!["gameMode"]) = (98765, "NEWMODE");
        var person = json["info"]!["participants"]![0]!;
        (person["championId"], person["championName"], person["item2"]) = (9999, "Novelty", 123456);

        var (match, people) = Read(json)!;
        Assert.Equal((98765, "NEWMODE"), (match.QueueId, match.Mode));
        Assert.Equal((9999, "Novelty", 123456), (people[0].ChampionId, people[0].ChampionName, people[0].ReadItems()[2]));
    }

    [Fact]
    public void Changed_and_damaged_matches_are_read_or_refused_and_never_break_anything()
    {
        var (text, mutations, read) = (MatchJson.Written().ToJsonString(), new JsonMutations(7), 0);
        for (var round = 0; round < 150; round++)
        {
            read += IsReadWhole(Encoding.UTF8.GetBytes(mutations.Change(text, 1 + (round % 5)))) ? 1 : 0;
            IsReadWhole(mutations.Damage(Encoding.UTF8.GetBytes(text), 1 + (round % 5)));
        }

        Assert.InRange(read, 50, 150);
    }

    [RecordedFact("match-v5")]
    [Trait("Category", "Recordings")]
    public void Recorded_matches_of_all_years_are_read_whole()
    {
        var sizes = new HashSet<int>();
        foreach (var json in MatchJson.Recorded())
        {
            var (match, people) = Read(json)!;
            sizes.Add(people.Length);
            Assert.InRange(match.DurationSeconds, 120, 2 * 3600);
            Assert.InRange(match.StartedAt!.Value.Year, 2020, 2026);
            Assert.InRange((long)json["info"]!["gameStartTimestamp"]! + (match.DurationSeconds * 1000L), 0, MatchJson.End(json) + 1000 ?? long.MaxValue);
            Assert.Equal(people.Length, people.Select(one => one.Number).Distinct().Count());
            Assert.All(people.Zip(json["info"]!["participants"]!.AsArray()), pair => AssertSame(pair.First, pair.Second!));
        }

        Assert.Equal([8, 10, 16], sizes.Order());
    }

    [RecordedFact("match-v5")]
    [Trait("Category", "Recordings")]
    public void A_recorded_remake_is_one_and_most_matches_are_none()
    {
        var remakes = MatchJson.Recorded().Select(json => Read(json)!.Match).Where(match => match.IsRemake).ToList();
        Assert.Contains(remakes, match => match.DurationSeconds == 204);
        Assert.All(remakes, match => Assert.InRange(match.DurationSeconds, 60, 300));
    }

    private static bool IsReadWhole(byte[] json)
    {
        if (MatchReader.Read("EUW1_7001", json, Fetched) is not { } read)
        {
            return false;
        }

        Assert.All(read.Participants, one => Assert.Equal(7, one.ReadItems().Length));
        return read.Participants.Select(one => one.Number).Distinct().Count() == read.Participants.Length;
    }

    private static ReadMatch? Read(JsonObject json) => MatchReader.Read("EUW1_7001", Encoding.UTF8.GetBytes(json.ToJsonString()), Fetched);

    private static void AssertSame(MatchParticipant read, JsonNode person)
    {
        Assert.Equal(
            (Number("teamId"), Number("championId"), Number("kills"), Number("deaths"), Number("assists"), Number("goldEarned"), Number("visionScore")),
            (read.TeamId, read.ChampionId, read.Kills, read.Deaths, read.Assists, read.GoldEarned, read.VisionScore));
        Assert.Equal(
            (Number("totalMinionsKilled") + Number("neutralMinionsKilled"), Number("totalDamageDealtToChampions"), (bool)person["win"]!),
            (read.Cs, read.Damage, read.Win));
        Assert.Equal(Enumerable.Range(0, 7).Select(place => Number($"item{place}")), read.ReadItems());

        int Number(string name) => (int)person[name]!;
    }
}
