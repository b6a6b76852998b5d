using System.Text;
using System.Text.Json.Nodes;
using MnM.Collector.History.Import;
using MnM.Collector.Matches;
using MnM.Simulator.World;

namespace MnM.Tests.History.Import;

/// <summary>Matches as Riot really wrote them, of many years and modes.</summary>
public sealed class RecordedImportTests : ImportContext
{
    [RecordedFact("match-v5")]
    public async Task Every_recorded_match_passes_through_the_importer_and_stays_as_it_came()
    {
        var bodies = Recordings.Files("match-v5")
            .Where(file => !file.Contains("timeline", StringComparison.Ordinal))
            .SelectMany(MatchFile.ReadAll)
            .Select(match => match.ToJsonString())
            .ToList();
        World.Games.AddRange(bodies.Select((body, place) => new PastGame(1000 + place, Clock.GetUtcNow().AddHours(-3 - place), "Anna") { Body = body }));
        await using var run = await StartAsync();
        var done = await run.ImportAsync("Anna");

        Assert.Equal((ImportState.Done, bodies.Count), (done.State, done.Total));
        Assert.Equal(bodies.Count, done.Done + done.LeftOut);
        var readable = bodies.Where((body, place) => MatchReader.Read($"EUW1_{1000 + place}", Encoding.UTF8.GetBytes(body), default) is { } read && !Brawl.Is(read.Match.Mode, read.Match.QueueId));
        Assert.Equal(readable.Count(), done.Done);
        Assert.All(done.Left, left => Assert.NotEmpty(left.Reason));
        foreach (var match in await run.MatchesAsync(done.Id))
        {
            var place = int.Parse(match.MatchId.AsSpan(5), System.Globalization.CultureInfo.InvariantCulture) - 1000;
            var stored = await run.Get<MatchQueries>().FindJsonAsync(match.MatchId, CancellationToken.None);
            Assert.True(JsonNode.DeepEquals(JsonNode.Parse(bodies[place]), JsonNode.Parse(stored!)), match.MatchId);
            Assert.InRange(match.DurationSeconds, 0, 4 * 3600);
        }
    }
}
