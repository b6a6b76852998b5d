using MnM.Collector.Matches;

namespace MnM.Tests.Matches;

public sealed class StudentTTests
{
    /// <summary>Quantiles of printed tables.</summary>
    [Theory]
    [InlineData(1, 12.706)]
    [InlineData(9, 2.262)]
    [InlineData(11, 2.201)]
    [InlineData(20, 2.086)]
    [InlineData(49, 2.0096)]
    [InlineData(1000, 1.962)]
    public void Quantiles_are_those_of_the_tables(int degrees, double quantile) => Assert.Equal(quantile, StudentT.Quantile(degrees), 0.001);
}
