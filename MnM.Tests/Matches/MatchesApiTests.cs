using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using MnM.Collector.Matches;
using MnM.Tests.Players.Users;
using MnM.Tests.Riot;

namespace MnM.Tests.Matches;

/// <summary>Matches over HTTP, in the real app.</summary>
public sealed class MatchesApiTests
{
    private const string Id = "EUW1_5720153635";
    private static readonly byte[] Json = Encoding.UTF8.GetBytes("""{"metadata": {"matchId": "EUW1_5720153635"}, "info": {"queueId": 420, "what Riot adds": [1.50, "Zoë"], "gameMode": "CLASSIC", "participants": [{"participantId": 1, "championId": 103, "championName": "Ahri", "teamId": 100}]}}""");

    [Theory]
    [InlineData("/matches/EUW1_5720153635")]
    [InlineData("/matches/euw1_5720153635")]
    [InlineData("/matches/45555731-0000-86d6-8000-000154f29e23")]
    [InlineData("/api/matches/EUW1_5720153635")]
    [InlineData("/api/matches/45555731-0000-86D6-8000-000154F29E23")]
    public async Task A_match_is_told_to_the_letter_as_Riot_sent_it(string address)
    {
        await using var run = await StartAsync();
        using var answer = await run.Mnm.Client.GetAsync(address);
        Assert.Equal("application/json", answer.Content.Headers.ContentType?.ToString());
        Assert.Empty(answer.Content.Headers.ContentEncoding);
        Assert.Equal(Json, await answer.Content.ReadAsByteArrayAsync());
        Assert.Equal(0, run.Riot.Count);
    }

    [Theory]
    [InlineData("br", true)]
    [InlineData("gzip, deflate, br;q=0.5", true)]
    [InlineData("BR", true)]
    [InlineData("br;q=0, gzip", false)]
    [InlineData("gzip", false)]
    [InlineData("*", false)]
    [InlineData("nonsense;;;", false)]
    public async Task Who_takes_Brotli_gets_the_stored_bytes(string encodings, bool isPacked)
    {
        await using var run = await StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/matches/{Id}");
        request.Headers.TryAddWithoutValidation("Accept-Encoding", encodings);
        using var answer = await run.Mnm.Client.SendAsync(request);
        Assert.Equal(isPacked ? ["br"] : [], answer.Content.Headers.ContentEncoding);
        Assert.Contains("Accept-Encoding", answer.Headers.Vary);
        await using var body = await answer.Content.ReadAsStreamAsync();
        await using var json = isPacked ? new BrotliStream(body, CompressionMode.Decompress) : body;
        using var bytes = new MemoryStream();
        await json.CopyToAsync(bytes);
        Assert.Equal(Json, bytes.ToArray());
    }

    [Fact]
    public async Task One_that_is_not_stored_is_asked_for_once()
    {
        await using var run = await StartAsync();
        var game = run.World.Play(1, "Anna").Single();
        var first = await run.Mnm.Client.GetStringAsync($"/matches/{game.Id}");
        Assert.Equal(game.Id, (string)JsonNode.Parse(first)!["metadata"]!["matchId"]!);
        Assert.Equal(first, await run.Mnm.Client.GetStringAsync($"/matches/{MatchUuid.Of(game.Id)}"));
        Assert.Equal(1, run.Riot.Count);
    }

    [Theory]
    [InlineData(HttpStatusCode.NotFound, 404, "does not have this match")]
    [InlineData(HttpStatusCode.Forbidden, 403, "to their players alone")]
    [InlineData(HttpStatusCode.BadRequest, 503, "answered 400")]
    public async Task Why_there_is_none_is_a_problem_with_a_reason(HttpStatusCode riot, int status, string words)
    {
        await using var run = await StartAsync();
        run.World.Instead = path => path.Contains("/match/", StringComparison.Ordinal) ? StubRiot.Answer(riot) : null;
        using var answer = await run.Mnm.Client.GetAsync("/matches/EUW1_1");
        Assert.Equal((status, "application/problem+json"), ((int)answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.Contains(words, (string)JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["detail"]!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1")]
    [InlineData("EUW1_")]
    [InlineData("00000000-0000-4000-8000-000000000000")]
    [InlineData("'%20OR%201=1%20--")]
    [InlineData("%3Cscript%3E")]
    public async Task What_is_no_id_of_a_match_is_not_found_and_Riot_is_not_asked(string id)
    {
        await using var run = await StartAsync();
        using var answer = await run.Mnm.Client.GetAsync($"/matches/{id}");
        Assert.Equal((HttpStatusCode.NotFound, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.Equal(0, run.Riot.Count);
    }

    private static async Task<UsersRun> StartAsync()
    {
        var run = await UsersRun.StartAsync();
        var store = run.Mnm.App.Services.GetRequiredService<MatchStore>();
        await store.StoreAsync(new FetchedMatch(MatchReader.Read(Id, Json, DateTimeOffset.UnixEpoch.AddDays(20_000))!, Json), CancellationToken.None);
        return run;
    }
}
