using System.Text;
using System.Text.Json;
using MnM.Collector.Live.Recording;

namespace MnM.Tests.Live.Recording;

public sealed class DeltaCodecTests
{
    [Theory]
    [InlineData("""{"a":1}""", """{"a":1}""", "{}")]
    [InlineData("""{"a":1,"b":[1,2]}""", """{"a":2,"b":[1,2]}""", """{"a":[2]}""")]
    [InlineData("""{"a":{"b":10000000}}""", """{"a":{"b":10000000,"c":null}}""", """{"a":{"c":[null]}}""")]
    [InlineData("""{"a":1,"b":2}""", """{"b":2}""", """{"a":0}""")]
    [InlineData("""{"l":[{"x":1,"long":"0123456789"},2]}""", """{"l":[{"x":2,"long":"0123456789"},2,3]}""", """{"l":{"#":3,"0":{"x":[2]},"2":[3]}}""")]
    [InlineData("1", "2", "[2]")]
    public void A_delta_says_what_changed_and_nothing_else(string was, string now, string delta) => Assert.Equal(delta, Encode(was, now));

    [Theory]
    [InlineData("""{"a":1,"a":2}""", """{"a":1,"a":3}""")]
    [InlineData("""{"a":1,"a":2}""", """{"a":5,"a":2}""")]
    [InlineData("""{"a":1,"b":2}""", """{"b":2,"a":1,"a":3}""")]
    [InlineData("""{"a":1}""", """{"\u0061":1}""")]
    [InlineData("""{"@":[1],"#":2,"0":3}""", """{"@":[2],"#":3,"0":[4]}""")]
    [InlineData("""[1,2,3]""", """{"0":1}""")]
    [InlineData("""[[1],[2],[3]]""", """[]""")]
    [InlineData("""[]""", """[[1],[2],{"a":[]}]""")]
    [InlineData("""{"a":"x"}""", """{"a":"\ud800"}""")]
    [InlineData("""{"a":1.0}""", """{"a":1.00}""")]
    [InlineData("null", "false")]
    public void What_is_odd_comes_back_exactly(string was, string now) => AssertLossless(was, now);

    [Fact]
    public void People_are_matched_by_slot_when_the_list_moves()
    {
        const string was = """{"allPlayers":[{"team":"ORDER","rawChampionName":"a","x":"long enough to matter","k":1},{"team":"CHAOS","rawChampionName":"b","x":"long enough to matter","k":2}]}""";
        const string now = """{"allPlayers":[{"team":"CHAOS","rawChampionName":"b","x":"long enough to matter","k":3},{"team":"ORDER","rawChampionName":"a","x":"long enough to matter","k":1}]}""";
        Assert.Equal("""{"allPlayers":{"@":[1,0],"0":{"k":[3]}}}""", Encode(was, now));
        AssertLossless(was, now);
    }

    [Fact]
    public void People_with_equal_champions_and_no_names_are_matched_by_order()
    {
        const string was = """{"allPlayers":[{"team":"ORDER","rawChampionName":"a","riotId":"","x":"long enough to matter","k":1},{"team":"ORDER","rawChampionName":"a","riotId":"","x":"long enough to matter","k":2}]}""";
        const string now = """{"allPlayers":[{"team":"ORDER","rawChampionName":"a","riotId":"","x":"long enough to matter","k":2},{"team":"ORDER","rawChampionName":"a","riotId":"","x":"long enough to matter","k":1}]}""";
        AssertLossless(was, now);
    }

    [Fact]
    public void A_damaged_delta_is_told_and_not_applied()
    {
        using var was = JsonDocument.Parse("""{"a":[1]}""");
        using var delta = JsonDocument.Parse("""{"a":{"#":3}}""");
        using var buffer = new DeltaBuffer();
        Assert.Throws<FormatException>(() => DeltaReader.Apply(was.RootElement, delta.RootElement, buffer));
    }

    [Fact]
    public void Two_thousand_random_changes_come_back_exactly()
    {
        const int seed = 20260901;
        for (var i = 0; i < 2_000; i++)
        {
            var mutations = new JsonMutations(seed + i);
            var was = mutations.Change(Polls.Sample, 3);
            var now = mutations.Change(was, 1 + (i % 6));
            AssertLossless(was, now, $"seed {seed + i}");
        }
    }

    [Fact]
    [Trait("Category", "Recordings")]
    public void Recorded_responses_and_their_changes_come_back_exactly()
    {
        const int seed = 7;
        var count = 0;
        foreach (var file in Recordings.Files("live-client"))
        {
            var text = File.ReadAllText(file);
            for (var i = 0; i < 20; i++)
            {
                AssertLossless(text, new JsonMutations(seed + i).Change(text, 1 + i), $"{Path.GetFileName(file)} seed {seed + i}");
                count++;
            }
        }

        Assert.True(count > 0 || Recordings.Folder is null);
    }

    private static string Encode(string was, string now)
    {
        using var before = JsonDocument.Parse(was, DeltaCodec.Parsing);
        using var after = JsonDocument.Parse(now, DeltaCodec.Parsing);
        using var buffer = new DeltaBuffer();
        DeltaCodec.Encode(before.RootElement, after.RootElement, buffer);
        return Encoding.UTF8.GetString(buffer.Written);
    }

    private static void AssertLossless(string was, string now, string what = "")
    {
        using var before = JsonDocument.Parse(was, DeltaCodec.Parsing);
        using var delta = JsonDocument.Parse(Encode(was, now), DeltaCodec.Parsing);
        using var buffer = new DeltaBuffer();
        DeltaReader.Apply(before.RootElement, delta.RootElement, buffer);
        using var back = JsonDocument.Parse(buffer.Written.ToArray(), DeltaCodec.Parsing);
        using var expected = JsonDocument.Parse(now, DeltaCodec.Parsing);
        Assert.True(DeepEquality.AreEqual(expected.RootElement, back.RootElement), $"{what}: {delta.RootElement.GetRawText()}");
    }
}
