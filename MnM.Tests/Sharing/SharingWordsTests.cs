using MnM.Web.Sharing;

namespace MnM.Tests.Sharing;

public sealed class SharingWordsTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 20, 20, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(0, "just now")]
    [InlineData(-5, "just now")]
    [InlineData(2, "2 min ago")]
    [InlineData(119, "119 min ago")]
    [InlineData(120, "2 h ago")]
    [InlineData(3000, "2 days ago")]
    public void A_visit_is_told_by_its_age(int minutes, string words) => Assert.Equal(words, SharingWords.Ago(Now - TimeSpan.FromMinutes(minutes), Now));

    [Fact]
    public void A_device_that_never_came_is_told_too() => Assert.Equal("never", SharingWords.Ago(null, Now));

    [Fact]
    public void A_QR_code_has_its_three_corners_in_a_quiet_zone()
    {
        var plot = QrPlot.Of("http://192.168.178.20:5080/pair#AAAAAAAAAAAAAAAAAAAAAA");
        Assert.Equal(0, (plot.Size - 8 - 17) % 4);
        Assert.StartsWith("M4 4h7v1h-7z", plot.Path, StringComparison.Ordinal);
        Assert.Contains($"M{plot.Size - 11} 4h7v1h-7z", plot.Path, StringComparison.Ordinal);
        Assert.Contains($"M4 {plot.Size - 5}h7v1h-7z", plot.Path, StringComparison.Ordinal);
        Assert.DoesNotContain(plot.Path.Split('M', StringSplitOptions.RemoveEmptyEntries), part => part.StartsWith("3 ", StringComparison.Ordinal));
    }
}
