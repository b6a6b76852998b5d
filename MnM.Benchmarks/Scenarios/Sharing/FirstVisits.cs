using MnM.Benchmarks.Processes;
using MnM.Benchmarks.Viewers;

namespace MnM.Benchmarks.Scenarios.Sharing;

/// <summary>What Chromium loads when it sees a page of the demo for the first time: of each group of pages the heaviest.</summary>
internal sealed class FirstVisits : Measurement
{
    /// <summary>The pages that are open beside a game.</summary>
    public static IReadOnlyList<string> Light { get; } = ["/", "/board", "/scouting"];

    public override string Title => "First visits";

    public override string? FindLack() => Programs.FindLack() ?? ChromiumTab.FindLack();

    public override async Task MeasureAsync(Results results, Size size, CancellationToken cancellationToken)
    {
        using var folder = new ScratchFolder();
        await using var mnm = MnmProcess.Start(folder.Path, ["--demo"]);
        var pages = await DemoPages.FindAsync(mnm, cancellationToken);
        await using var chromium = await FirstVisit.LaunchAsync();
        var weights = new Dictionary<string, double>();
        foreach (var (page, _) in pages)
        {
            weights[page] = await chromium.VisitAsync(new Uri(mnm.Address, page)) / 1024d;
        }

        results.Add("visited_pages", weights.Count);
        results.Add("first_visit_kb", weights.Where(page => Light.Contains(page.Key)).Max(page => page.Value));
        results.Add("first_visit_other_kb", weights.Where(page => !Light.Contains(page.Key)).Max(page => page.Value));
    }
}
