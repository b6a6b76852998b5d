using MnM.Collector.Tft.Analytics;

namespace MnM.Tests.Tft.Analytics;

/// <summary>Figures and intervals from sums over matches.</summary>
public sealed class EstimatesTests
{
    private const int Worlds = 1500;

    [Fact]
    public void Figures_are_those_of_the_boards()
    {
        // Three matches: a unit on the boards that came in 1st and 4th, on the 8th, and on none.
        int[] all = [1, 2, 3, 4, 5, 6, 7, 8];
        (int[] Group, int[] Base)[] matches = [([1, 4], all), ([8], all), ([], all)];
        var (sums, whole) = (Sum.Of(matches), Sum.Of([all, all, all]));

        Assert.Equal((3, 13, 2), (sums.Games(), sums.PlaceSum(), sums.Matches));
        Assert.Equal(13 / 3.0, Estimates.Placement(sums).Value, 12);
        Assert.Equal(2 / 3.0, Estimates.Top4(sums).Value, 12);
        Assert.Equal(1 / 3.0, Estimates.Win(sums).Value, 12);
        Assert.Equal(3 / 24.0, Estimates.Share(sums, whole).Value, 12);
        Assert.Equal((13 / 3.0) - (95 / 21.0), Estimates.Delta(sums, whole)!.Value.Value, 12);
        Assert.Equal((13 + (50 * 4.5)) / 53, Estimates.Shrunk(sums, 4.5), 12);
    }

    [Fact]
    public void Intervals_are_those_of_the_residuals_by_match()
    {
        int[] all = [1, 2, 3, 4, 5, 6, 7, 8];
        var random = new Random(5);
        var matches = Enumerable.Range(0, 40).Select(_ => (all.Where(_ => random.Next(3) == 0).ToArray(), all)).ToList();
        var (sums, whole) = (Sum.Of(matches), Sum.Of(matches.Select(match => match.all)));

        // Written plainly, match by match.
        double n = sums.Games(), mean = sums.PlaceSum() / n, without = (40 * 8) - n, meanWithout = ((40 * 36) - sums.PlaceSum()) / without, t39 = 2.02269, t = 0, share = n / (40 * 8);
        var used = matches.Count(match => match.Item1.Length > 0);
        var placement = matches.Sum(match => Square(match.Item1.Sum() - (mean * match.Item1.Length))) * used / (used - 1) / (n * n);
        var matchesWithout = without * without / matches.Sum(match => Square(8 - match.Item1.Length));
        var delta = matches.Sum(match => Square(
            ((match.Item1.Sum() - (mean * match.Item1.Length)) / n) - (((36 - match.Item1.Sum()) - (meanWithout * (8 - match.Item1.Length))) / without)));
        var rarer = (int)Math.Min(used, matchesWithout);
        delta *= rarer / (rarer - 1.0);
        Assert.Equal(mean + (Estimates.Placement(sums).Margin * 1), Estimates.Placement(sums).High, 9);
        Assert.Equal(Math.Sqrt(placement), Estimates.Placement(sums).Margin / MnM.Collector.Matches.StudentT.Quantile(used - 1), 9);
        Assert.Equal(Math.Sqrt(delta), Estimates.Delta(sums, whole)!.Value.Margin / MnM.Collector.Matches.StudentT.Quantile(rarer - 1), 9);

        // Of the share Wilson's with as many games as would have its variance.
        var variance = matches.Sum(match => Square(match.Item1.Length - (share * 8))) * 40 / 39 / (320 * 320.0);
        var games = share * (1 - share) / variance;
        t = t39 * t39;
        Assert.Equal(t39 * Math.Sqrt((share * (1 - share) / games) + (t / (4 * games * games))) / (1 + (t / games)), Estimates.Share(sums, whole).Margin, 4);
    }

