using MnM.Collector.Tft.Patches;

namespace MnM.Tests.Tft.Patches;

public sealed class GameVersionTests
{
    [Theory]
    [InlineData("Linux Version 16.10.776.5552 (May 12 2026/10:11:12) [PUBLIC] ", "16.10")]
    [InlineData("Version 15.15.700.1234 (Jul 29 2025/16:53:10) [PUBLIC] <Releases/15.15>", "15.15")]
    [InlineData("Version 9.22", "9.22")]
    [InlineData("TFT Unreal Version 18.3.1.2", "18.3")]
    public void A_version_that_says_its_patch_is_read(string version, string patch) => Assert.Equal(Patch.Find(patch), GameVersion.PatchOf(version));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("TFT Unreal Version ?.?.?.?")]
    [InlineData("Version")]
    [InlineData("Version 0.0.0.0")]
    [InlineData("Version 16")]
    [InlineData("Version 16.")]
    [InlineData("Version -16.10")]
    [InlineData("Version 99999.1")]
    [InlineData("Version 16.99999")]
    [InlineData("Version １６.１０")]
    [InlineData("Subversion 16.10")]
    [InlineData("16.10.776.5552")]
    public void One_that_says_none_is_none(string? version) => Assert.Null(GameVersion.PatchOf(version));

    [Fact]
    public void Patches_are_sorted_as_numbers()
    {
        string[] inOrder = ["9.22", "16.1", "16.2", "16.9", "16.10", "18.1", "18.2", "18.2b", "18.2c", "18.10"];
        Assert.Equal(inOrder, inOrder.Reverse().Select(text => Patch.Find(text)!.Value).Order().Select(patch => patch.ToString()));
        Assert.All(inOrder, text => Assert.Equal(Patch.Find(text), Patch.OfCode(Patch.Find(text)!.Value.Code)));
    }

    [Theory]
    [InlineData("18")]
    [InlineData("18.2a")]
    [InlineData("18.2bb")]
    [InlineData("18.2.1")]
    [InlineData("unknown")]
    [InlineData("١٨.٢")]
    public void What_is_no_patch_is_none(string text) => Assert.Null(Patch.Find(text));
}
