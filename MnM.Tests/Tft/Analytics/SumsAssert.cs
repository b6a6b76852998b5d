using MnM.Collector.Tft.Analytics;

namespace MnM.Tests.Tft.Analytics;

/// <summary>Compares what two stores count, to the last number.</summary>
internal static class SumsAssert
{
    public static void Equal(TftSums expected, TftSums counted, string of)
    {
        Assert.True(Text(expected.Sample) == Text(counted.Sample), $"{of}: the sample is {Text(counted.Sample)} in place of {Text(expected.Sample)}");
        var (lacking, foreign) = (expected.Groups.Keys.Except(counted.Groups.Keys).ToList(), counted.Groups.Keys.Except(expected.Groups.Keys).ToList());
        Assert.True(lacking.Count == 0, $"{of}: there is no {string.Join(", ", lacking.Take(5).Select(Text))}");
        Assert.True(foreign.Count == 0, $"{of}: there should be no {string.Join(", ", foreign.Take(5).Select(Text))}");
        foreach (var (key, (sums, @base)) in expected.Groups)
        {
            var (countedSums, countedBase) = counted.Groups[key];
            Assert.True(Text(sums) == Text(countedSums), $"{of}: {Text(key)} is {Text(countedSums)} in place of {Text(sums)}");
            Assert.True(Text(@base) == Text(countedBase), $"{of}: the base of {Text(key)} is {Text(countedBase)} in place of {Text(@base)}");
        }
    }

    private static string Text(GroupKey key) => $"unit {key.Unit} items [{string.Join(' ', key.Items)}] traits {key.Trait} {key.SecondTrait} step {key.TraitTier}";

    private static string Text(GroupSums sums) => $"{sums with { Places = [] }} of {string.Join(' ', sums.Places)}".Replace("System.Collections.Immutable.ImmutableArray`1[System.Int64]", "", StringComparison.Ordinal);
}
