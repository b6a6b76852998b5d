using System.Text;
using MnM.Collector.Matches;

namespace MnM.Tests.Matches;

public sealed class TftBoardReaderTests
{
    private static readonly HashSet<string> Mine = ["old", "mine"];

    [Fact]
    public void What_is_missing_or_of_a_wrong_kind_is_left_at_nothing()
    {
        var board = Read("""{"info": {"participants": [{"puuid": "other"}, {"puuid": "mine", "placement": 3, "units": [{"character_id": "TFT17_Jinx", "itemNames": null}, {}, 7], "traits": null}]}}""");

        Assert.Equal((3, 0), (board!.Placement, board.Level));
        Assert.Equal(("TFT17_Jinx", 0, 0), (board.Units.Single().Id, board.Units.Single().Star, board.Units.Single().Items.Length));
        Assert.Empty(board.Traits);
    }

    [Theory]
    [InlineData("""{"info": {"participants": [{"puuid": "other"}]}}""")]
    [InlineData("""{"info": {"participants": 3}}""")]
    [InlineData("[]")]
    [InlineData("{\"info\": ")]
    public void Who_did_not_play_has_no_board(string json) => Assert.Null(Read(json));

    private static TftBoard? Read(string json) => TftBoardReader.Find(Encoding.UTF8.GetBytes(json), Mine);
}
