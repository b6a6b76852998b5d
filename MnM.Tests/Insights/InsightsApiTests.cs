using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using MnM.Collector.Riot;
using MnM.Tests.Hosting;
using MnM.Tests.Live.Results;
using MnM.Tests.Matches;
using MnM.Tests.Riot;

namespace MnM.Tests.Insights;

/// <summary>Insights over HTTP, in the real app with Riot's answers.</summary>
public sealed class InsightsApiTests : IDisposable
{
    private const string Match = "/api/matches/EUW1_7001/insights";
    private readonly StubRiot _riot;
    private Func<string, HttpResponseMessage> _answer = ResultRun.Whole;

    public InsightsApiTests() => _riot = new StubRiot(path => _answer(path));

    [Fact]
    public async Task A_match_is_ordered_waited_for_and_read()
    {
        await using var mnm = await StartAsync();
        await AssertProblemAsync(mnm, HttpMethod.Get, $"{Match}?participant=3", HttpStatusCode.NotFound, "EUW1_7001 is not stored");
        using var ordered = await SendAsync(mnm, HttpMethod.Post, $"{Match}?participant=3");
        Assert.Equal(HttpStatusCode.Accepted, ordered.StatusCode);
        Assert.Equal($"{Match}?participant=3", ordered.Headers.Location!.OriginalString);
        Assert.Equal("waiting", (string)(await JsonAsync(ordered))["status"]!);

        var told = await ReadyAsync(mnm, ordered.Headers.Location!.OriginalString);
        Assert.Equal(("ready", "match:EUW1_7001:3"), ((string)told["status"]!, (string)told["subject"]!));
        Assert.NotEmpty(told["insight"]!["words"]!["sentences"]!.AsArray());
        Assert.NotEmpty(told["insight"]!["report"]!["gaps"]!.AsArray());

        var puuid = (string)MatchJson.Written()["info"]!["participants"]![2]!["puuid"]!;
        using var again = await SendAsync(mnm, HttpMethod.Post, $"{Match}?participant={puuid}");
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        await AssertProblemAsync(mnm, HttpMethod.Get, $"{Match}?participant=4", HttpStatusCode.NotFound, "Nobody has asked for this insight yet");
    }

    [Theory]
    [InlineData("/api/matches/nonsense/insights?participant=3", 400, "is no id of a match")]
    [InlineData(Match, 400, "participant is missing")]
    [InlineData(Match + "?participant=0", 400, "is nobody in EUW1_7001: it is a number from 1 to 10")]
    [InlineData(Match + "?participant=%3Cb%3E", 400, "is nobody in EUW1_7001")]
    [InlineData(Match + "?participant=3&anew=maybe", 400, "is neither true nor false")]
    [InlineData("/api/players/nobody/insights", 400, "names no player")]
    [InlineData("/api/players/Nightjar-EUW/insights?games=4", 400, "is no number from 5 to 50")]
    [InlineData("/api/players/Nightjar-EUW/insights?games=many", 400, "is no number from 5 to 50")]
    public async Task What_names_nothing_is_a_fault_that_says_so(string path, int status, string words)
    {
        await using var mnm = await StartAsync();
        await AssertProblemAsync(mnm, HttpMethod.Post, path, (HttpStatusCode)status, words);
    }

    [Fact]
    public async Task A_match_that_is_not_explained_is_a_conflict_with_the_reason()
    {
        var match = MatchJson.Written();
        (match["info"]!["gameMode"], match["info"]!["mapId"]) = ("ARAM", 12);
        _answer = path => path.EndsWith("/timeline", StringComparison.Ordinal) ? ResultRun.Whole(path) : StubRiot.Answer(HttpStatusCode.OK, match.ToJsonString());
        await using var mnm = await StartAsync();
        await AssertProblemAsync(mnm, HttpMethod.Post, $"{Match}?participant=3", HttpStatusCode.Conflict, "ARAM");
        await AssertProblemAsync(mnm, HttpMethod.Get, $"{Match}?participant=3", HttpStatusCode.Conflict, "ARAM");
    }

    [Theory]
    [InlineData(HttpStatusCode.NotFound, HttpStatusCode.NotFound)]
    [InlineData(HttpStatusCode.ServiceUnavailable, HttpStatusCode.ServiceUnavailable)]
    public async Task A_match_that_Riot_does_not_give_has_its_reason(HttpStatusCode riot, HttpStatusCode status)
    {
        _answer = path => path.Contains("/status/", StringComparison.Ordinal) ? StubRiot.Answer(HttpStatusCode.OK) : StubRiot.Answer(riot);
        await using var mnm = await StartAsync();
        await AssertProblemAsync(mnm, HttpMethod.Post, $"{Match}?participant=3", status, "Riot");
    }

    [Fact]
    public async Task A_player_of_too_few_games_is_a_conflict_that_says_how_many_there_are()
    {
        var puuid = (string)MatchJson.Written()["info"]!["participants"]![2]!["puuid"]!;
        _answer = path => StubRiot.Answer(HttpStatusCode.OK, $$"""{"puuid":"{{puuid}}","gameName":"Nightjar","tagLine":"EUW"}""");
        await using var mnm = await StartAsync();
        await AssertProblemAsync(mnm, HttpMethod.Post, "/api/players/Nightjar-EUW/insights", HttpStatusCode.Conflict, "0 are stored");
    }

    public void Dispose() => _riot.Dispose();

    private static async Task<JsonNode> ReadyAsync(RunningMnm mnm, string path)
    {
        while (true)
        {
            using var response = await SendAsync(mnm, HttpMethod.Get, path);
            if (response.StatusCode != HttpStatusCode.Accepted)
            {
                Assert.Equal(HttpStatusCode.OK, response.StatusCode);
                return await JsonAsync(response);
            }

            await Task.Yield();
        }
    }

    private static async Task AssertProblemAsync(RunningMnm mnm, HttpMethod method, string path, HttpStatusCode status, string words)
    {
        using var response = await SendAsync(mnm, method, path);
        Assert.Equal((status, "application/problem+json"), (response.StatusCode, response.Content.Headers.ContentType!.MediaType));
        Assert.Contains(words, (string)(await JsonAsync(response))["detail"]!, StringComparison.Ordinal);
    }

    private static Task<HttpResponseMessage> SendAsync(RunningMnm mnm, HttpMethod method, string path) => mnm.Client.SendAsync(new HttpRequestMessage(method, path));

    private static async Task<JsonNode> JsonAsync(HttpResponseMessage response) => JsonNode.Parse(await response.Content.ReadAsStringAsync())!;

    private Task<RunningMnm> StartAsync() => RunningMnm.StartAsync(
        services => services.AddHttpClient(nameof(RiotClient)).ConfigurePrimaryHttpMessageHandler(() => _riot), settings: [("RIOT_API_KEY", RiotRun.Key)]);
}
