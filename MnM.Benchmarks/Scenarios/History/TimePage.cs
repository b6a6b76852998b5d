using System.Diagnostics;
using MnM.Benchmarks.Processes;
using MnM.Benchmarks.Viewers;
using MnM.Collector.History.Time;
using MnM.Collector.Matches.Played;
using MnM.Collector.Players;

namespace MnM.Benchmarks.Scenarios.History;

/// <summary>The time page of a player with 1,000 matches, and what becomes of its time and of storing when many more matches of others are there.</summary>
internal sealed class TimePage : Measurement
{
    private const int Matches = 1000;
    private const int Many = 100_000;
    private const int Fewer = 20_000;
    private const int Reads = 5;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public override string Title => "The time page of 1,000 matches, with few and with many others";

    public override string? FindLack() => ReleaseBuild.FindLack() ?? Programs.FindLack() ?? ChromiumTab.FindLack();

    public override async Task MeasureAsync(Results results, Size size, CancellationToken cancellationToken)
    {
        var others = size == Size.Quick ? Fewer : Many;
        await using var few = await EmptyDatabase.CreateAsync(cancellationToken);
        await ManyMatches.StoreAsync(few, Matches, cancellationToken);
        await using var many = await EmptyDatabase.CopyAsync(few, cancellationToken);
        ManyMatches.Multiply(many.File, others / Matches);
        results.Add("stored_matches", Matches + others);

        var samples = SampleMatch.Simulated();
        var (computes, computeGrowths, storeGrowths) = (new List<double>(), new List<double>(), new List<double>());
        for (var round = 0; round <= Results.Rounds; round++)
        {
            var (alone, among) = (await ComputeAsync(few, cancellationToken), await ComputeAsync(many, cancellationToken));
            var (first, later) = (await StoredMatches.RateAsync(few, samples, round, cancellationToken), await StoredMatches.RateAsync(many, samples, round, cancellationToken));
            if (round > 0)
            {
                computes.Add(among);
                computeGrowths.Add(among / alone);
                storeGrowths.Add(first / later);
            }
        }

        results.AddMedian("page_compute_ms", computes);
        results.AddMedian("growth_page", computeGrowths);
        results.AddMedian("growth_store", storeGrowths);
        results.Add("growth", Math.Max(Results.Median(computeGrowths), Results.Median(storeGrowths)));
        await ShowAsync(results, many, cancellationToken);
    }

    /// <summary>Milliseconds in which all games are read and the whole report is made: the median of some times.</summary>
    private static async Task<double> ComputeAsync(EmptyDatabase database, CancellationToken cancellationToken)
    {
        var times = new List<double>();
        for (var read = 0; read < Reads; read++)
        {
            var start = Stopwatch.GetTimestamp();
            var player = await database.Collector.Get<PlayerQueries>().FindAsync(ManyMatches.Hero.GameName, ManyMatches.Hero.TagLine, cancellationToken);
            var games = await database.Collector.Get<PlayedGamesQuery>().ReadAsync(player!, withCustom: true, HiddenSeats.None, cancellationToken);
            var report = TimeReport.Of(games.Games, TimeFilter.None, TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"), RateMethod.Shrunk);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            if (report.Games.Length < Matches)
            {
                throw new InvalidOperationException($"The report is of {report.Games.Length} games.");
            }
        }

        return Results.Median(times);
    }

    private static async Task ShowAsync(Results results, EmptyDatabase database, CancellationToken cancellationToken)
    {
        await using var mnm = MnmProcess.Start(database.Folder, []);
        await mnm.WaitForAsync("/health", _ => true, Patience, cancellationToken);
        await using var chromium = await ShownPage.LaunchAsync();
        var page = new Uri(mnm.Address, $"/players/{ManyMatches.Hero.GameName}-{ManyMatches.Hero.TagLine}/time");
        var (shown, bare) = (new List<double>(), new List<double>());
        for (var round = 0; round <= Results.Rounds; round++)
        {
            var yardstick = await chromium.ShowAsync(new Uri(mnm.Address, "/status"), "Riot");
            var time = await chromium.ShowAsync(page, "What stands out");
            if (round > 0)
            {
                shown.Add(time);
                bare.Add(yardstick);
            }
        }

        results.AddMedian("page_show_ms", shown);
        results.AddMedian("yardstick_page_ms", bare);
    }
}
