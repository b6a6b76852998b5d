using System.Collections.Immutable;
using MnM.Collector.Insights.Features;
using MnM.Collector.Insights.WinProbability;
using MnM.Tests.Insights.Features;

namespace MnM.Tests.Insights.WinProbability;

public sealed class TrainingTests
{
    [Fact]
    public void The_law_that_made_the_matches_is_found()
    {
        var inputs = Fit(InventedMatches.Of(3000));
        foreach (var gold in (double[])[-3000, -1000, 0, 2000])
        {
            Assert.Equal(Logistic.Of(InventedMatches.Law * gold / 1000), WinInputs.ChanceOfBlue(inputs, new MatchState(1200) { Gold = gold }), 0.04);
        }

        Assert.Equal(Logistic.Of(InventedMatches.Law), Logistic.Of(WinInputs.OddsOf(inputs, lead: 0, minute: 20)), 0.04);
    }

    [Fact]
    public void The_same_matches_give_the_same_model_to_the_bit()
    {
        var matches = Simulated(60);
        var (one, other) = (Training.Run(matches, CancellationToken.None), Training.Run(matches, CancellationToken.None));
        Assert.Equal(TrainedModel.Write(one.Inputs, one.Test), TrainedModel.Write(other.Inputs, other.Test));
        Assert.Equal(one.Inputs.Select(input => BitConverter.DoubleToInt64Bits(input.Weight)), other.Inputs.Select(input => BitConverter.DoubleToInt64Bits(input.Weight)));
    }

    [Fact]
    public void A_model_comes_back_from_the_database_as_it_was_to_the_bit()
    {
        var (inputs, test) = Training.Run(Simulated(60), CancellationToken.None);
        var model = new TrainedModel { Version = 3, TrainedAt = DateTimeOffset.UnixEpoch, Matches = 60, Content = TrainedModel.Write(inputs, test) }.Read()!;
        Assert.Equal(inputs.AsEnumerable(), model.Inputs);
        Assert.Equal(test with { Bins = [] }, model.Test with { Bins = [] });
        Assert.Equal(test.Bins.AsEnumerable(), model.Test.Bins);
    }

    [Fact]
    public void A_model_of_other_inputs_is_none()
    {
        var (inputs, test) = Training.Run(InventedMatches.Of(300), CancellationToken.None);
        Assert.Null(new TrainedModel { TrainedAt = DateTimeOffset.UnixEpoch, Content = TrainedModel.Write([.. inputs.Skip(1)], test) }.Read());
        Assert.Null(new TrainedModel { TrainedAt = DateTimeOffset.UnixEpoch, Fault = "It failed." }.Read());
    }

    [Fact]
    public void With_the_sides_swapped_the_chance_is_the_other_one_but_for_the_side_s_own_term()
    {
        var inputs = Fit(Simulated(60));
        var without = inputs.SetItem(0, inputs[0] with { Weight = 0 });
        for (var seed = 1; seed <= 40; seed++)
        {
            var made = TestCourse.Of(seed);
            var (course, mirror) = (made.Course, made.Mirror().Course);
            Assert.All(course.Minutes.Zip(mirror.Minutes), pair => Assert.Equal(1, WinInputs.ChanceOfBlue(without, pair.First) + WinInputs.ChanceOfBlue(without, pair.Second), 12));
        }
    }

    [Fact]
    public void Matches_learnt_with_their_mirrors_favour_no_side()
    {
        var matches = InventedMatches.Of(300);
        var inputs = Fit([.. matches, .. matches.Select(InventedMatches.Mirror)]);
        Assert.Equal(0, inputs[0].Weight, 9);
        Assert.Equal(0.5, WinInputs.ChanceOfBlue(inputs, new MatchState(1200)), 9);
    }

    [Fact]
    public void What_is_said_of_a_match_does_not_come_from_its_own_result()
    {
        var matches = InventedMatches.Of(250);
        var told = HeldOut.Tell(matches, Training.Parts, CancellationToken.None);
        foreach (var changed in (int[])[0, 77, 249])
        {
            var others = matches.SetItem(changed, matches[changed] with { BlueWon = !matches[changed].BlueWon });
            var again = HeldOut.Tell(others, Training.Parts, CancellationToken.None);
            Assert.Equal(told[changed].Chances.AsEnumerable(), again[changed].Chances);

            // The others did learn from it.
            var part = HeldOut.PartOf(matches[changed].MatchId, Training.Parts);
            var elsewhere = Enumerable.Range(0, matches.Length).First(index => HeldOut.PartOf(matches[index].MatchId, Training.Parts) != part);
            Assert.NotEqual(told[elsewhere].Chances.AsEnumerable(), again[elsewhere].Chances);
        }
    }

    [Fact]
    public void Parts_are_about_equal_and_always_the_same()
    {
        var parts = Enumerable.Range(0, 5000).GroupBy(number => HeldOut.PartOf($"EUW1_{number}", 5)).ToDictionary(part => part.Key, part => part.Count());
        Assert.Equal([0, 1, 2, 3, 4], parts.Keys.Order());
        Assert.All(parts.Values, count => Assert.InRange(count, 880, 1120));
        Assert.Equal(4, HeldOut.PartOf("EUW1_5720153635", 5));
    }

    [Fact]
    public void Matches_that_one_side_won_teach_nothing()
    {
        var matches = InventedMatches.Of(250).Select(match => match with { BlueWon = true }).ToList();
        Assert.Equal("The same side won all of 250 matches: nothing can be learnt from them.", Assert.Throws<TrainingException>(() => Training.Run(matches, CancellationToken.None)).Message);
    }

    [Fact]
    public void Leads_that_never_fail_do_not_run_away()
    {
        var matches = InventedMatches.Of(300).Select(match => match with { BlueWon = match.States[0].Gold > 0 }).ToList();
        var inputs = Fit([.. matches]);
        Assert.All(inputs, input => Assert.True(double.IsFinite(input.Weight) && Math.Abs(input.Weight) < 20));
        Assert.True(WinInputs.ChanceOfBlue(inputs, new MatchState(1200) { Gold = 3000 }) > 0.9);
    }

    [Fact]
    public void Numbers_beyond_all_bounds_still_give_a_chance()
    {
        var inputs = Fit(InventedMatches.Of(300));
        Assert.InRange(WinInputs.ChanceOfBlue(inputs, new MatchState(1e12) { Gold = 1e15 }), 0, 1);
        Assert.InRange(WinInputs.ChanceOfBlue(inputs, new MatchState(0) { Gold = -1e15 }), 0, 1);
    }

    private static ImmutableArray<ModelInput> Fit(ImmutableArray<LearntMatch> matches) => Training.Fit(matches, CancellationToken.None);

    /// <summary>Courses of all kinds, whose winner is whoever has more gold in the end.</summary>
    private static ImmutableArray<LearntMatch> Simulated(int count) =>
        [.. Enumerable.Range(1, count).Select(seed => TestCourse.Of(seed).Course.Minutes is var states ? LearntMatch.Of($"EUW1_{seed}", states[^1].Gold > 0, states) : null!)];
}
