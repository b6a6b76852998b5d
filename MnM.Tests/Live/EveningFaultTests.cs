using MnM.Benchmarks.Scenarios.Lifecycle;

namespace MnM.Tests.Live;

/// <summary>Whole evenings in which the simulated programs go wrong. Phases are held second by second in the scenario; here it is games that must not be lost.</summary>
public sealed class EveningFaultTests
{
    public static TheoryData<int> FaultsAlone => [.. Enumerable.Range(0, SimulatedEvenings.Kinds.Length)];

    [Theory]
    [MemberData(nameof(FaultsAlone))]
    public async Task No_game_is_missed_split_or_merged_whatever_goes_wrong(int evening)
    {
        var judge = await SimulatedEvenings.PlayAsync(evening, CancellationToken.None);

        Assert.NotEqual(0, judge.Games);
        Assert.True((judge.Missed, judge.Split, judge.Merged) == (0, 0, 0), $"{SimulatedEvenings.Faults[evening][0]}: {string.Join(Environment.NewLine, judge.Faults)}");
    }

    [Fact]
    public void The_evenings_go_through_each_fault_alone_and_in_pairs()
    {
        var all = SimulatedEvenings.Kinds;
        var walked = Enumerable.Range(0, SimulatedEvenings.Evenings).Select(seed => SimulatedEvenings.Options(seed).Faults).ToList();

        Assert.All(all, one => Assert.Contains(walked, faults => faults.Length == 1 && faults[0] == one));
        Assert.All(all, one => Assert.All(all.Where(other => other > one), other => Assert.Contains(walked, faults => faults.Length == 2 && faults.Contains(one) && faults.Contains(other))));
    }
}
