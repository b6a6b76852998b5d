using MnM.Collector.Players;

namespace MnM.Tests.Players;

/// <summary>How addresses name players.</summary>
public sealed class PlayerPathTests
{
    [Theory]
    [InlineData("Nightjar-EUW", "Nightjar", "EUW")]
    [InlineData("Two-Part-Name-EUW", "Two-Part-Name", "EUW")]
    [InlineData("Nightjar#EUW", "Nightjar", "EUW")]
    [InlineData("Two-Part#E-W", "Two-Part", "E-W")]
    [InlineData(" Quiet Storm - EUW ", "Quiet Storm", "EUW")]
    [InlineData("Æsir-ÑÑÑ", "Æsir", "ÑÑÑ")]
    public void A_Riot_ID_parts_at_the_hash_else_at_the_last_hyphen(string text, string gameName, string tagLine)
    {
        var path = PlayerPath.Parse(text)!;
        Assert.Equal((gameName, tagLine, null), (path.GameName, path.TagLine, path.Puuid));
        Assert.Equal($"{gameName}-{tagLine}", path.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("Nightjar")]
    [InlineData("-EUW")]
    [InlineData("Nightjar-")]
    [InlineData("#")]
    [InlineData(" - ")]
    public void What_names_nobody_is_no_path(string? text) => Assert.Null(PlayerPath.Parse(text));

    [Fact]
    public void Seventy_eight_letters_are_a_PUUID_even_with_hyphens()
    {
        var puuid = "a-B_9" + new string('x', 73);
        var path = PlayerPath.Parse(puuid)!;
        Assert.Equal((puuid, puuid, ""), (path.Puuid!.Value, path.ToString(), path.GameName));
        Assert.True(path.Is(puuid));
        Assert.False(path.Is("", ""));
    }

    [Fact]
    public void Case_and_blanks_are_the_same_to_Riot()
    {
        var path = PlayerPath.Of("Quiet Storm", "EUW");
        Assert.True(path.Is("quietstorm", "euw"));
        Assert.False(path.Is("Quietstorm", "EUNE"));
        Assert.False(path.Is("Quiet Storm-EUW"));
    }
}
