using MnM.Benchmarks.Processes;
using MnM.Benchmarks.Viewers;

namespace MnM.Benchmarks.Scenarios.Sharing;

/// <summary>What axe calls serious or critical on all pages of the demo, dark and light.</summary>
internal sealed class Barriers : Measurement
{
    public override string Title => "Barriers";

    public override string? FindLack() => Programs.FindLack() ?? ChromiumTab.FindLack();

    public override async Task MeasureAsync(Results results, Size size, CancellationToken cancellationToken)
    {
        using var folder = new ScratchFolder();
        await using var mnm = MnmProcess.Start(folder.Path, ["--demo"]);
        var pages = await DemoPages.FindAsync(mnm, cancellationToken);
        await using var chromium = await PageAudit.LaunchAsync();
        var found = 0;
        foreach (var (page, hasCircuit) in pages)
        {
            var barriers = await chromium.FindAsync(new Uri(mnm.Address, page), hasCircuit);
            found += barriers.Count;
            foreach (var barrier in barriers)
            {
                await Console.Error.WriteLineAsync($"{page}: {barrier}");
            }
        }

        results.Add("axe_pages", pages.Count);
        results.Add("axe_serious", found);
    }
}
