namespace MnM.Tests;

public sealed class RequiredFactTests
{
    [Theory]
    [InlineData(null, null, null)]
    [InlineData("No browser.", null, "No browser.")]
    [InlineData("No browser.", "", "No browser.")]
    [InlineData("No browser.", "0", "No browser.")]
    [InlineData("No browser.", "1", null)]
    public void What_is_missing_skips_a_test_unless_all_is_required(string? missing, string? requireAll, string? skip) =>
        Assert.Equal(skip, RequiredFactAttribute.SkipFor(missing, requireAll));
}
