using System.Text.Json.Nodes;
using Bunit;
using MnM.Simulator.World;

namespace MnM.Tests.Matches.Pages;

/// <summary>Every recorded match has its page, with and without its timeline.</summary>
public sealed class RecordedMatchTests : MatchPageContext
{
    [RecordedFact("match-v5")]
    [Trait("Category", "Recordings")]
    public async Task Every_recorded_match_and_timeline_has_its_page()
    {
        var timelines = Recordings.Files("match-v5").Where(file => file.Contains("timeline", StringComparison.Ordinal))
            .SelectMany(MatchFile.ReadAll).Where(one => one["info"]?["frames"] is JsonArray).DistinctBy(one => (string?)one["metadata"]?["matchId"]).ToList();
        var (shown, withTimeline) = (0, 0);
        foreach (var match in MatchJson.Recorded())
        {
            var id = $"NA1_{++shown}";
            var timeline = timelines.FirstOrDefault(one => (string?)one["metadata"]?["matchId"] == (string?)match["metadata"]?["matchId"]);
            withTimeline += timeline is null ? 0 : 1;
            await ShowAsync(id, match, timeline);
        }

        Assert.True(shown > 130 && withTimeline > 100, $"{shown} matches, {withTimeline} with a timeline.");
    }

    [RecordedFact("match-v5")]
    [Trait("Category", "Recordings")]
    public async Task Timelines_without_their_match_break_no_page_of_another()
    {
        var known = MatchJson.Recorded().Select(match => (string?)match["metadata"]?["matchId"]).ToHashSet();
        var (another, number) = (MatchJson.Recorded().First(match => match["info"]!["participants"]!.AsArray().Count == 10), 0);
        foreach (var timeline in Recordings.Files("match-v5").Where(file => file.Contains("timeline", StringComparison.Ordinal)).SelectMany(MatchFile.ReadAll))
        {
            if (!known.Contains((string?)timeline["metadata"]?["matchId"]))
            {
                await ShowAsync($"NA1_{++number}", another, timeline);
            }
        }

        Assert.True(number > 5, $"{number} timelines.");
    }

    private async Task ShowAsync(string id, JsonObject match, JsonObject? timeline)
    {
        var page = ShowStored(await StoreAsync(match, timeline, id));
        var people = match["info"]!["participants"]!.AsArray().Count;
        Assert.Equal(people, page.FindAll(".people nav a").Count);
        Assert.Equal(people, page.FindAll(".lane .tile img").Count);
        Assert.Equal(timeline is not null, page.FindAll(".build").Count == 1);
    }
}
