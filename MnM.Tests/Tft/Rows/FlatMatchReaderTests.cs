using System.Text;
using System.Text.Json.Nodes;
using MnM.Collector.Tft.Rows;

namespace MnM.Tests.Tft.Rows;

public sealed class FlatMatchReaderTests
{
    [Fact]
    public void A_match_is_read_with_its_boards()
    {
        var match = Rows(TftJson.Match());
        Assert.Equal(
            ("EUW1_7500153635", 7500153635L, "euw1", "Linux Version 16.10.776.5552 (x)", 17, 1100, DateTimeOffset.FromUnixTimeMilliseconds(1779079991410)),
            (match.MatchId, match.GameId, match.Platform, match.GameVersion, match.Set, match.Queue, match.EndedAt));
        var board = match.Boards[0];
        Assert.Equal((1, 9, 36, 12), (board.Placement, board.Level, board.LastRound, board.GoldLeft));
        Assert.Equal(("TFT17_Jinx", 2, 4), (board.Units[0].Unit, board.Units[0].Star, board.Units[0].Rarity));
        Assert.Equal(["B", "A", "A"], board.Units[0].Items.AsEnumerable());
        Assert.Equal(new NamedTrait("TFT17_Anima", 3, 1, 2), board.Traits[0]);
    }

    [Fact]
    public void Both_spellings_of_the_queue_are_read_and_other_figures_may_be_missing_or_strange()
    {
        var json = TftJson.Match();
        json["info"]!.AsObject().Remove("queueId");
        json["info"]!["queue_id"] = 1160;
        json["info"]!.AsObject().Remove("game_version");
        var person = json["info"]!["participants"]![0]!.AsObject();
        person.Remove("level");
        person["gold_left"] = -5;
        person["last_round"] = 70_000;
        person["units"]![0]!["rarity"] = 99;
        person["puuid"] = null;
        var match = Rows(json);
        Assert.Equal((1160, ""), (match.Queue, match.GameVersion));
        var board = match.Boards[0];
        Assert.Equal((null, 0, 0, 255, 99), (board.Puuid, board.Level, board.GoldLeft, board.LastRound, board.Units[0].Rarity));
    }

    [Fact]
    public void Units_and_traits_may_be_empty_names_are_taken_as_they_are_and_the_order_of_people_says_nothing()
    {
        var json = TftJson.Match();
        var people = json["info"]!["participants"]!.AsArray();
        people[1]!["units"] = new JsonArray();
        people[1]!.AsObject().Remove("traits");
        people[0]!["units"]![0]!["character_id"] = "TFT17_Señna\u4e2d";
        var turned = JsonNode.Parse(json.ToJsonString())!.AsObject();
        turned["info"]!["participants"] = new JsonArray([.. people.Reverse().Select(one => one!.DeepClone())]);
        var (match, other) = (Rows(json), Rows(turned));
        Assert.Equal("TFT17_Señna\u4e2d", match.Boards[0].Units[0].Unit);
        Assert.Empty(match.Boards[1].Units);
        Assert.Equal(match.Boards.Select(board => (board.Placement, board.Units.Length)), other.Boards.Reverse().Select(board => (board.Placement, board.Units.Length)));
    }

    [Fact]
    public void Old_matches_number_their_items_and_name_their_units()
    {
        var json = TftJson.Match();
        json["info"]!["participants"]![0]!["units"] = JsonNode.Parse("""[{"name":"TFT2_Zed","tier":3,"rarity":4,"items":[16,5]}]""");
        var unit = Assert.Single(Rows(json).Boards[0].Units);
        Assert.Equal("TFT2_Zed", unit.Unit);
        Assert.Equal(["16", "5"], unit.Items.AsEnumerable());
    }

