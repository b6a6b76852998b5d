using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using MnM.Collector.Riot;
using MnM.Tests.Hosting;
using MnM.Tests.Riot;

namespace MnM.Tests.Matches;

/// <summary>Figures at minutes over HTTP, in the real app with Riot's answers.</summary>
public sealed class TimelineStatsApiTests : IDisposable
{
    private const string Path = "/api/matches/EUW1_7001/timeline-stats";
    private readonly StubRiot _riot;
    private Func<string, HttpResponseMessage> _answer = Whole;

    public TimelineStatsApiTests() => _riot = new StubRiot(path => _answer(path));

    [Fact]
    public async Task Everybody_is_told_at_four_minutes_and_Riot_is_asked_once()
    {
        await using var mnm = await StartAsync();
        var answer = await JsonAsync(mnm, Path);
        await JsonAsync(mnm, Path);
        var people = answer["participants"]!.AsArray();

        Assert.Equal(("EUW1_7001", 10), ((string)answer["match_id"]!, people.Count));
        Assert.All(people, one => Assert.Equal([5, 10, 15, 20], one!["at"]!.AsArray().Select(at => (int)at!["minute"]!)));
        Assert.All(people, one => Assert.InRange((int)one!["at"]![1]!["own"]!["gold"]!, 500, 20_000));
        Assert.All(people, one => Assert.Equal(
            (int)one!["at"]![0]!["own"]!["cs"]! - (int)one["at"]![0]!["opponent"]!["cs"]!, (int)one["at"]![0]!["lead"]!["cs"]!));
        Assert.Equal(2, _riot.Asked.Count(address => address.Contains("EUW1_7001", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task One_is_told_by_number_or_PUUID()
    {
        await using var mnm = await StartAsync();
        var puuid = (string)MatchJson.Written()["info"]!["participants"]![2]!["puuid"]!;
        foreach (var name in (string[])["3", puuid])
        {
            var one = Assert.Single((await JsonAsync(mnm, $"{Path}?participant={name}"))["participants"]!.AsArray());
            Assert.Equal((3, 8), ((int)one!["number"]!, (int)one["opponent"]!));
        }
    }

    [Theory]
    [InlineData("/api/matches/nonsense/timeline-stats", 400, "is no id of a match")]
    [InlineData("/api/matches/EUW1_7001%27--/timeline-stats", 400, "is no id of a match")]
    [InlineData(Path + "?participant=0", 400, "is nobody in EUW1_7001: it is a number from 1 to 10")]
    [InlineData(Path + "?participant=11", 400, "is nobody in EUW1_7001")]
    [InlineData(Path + "?participant=%3Cb%3E", 400, "is nobody in EUW1_7001")]
    public async Task What_names_nothing_is_a_fault_that_says_so(string path, int status, string words)
    {
        await using var mnm = await StartAsync();
        await AssertProblemAsync(mnm, path, (HttpStatusCode)status, words);
    }

    [Theory]
    [InlineData(HttpStatusCode.NotFound, HttpStatusCode.NotFound, "Riot does not have this match.")]
    [InlineData(HttpStatusCode.Forbidden, HttpStatusCode.Forbidden, "to their players alone")]
    public async Task A_match_that_Riot_does_not_give_has_its_reason(HttpStatusCode riot, HttpStatusCode status, string words)
    {
        _answer = path => path.Contains("/status/", StringComparison.Ordinal) ? StubRiot.Answer(HttpStatusCode.OK) : StubRiot.Answer(riot);
        await using var mnm = await StartAsync();
        await AssertProblemAsync(mnm, Path, status, words);
    }

    [Fact]
    public async Task A_timeline_that_Riot_does_not_have_is_not_found()
    {
        _answer = path => path.EndsWith("/timeline", StringComparison.Ordinal) ? StubRiot.Answer(HttpStatusCode.NotFound) : Whole(path);
        await using var mnm = await StartAsync();
        await AssertProblemAsync(mnm, Path, HttpStatusCode.NotFound, "");
    }

    public void Dispose() => _riot.Dispose();

    private static HttpResponseMessage Whole(string path) => StubRiot.Answer(
        HttpStatusCode.OK, (path.EndsWith("/timeline", StringComparison.Ordinal) ? MatchJson.WrittenTimeline() : MatchJson.Written()).ToJsonString());

    private static async Task AssertProblemAsync(RunningMnm mnm, string path, HttpStatusCode status, string words)
    {
        using var response = await mnm.Client.GetAsync(path);
        Assert.Equal((status, "application/problem+json"), (response.StatusCode, response.Content.Headers.ContentType!.MediaType));
        Assert.Contains(words, (string)JsonNode.Parse(await response.Content.ReadAsStringAsync())!["detail"]!, StringComparison.Ordinal);
    }

    private static async Task<JsonNode> JsonAsync(RunningMnm mnm, string path) => JsonNode.Parse(await mnm.Client.GetStringAsync(path))!;

    private Task<RunningMnm> StartAsync() => RunningMnm.StartAsync(
        services => services.AddHttpClient(nameof(RiotClient)).ConfigurePrimaryHttpMessageHandler(() => _riot), settings: [("RIOT_API_KEY", RiotRun.Key)]);
}
