using System.Text.Json.Nodes;

namespace MnM.Tests.Simulator;

/// <summary>Compares the last poll of a game with the match.</summary>
internal static class FinalScoreboard
{
    public static void AssertIsThatOf(JsonObject match, JsonObject poll)
    {
        var expected = match["info"]!["participants"]!.AsArray().Select(one => string.Join(' ',
            one!["teamId"]!.GetValue<int>() == 200 ? "CHAOS" : "ORDER", Int(one, "kills"), Int(one, "deaths"), Int(one, "assists"),
            (Int(one, "totalMinionsKilled") + Int(one, "neutralMinionsKilled")) / 10 * 10, Int(one, "champLevel"),
            string.Join(',', Enumerable.Range(0, 7).Select(slot => (slot, id: Int(one, $"item{slot}"))).Where(item => item.id > 0)))).Order();
        var shown = Poll.Players(poll).Select(one => string.Join(' ',
            (string?)one["team"], Int(one["scores"]!, "kills"), Int(one["scores"]!, "deaths"), Int(one["scores"]!, "assists"),
            Int(one["scores"]!, "creepScore"), Int(one, "level"),
            string.Join(',', one["items"]!.AsArray().Select(item => (slot: Int(item!, "slot"), id: Int(item!, "itemID")))))).Order();
        Assert.Equal(expected, shown);

        var first = match["info"]!["participants"]![0]!;
        var end = Assert.Single(Poll.Events(poll, "GameEnd"));
        Assert.Equal(first["win"]!.GetValue<bool>() ? "Win" : "Lose", (string?)end["Result"]);
    }

    private static int Int(JsonNode one, string name) => one[name]!.GetValue<int>();
}
