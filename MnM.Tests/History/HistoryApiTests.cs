using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using MnM.Collector.Riot;
using MnM.Tests.History.Import;
using MnM.Tests.Hosting;
using MnM.Tests.Riot;

namespace MnM.Tests.History;

/// <summary>Imports over HTTP, in the real app with its runners and its own clock.</summary>
public sealed class HistoryApiTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private readonly PastWorld _world = new(DateTimeOffset.UnixEpoch.AddDays(20_700));

    [Fact]
    public async Task An_import_is_begun_followed_to_its_end_and_tells_its_matches()
    {
        var games = _world.Play(25, "Anna");
        await using var mnm = await StartAsync();
        using var begun = await mnm.Client.PostAsJsonAsync("/api/history", new { gameName = "Anna", tagLine = "EUW", limit = 20, queues = new[] { 420 } });
        Assert.Equal(HttpStatusCode.Accepted, begun.StatusCode);
        var job = JsonNode.Parse(await begun.Content.ReadAsStringAsync())!;
        var address = $"/api/history/{job["job_id"]}";
        Assert.Equal((address, "LISTING", "Anna#EUW", 20, "europe"), (begun.Headers.Location!.ToString(), (string)job["state"]!, (string)job["riot_id"]!, (int)job["limit"]!, (string)job["region"]!));

        var events = await EventsAsync(mnm, address + "/stream");
        Assert.Equal(("progress", "end"), (events[0].Name, events[^1].Name));
        Assert.Equal(("DONE", 20, 20), ((string)events[^1].Data["state"]!, (int)events[^1].Data["total"]!, (int)events[^1].Data["done"]!));
        var counts = events.Select(told => (int)told.Data["done"]!).ToList();
        Assert.Equal(counts.Order(), counts);

        var found = await JsonAsync(mnm, address);
        Assert.Equal(("DONE", 20, 0, 0), ((string)found["state"]!, (int)found["done"]!, (int)found["already_there"]!, found["failed"]!.AsArray().Count));
        var matches = (await JsonAsync(mnm, address + "/matches")).AsArray();
        Assert.Equal(games.OrderByDescending(game => game.Start).Take(20).Select(game => game.Id), matches.Select(match => (string)match!["match_id"]!));
        Assert.Equal(
            $$"""{"match_id":"{{games[^1].Id}}","timestamp":"{{games[^1].Start.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture)}}","duration":1800,"champion":"Ahri","kda":{"kills":3,"deaths":1,"assists":4},"win":true,"queue":420,"queue_name":"Ranked Solo","role":"MIDDLE","remake":false,"aborted":false}""",
            matches[0]!.ToJsonString());
        Assert.Equal("end", (await EventsAsync(mnm, address + "/stream"))[^1].Name);
        Assert.Equal((string)job["job_id"]!, (string)(await JsonAsync(mnm, "/api/history"))[0]!["job_id"]!);
    }

    [Fact]
    public async Task A_second_import_joins_the_first_and_after_its_end_has_to_wait()
    {
        _world.Play(3, "Anna");
        await using var mnm = await StartAsync();
        var holds = true;
        _world.Instead = path => holds && path.Contains("/ids?", StringComparison.Ordinal) ? StubRiot.Answer(HttpStatusCode.ServiceUnavailable) : null;
        var first = await BeginAsync(mnm);
        var second = await BeginAsync(mnm);
        Assert.Equal((string)first["job_id"]!, (string)second["job_id"]!);
        Assert.Contains("runs already", (string)second["said"]!, StringComparison.Ordinal);

        using (var cancelled = await mnm.Client.DeleteAsync($"/api/history/{first["job_id"]}"))
        {
            Assert.Equal(HttpStatusCode.NoContent, cancelled.StatusCode);
        }

        using (var again = await mnm.Client.DeleteAsync($"/api/history/{first["job_id"]}"))
        {
            Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
        }

        holds = false;
        using var soon = await mnm.Client.PostAsJsonAsync("/api/history", new { gameName = "Anna", tagLine = "EUW" });
        var problem = JsonNode.Parse(await soon.Content.ReadAsStringAsync())!;
        Assert.Equal((HttpStatusCode.TooManyRequests, "application/problem+json"), (soon.StatusCode, soon.Content.Headers.ContentType?.MediaType));
        Assert.InRange((int)problem["seconds_left"]!, 1, 120);
        Assert.Equal(problem["seconds_left"]!.ToString(), soon.Headers.GetValues("Retry-After").Single());
        Assert.Contains($"{problem["seconds_left"]} s", (string)problem["detail"]!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{}""", HttpStatusCode.BadRequest, "A Riot ID is")]
    [InlineData("""{"gameName":"Anna","tagLine":"EUW","limit":1001}""", HttpStatusCode.BadRequest, "limit must be between 1 and 1,000")]
    [InlineData("""{"gameName":"Anna","tagLine":"EUW","limit":0}""", HttpStatusCode.BadRequest, "limit must be")]
    [InlineData("""{"gameName":"Anna","tagLine":"EUW","queues":[-4]}""", HttpStatusCode.BadRequest, "queues are")]
    [InlineData("""{"gameName":"Nobody","tagLine":"EUW"}""", HttpStatusCode.NotFound, "Nobody is called Nobody#EUW")]
    [InlineData("""{"gameName":"Anna","tagLine":"EUW","region":"moon"}""", HttpStatusCode.UnprocessableEntity, "moon is none of")]
    [InlineData("""{"gameName":"Away","tagLine":"EUW"}""", HttpStatusCode.ServiceUnavailable, "refuses the key")]
    public async Task Why_nothing_is_imported_is_a_problem_with_a_sentence(string body, HttpStatusCode status, string words)
    {
        _world.Instead = path => path.Contains("/Away/", StringComparison.Ordinal) || path.Contains("/status/", StringComparison.Ordinal) ? StubRiot.Answer(HttpStatusCode.Forbidden) : null;
        await using var mnm = await StartAsync();
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await mnm.Client.PostAsync("/api/history", content);
        var problem = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
        Assert.Equal((status, (int)status), (answer.StatusCode, (int)problem["status"]!));
        Assert.Contains(words, (string)problem["detail"]!, StringComparison.Ordinal);
        Assert.Empty((await JsonAsync(mnm, "/api/history")).AsArray());
    }

    [Theory]
    [InlineData("GET", "")]
    [InlineData("GET", "/stream")]
    [InlineData("GET", "/matches")]
    [InlineData("DELETE", "")]
    public async Task An_import_that_is_not_there_is_not_found(string method, string part)
    {
        await using var mnm = await StartAsync();
        using var answer = await mnm.Client.SendAsync(new HttpRequestMessage(new HttpMethod(method), $"/api/history/nothing{part}"));
        Assert.Equal((HttpStatusCode.NotFound, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
    }

    [Fact]
    public async Task Who_follows_an_import_is_let_go_when_MnM_stops()
    {
        await using var mnm = await StartAsync();
        _world.Instead = path => path.Contains("/ids?", StringComparison.Ordinal) ? StubRiot.Answer(HttpStatusCode.ServiceUnavailable) : null;
        using var patience = new CancellationTokenSource(Patience);
        using var response = await mnm.Client.GetAsync($"/api/history/{(await BeginAsync(mnm))["job_id"]}/stream", HttpCompletionOption.ResponseHeadersRead, patience.Token);
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(patience.Token));
        Assert.Equal("event: progress", await reader.ReadLineAsync(patience.Token));
        var stopping = mnm.App.StopAsync(patience.Token);

        // A connection that is cut off would throw.
        Assert.DoesNotContain("event: end", await reader.ReadToEndAsync(patience.Token), StringComparison.Ordinal);
        await stopping;
    }

    private static async Task<JsonNode> JsonAsync(RunningMnm mnm, string path) => JsonNode.Parse(await mnm.Client.GetStringAsync(path))!;

    private static async Task<JsonNode> BeginAsync(RunningMnm mnm)
    {
        using var begun = await mnm.Client.PostAsJsonAsync("/api/history", new { gameName = "Anna", tagLine = "EUW" });
        Assert.Equal(HttpStatusCode.Accepted, begun.StatusCode);
        return JsonNode.Parse(await begun.Content.ReadAsStringAsync())!;
    }

    private static async Task<List<(string Name, JsonNode Data)>> EventsAsync(RunningMnm mnm, string path)
    {
        using var patience = new CancellationTokenSource(Patience);
        using var response = await mnm.Client.GetAsync(path, HttpCompletionOption.ResponseHeadersRead, patience.Token);
        Assert.Equal("text/event-stream", response.Content.Headers.ContentType?.MediaType);
        var events = new List<(string, JsonNode)>();
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(patience.Token));
        for (string? name = null; await reader.ReadLineAsync(patience.Token) is { } line;)
        {
            if (line.StartsWith("event: ", StringComparison.Ordinal))
            {
                name = line[7..];
            }
            else if (line.StartsWith("data: ", StringComparison.Ordinal))
            {
                events.Add((name!, JsonNode.Parse(line[6..])!));
            }
        }

        return events;
    }

    private Task<RunningMnm> StartAsync() => RunningMnm.StartAsync(
        services => services.AddHttpClient(nameof(RiotClient)).ConfigurePrimaryHttpMessageHandler(() => new StubRiot(_world.Answer)), settings: ("RIOT_API_KEY", RiotRun.Key));
}