    [Fact]
    public void Of_a_key_that_is_there_twice_the_last_one_counts()
    {
        var text = TftJson.Match().ToJsonString().Replace("\"placement\":2", "\"placement\":5,\"placement\":3", StringComparison.Ordinal);
        Assert.Equal([1, 3], ((FlatReading.Rows)Read(text)).Match.Boards.Select(board => board.Placement));
    }

    [Fact]
    public void A_match_that_was_called_off_is_no_fault() =>
        Assert.IsType<FlatReading.CalledOff>(Read("""{"info":{"endOfGameResult":"Abort_Unexpected","participants":[]}}"""));

    [Theory]
    [InlineData("{", "Its JSON is damaged.")]
    [InlineData("[]", "It is no match: it has no \"info\".")]
    [InlineData("""{"info":{}}""", "It has 0 boards; there must be two at least.")]
    [InlineData("""{"info":{"participants":{}}}""", "Its \"participants\" is no list.")]
    [InlineData("""{"info":{"participants":[1,2]}}""", "Its list \"participants\" has something else in it.")]
    [InlineData("""{"info":{"participants":[{"placement":1},{"placement":9}]}}""", "A board has the place 9; there are only 1 to 8.")]
    [InlineData("""{"info":{"participants":[{"placement":1},{}]}}""", "A board has the place 0; there are only 1 to 8.")]
    [InlineData("""{"info":{"participants":[{"placement":1},{"placement":1}]}}""", "Two boards have the same place: 1, 1.")]
    [InlineData("""{"info":{"participants":[{"placement":1},{"placement":2}]}}""", "It does not say when it was played.")]
    [InlineData("""{"info":{"participants":[{"placement":1,"units":[{}]},{"placement":2}]}}""", "One unit has no name.")]
    [InlineData("""{"info":{"participants":[{"placement":1,"units":[{"character_id":"a","itemNames":[true]}]},{"placement":2}]}}""", "An item is neither a name nor a number.")]
    [InlineData("""{"info":{"participants":[{"placement":1,"units":[{"character_id":"a\u0000"}]},{"placement":2}]}}""", "The name of one unit has a control character in it.")]
    [InlineData("""{"info":{"participants":[{"placement":1,"traits":[{"name":""}]},{"placement":2}]}}""", "One trait has no name.")]
    public void What_does_not_fit_is_told_in_words(string json, string fault) => Assert.Equal(fault, Assert.IsType<FlatReading.Unfit>(Read(json)).Fault);

    [Fact]
    public void Lists_that_are_too_long_and_names_too_do_not_fit()
    {
        var json = TftJson.Match();
        json["info"]!["participants"]![0]!["units"] = new JsonArray([.. Enumerable.Range(0, 101).Select(_ => new JsonObject { ["character_id"] = "a" })]);
        Assert.Equal("Its list \"units\" has 101 parts; 100 is the most.", Assert.IsType<FlatReading.Unfit>(Read(json.ToJsonString())).Fault);
        json["info"]!["participants"]![0]!["units"] = new JsonArray(new JsonObject { ["character_id"] = new string('a', 129) });
        Assert.Equal("The name of one unit is longer than any of Riot’s.", Assert.IsType<FlatReading.Unfit>(Read(json.ToJsonString())).Fault);
    }

    [RecordedFact("tft")]
    public void Every_recorded_match_fits()
    {
        var matches = TftJson.Recorded().ToList();
        Assert.True(matches.Count > 50, "There are too few to say anything.");
        foreach (var match in matches)
        {
            var id = match["metadata"]!["match_id"]!.GetValue<string>();
            var read = FlatMatchReader.Read(id, Encoding.UTF8.GetBytes(match.ToJsonString()));
            Assert.True(read is FlatReading.Rows, $"{id}: {read}");
        }
    }

    private static NamedMatch Rows(JsonObject json) => Assert.IsType<FlatReading.Rows>(Read(json.ToJsonString())).Match;

    private static FlatReading Read(string json) => FlatMatchReader.Read("EUW1_7500153635", Encoding.UTF8.GetBytes(json));
}