    /// <summary>Eight boards of a match bring a unit together or not at all, and some lobbies are better at it: about 95 of 100 intervals hold the truth, of the naive ones far fewer.</summary>
    [Fact]
    public void Intervals_hold_the_truth_in_about_95_of_100_samples()
    {
        var world = new World(new Random(18), 0.8, 0.3, 0.1, 0.1);
        double placement = 0, top4 = 0, win = 0, share = 0, delta = 0, naive = 0;
        for (var i = 0; i < Worlds; i++)
        {
            var matches = world.Draw(150);
            var (sums, all) = (Sum.Of(matches), Sum.Of(matches.Select(match => match.Base)));
            var mean = Estimates.Placement(sums);
            placement += Holds(mean, world.Placement);
            top4 += Holds(Estimates.Top4(sums), world.Top4);
            win += Holds(Estimates.Win(sums), world.Win);
            share += Holds(Estimates.Share(sums, all), world.Share);
            delta += Holds(Estimates.Delta(sums, all)!.Value, world.Delta);
            naive += Holds(World.Naive(sums), world.Share);
        }

        Assert.All(new[] { placement, top4, win, share, delta }, holds => Assert.InRange(holds / Worlds, 0.93, 0.97));
        Assert.InRange(naive / Worlds, 0.3, 0.85);
    }

    [Theory]
    [InlineData(5)]
    [InlineData(20)]
    [InlineData(200)]
    public void Intervals_of_few_matches_hold_the_truth_as_often_as_those_of_many(int matches)
    {
        var world = new World(new Random(7), 0.45, 0.35, 0.25);
        var (means, top4, wins, shares, deltas) = (new List<double>(), new List<double>(), new List<double>(), new List<double>(), new List<double>());
        for (var i = 0; i < Worlds; i++)
        {
            var drawn = world.Draw(matches);
            var (sums, all) = (Sum.Of(drawn), Sum.Of(drawn.Select(match => match.Base)));
            shares.Add(Holds(Estimates.Share(sums, all), world.Share));
            if (sums.Matches == 0)
            {
                continue;
            }

            means.Add(Holds(Estimates.Placement(sums), world.Placement));
            top4.Add(Holds(Estimates.Top4(sums), world.Top4));
            wins.Add(Holds(Estimates.Win(sums), world.Win));
            deltas.Add(Holds(Estimates.Delta(sums, all)!.Value, world.Delta));
        }

        Assert.All(new[] { means, top4, wins, shares, deltas }, holds => Assert.InRange(holds.Average(), 0.92, 0.98));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(20)]
    public void Matches_that_are_alike_by_chance_leave_a_margin(int matches)
    {
        int[] all = [1, 2, 3, 4, 5, 6, 7, 8];
        var (sums, whole) = (Sum.Of(Enumerable.Repeat(((int[])[2, 5], all), matches)), Sum.Of(Enumerable.Repeat(all, matches)));
        var least = 1.0 / matches;
        Assert.All(
            new[] { Estimates.Placement(sums).Margin, 10 * Estimates.Top4(sums).Margin, 10 * Estimates.Share(sums, whole).Margin, Estimates.Delta(sums, whole)!.Value.Margin },
            margin => Assert.InRange(margin, least, 20 * least));
    }

    [Fact]
    public void The_delta_of_what_nearly_all_boards_have_is_known_no_better_than_the_few_without_it()
    {
        int[] all = [1, 2, 3, 4, 5, 6, 7, 8];
        var whole = Sum.Of(Enumerable.Repeat(all, 200));
        foreach (var few in (int[])[1, 2])
        {
            var matches = Enumerable.Range(0, 200).Select(match => (match < few ? all[..7] : all, all));
            var delta = Estimates.Delta(Sum.Of(matches), whole)!.Value;
            Assert.InRange(delta.Margin, few == 1 ? 7 : 1, 7);
            Assert.True(delta.High > 0);
        }
    }

