using MnM.Web.StaticData;

namespace MnM.Tests.StaticData;

public sealed class DrawnTileTests
{
    [Theory]
    [InlineData("Wukong", "Wu")]
    [InlineData("Lee Sin", "LS")]
    [InlineData("Kai'Sa", "KS")]
    [InlineData("Vi", "Vi")]
    [InlineData("Blade of the Ruined King", "BR")]
    [InlineData("Ward", "Wa")]
    [InlineData("アーリ", "アー")]
    [InlineData("<&>", "?")]
    [InlineData("", "?")]
    public void Two_letters_stand_for_a_name(string name, string letters) => Assert.Equal(letters, DrawnTile.Initials(name));

    [Fact]
    public void The_hue_of_a_key_never_changes()
    {
        Assert.Equal(DrawnTile.Hue("Ahri"), DrawnTile.Hue("AHRI"));
        Assert.Equal(49, DrawnTile.Hue("Ahri"));
        Assert.All(Enumerable.Range(0, 500), id => Assert.InRange(DrawnTile.Hue($"{id}"), 0, 359));
    }

    [Theory]
    [InlineData(1, 0, 0, "#FFFFFF")]
    [InlineData(0, 0, 0, "#000000")]
    [InlineData(0.62796, 0.25768, 29.234, "#FF0000")]
    [InlineData(0.86644, 0.29483, 142.495, "#00FF00")]
    [InlineData(0.45201, 0.31321, 264.052, "#0000FF")]
    public void A_colour_is_the_one_that_browsers_draw(double lightness, double chroma, double hue, string hex) =>
        Assert.Equal(hex, new Oklch(lightness, chroma, hue).ToHex());
}
