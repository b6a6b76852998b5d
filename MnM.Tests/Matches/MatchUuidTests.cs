using MnM.Collector.Matches;
using MnM.Collector.Riot;

namespace MnM.Tests.Matches;

public sealed class MatchUuidTests
{
    public static TheoryData<string> Platforms => [.. Routing.Platforms.Append("ph2").Append("th2")];

    [Theory]
    [MemberData(nameof(Platforms))]
    public void A_match_of_any_platform_is_read_back(string platform)
    {
        foreach (var game in new[] { 1L, 999_999, 5_720_153_635, 10_000_000_000_000_000, 4_611_686_018_427_387_903 })
        {
            var id = $"{platform.ToUpperInvariant()}_{game}";
            Assert.Equal(id, MatchUuid.Read(MatchUuid.Of(id)!.Value));
        }
    }

    [Fact]
    public void It_is_a_version_8_UUID_that_stays_the_same_for_ever()
    {
        var uuid = MatchUuid.Of("EUW1_5720153635")!.Value;
        Assert.Equal("45555731-0000-86d6-8000-000154f29e23", uuid.ToString());
        Assert.Equal(8, uuid.Version);
    }

    [Fact]
    public void Matches_have_UUIDs_of_their_own()
    {
        string[] ids = ["EUW1_1", "EUW1_2", "EUN1_1", "KR_1", "KR_11", "NA1_1"];
        Assert.Distinct(ids.Select(id => MatchUuid.Of(id)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("EUW1")]
    [InlineData("EUW1_")]
    [InlineData("_5720153635")]
    [InlineData("EUW1_05")]
    [InlineData("EUW1_-5")]
    [InlineData("EUW1_+5")]
    [InlineData("EUW1_5_6")]
    [InlineData("EUW1_5 ")]
    [InlineData("EUW1_٥")]
    [InlineData("euw1_5720153635")]
    [InlineData("EÜW_5720153635")]
    [InlineData("PLATFORM_5720153635")]
    [InlineData("EUW1_4611686018427387904")]
    [InlineData("EUW1_99999999999999999999")]
    public void What_Riot_would_not_write_has_none(string id) => Assert.Null(MatchUuid.Of(id));

    [Theory]
    [InlineData("00000000-0000-0000-0000-000000000000")]
    [InlineData("ffffffff-ffff-ffff-ffff-ffffffffffff")]
    [InlineData("45555731-0000-46d6-8000-000154f29e23")] // another version
    [InlineData("45555731-0000-86d7-8000-000154f29e23")] // another mark
    [InlineData("45555731-0000-86d6-c000-000154f29e23")] // another variant
    [InlineData("65757731-0000-86d6-8000-000154f29e23")] // small letters
    [InlineData("45550031-0000-86d6-8000-000154f29e23")] // a hole in the name
    [InlineData("00000000-0000-86d6-8000-000154f29e23")] // no platform
    [InlineData("45555731-0000-86d6-8000-000000000000")] // no game
    public void A_UUID_of_anything_else_is_no_match(string uuid) => Assert.Null(MatchUuid.Read(Guid.Parse(uuid)));

    [Theory]
    [InlineData("45555731-0000-86d6-8000-000154f29e23", "EUW1_5720153635")]
    [InlineData("45555731-0000-86D6-8000-000154F29E23", "EUW1_5720153635")]
    [InlineData("EUW1_5720153635", "EUW1_5720153635")]
    [InlineData("euw1_5720153635", "EUW1_5720153635")]
    [InlineData("5720153635", null)]
    [InlineData("{45555731-0000-86d6-8000-000154f29e23}", null)]
    [InlineData("EUW1_5720153635'; DROP TABLE matches; --", null)]
    [InlineData("c0ffee00-0000-4000-8000-000000000000", null)]
    public void An_address_names_it_either_way(string text, string? matchId) => Assert.Equal(matchId, MatchUuid.Parse(text));
}