    [Fact]
    public void One_match_says_nothing_of_others()
    {
        var sums = Sum.Of([([3], (int[])[1, 2, 3, 4, 5, 6, 7, 8])]);
        Assert.Equal(new Estimate(3, 1, 8), Estimates.Placement(sums));
        Assert.Equal(new Estimate(1, 0, 1), Estimates.Top4(sums));
    }

    [Fact]
    public void What_never_came_may_yet_come()
    {
        var sums = Sum.Of(Enumerable.Repeat<int[]>([5, 6], 40));
        var win = Estimates.Win(sums);
        Assert.Equal((0, 0), (win.Value, win.Low));
        Assert.InRange(win.High, 0.05, 0.15);
    }

    [Fact]
    public void What_is_so_in_every_match_has_no_margin_and_nothing_to_compare_it_with()
    {
        var sums = Sum.Of(Enumerable.Repeat<int[]>([1, 2, 3, 4, 5, 6, 7, 8], 30));
        Assert.Equal(new Estimate(4.5, 4.5, 4.5), Estimates.Placement(sums));
        Assert.Equal(new Estimate(0.125, 0.125, 0.125), Estimates.Win(sums));
        Assert.Equal(1, Estimates.Share(sums, sums).Value);
        Assert.Null(Estimates.Delta(sums, sums));
    }

    [Fact]
    public void Intervals_end_at_what_is_possible()
    {
        var sums = Sum.Of([[1], [1, 8], [1]]);
        var placement = Estimates.Placement(sums);
        Assert.Equal(1, placement.Low);
        Assert.InRange(placement.High, placement.Value, 8);
    }

    private static double Square(double value) => value * value;

    private static double Holds(Estimate estimate, double truth) => estimate.Low <= truth && truth <= estimate.High ? 1 : 0;

    [Fact]
    public void The_delta_of_what_came_in_one_match_says_nothing_however_many_were_without_it()
    {
        int[] all = [1, 2, 3, 4, 5, 6, 7, 8];
        var matches = Enumerable.Range(0, 200).Select(match => (match == 0 ? (int[])[2] : [], all)).ToList();
        var delta = Estimates.Delta(Sum.Of(matches), Sum.Of(Enumerable.Repeat(all, 200)))!.Value;
        Assert.Equal((-7, 7), (delta.Low, delta.High));
    }

    /// <summary>Matches in which a unit is more or less popular, with better places the rarer it is there.</summary>
    private sealed class World
    {
        private static readonly int[] All = [1, 2, 3, 4, 5, 6, 7, 8];
        private readonly Random _random;
        private readonly double[] _popularities;

        public World(Random random, params double[] popularities)
        {
            (_random, _popularities) = (random, popularities);
            var matches = Draw(200_000);
            var (sums, all) = (Sum.Of(matches), Sum.Of(matches.Select(match => match.Base)));
            (Placement, Top4, Win, Share) = (Estimates.Placement(sums).Value, Estimates.Top4(sums).Value, Estimates.Win(sums).Value, Estimates.Share(sums, all).Value);
            Delta = Estimates.Delta(sums, all)!.Value.Value;
        }

        public double Placement { get; }

        public double Top4 { get; }

        public double Win { get; }

        public double Share { get; }

        public double Delta { get; }

        public List<(int[] Group, int[] Base)> Draw(int matches) => [.. Enumerable.Range(0, matches).Select(_ => Draw())];

        /// <summary>As if each board were drawn by itself.</summary>
        public static Estimate Naive(GroupSums sums)
        {
            var share = sums.Games() / (150.0 * 8);
            var margin = 1.96 * Math.Sqrt(share * (1 - share) / (150 * 8));
            return new Estimate(share, share - margin, share + margin);
        }

        private (int[] Group, int[] Base) Draw()
        {
            var popularity = _popularities[_random.Next(_popularities.Length)];
            return ([.. All.Where(place => _random.NextDouble() < popularity * (popularity > 0.5 ? 1 : (12 - place) / 8.0))], All);
        }
    }
}
