using System.Text.Json.Nodes;
using MnM.Collector.Insights;
using MnM.Simulator.World;
using MnM.Tests.Insights.Words;
using MnM.Tests.Matches;

namespace MnM.Tests.Insights.Stories;

/// <summary>Every recorded match gives a report or the reason why there is none.</summary>
public sealed class RecordedInsightTests
{
    [RecordedFact("match-v5")]
    [Trait("Category", "Recordings")]
    public async Task Every_recorded_match_has_a_report_of_true_numbers_or_a_reason()
    {
        var timelines = Recordings.Files("match-v5").Where(file => file.Contains("timeline", StringComparison.Ordinal))
            .SelectMany(MatchFile.ReadAll).Where(one => one["info"]?["frames"] is JsonArray).DistinctBy(one => (string?)one["metadata"]?["matchId"]).ToList();
        await using var run = await StoryRun.StartAsync();
        var (number, reports, withActions, reasons) = (0, 0, 0, 0);
        foreach (var match in MatchJson.Recorded())
        {
            var id = $"NA1_{++number}";
            await run.StoreAsync(id, match, timelines.FirstOrDefault(one => (string?)one["metadata"]?["matchId"] == (string?)match["metadata"]?["matchId"]));
            switch (await run.MakeAsync(new InsightSubject.OfMatch(id, 1 + (number % match["info"]!["participants"]!.AsArray().Count))))
            {
                case InsightAnswer.Ready { Insight: var insight }:
                    reports++;
                    withActions += insight.Report.Actions.IsEmpty ? 0 : 1;
                    var told = new ToldNumbers(insight.Report);
                    Assert.All(insight.Words.Sentences, sentence => Assert.True(told.FaultOf(sentence) is null, $"{id}: {sentence}"));
                    break;
                case InsightAnswer.NotSupported { Reason: var reason }:
                    reasons++;
                    Assert.NotEmpty(reason);
                    break;
                case var other:
                    Assert.Fail($"{id}: {other}");
                    break;
            }
        }

        Assert.True(reports > 70 && withActions > 70 && reasons > 5, $"{reports} reports, {withActions} with actions, {reasons} reasons.");
    }
}
