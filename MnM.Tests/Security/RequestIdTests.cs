using System.Net;
using System.Text.Json.Nodes;
using MnM.Tests.Hosting;

namespace MnM.Tests.Security;

public sealed class RequestIdTests
{
    [Theory]
    [InlineData("GET", "/health")]
    [InlineData("GET", "/")]
    [InlineData("GET", "/css/mnm.css")]
    [InlineData("GET", "/nothing")]
    [InlineData("GET", "/matches/nothing")]
    [InlineData("POST", "/matches/nothing")]
    [InlineData("POST", "/fetch_user")]
    public async Task Every_answer_bears_the_request_s_id_and_a_problem_tells_it(string method, string path)
    {
        await using var mnm = await RunningMnm.StartAsync();
        using var answer = await mnm.Client.SendAsync(new HttpRequestMessage(new(method), path));
        var id = Assert.Single(answer.Headers.GetValues("X-Request-Id"));
        Assert.NotEmpty(id);
        if (answer.Content.Headers.ContentType?.MediaType == "application/problem+json")
        {
            Assert.Equal(id, (string?)JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["request_id"]);
        }
    }

    [Fact]
    public async Task The_log_s_lines_about_a_request_end_with_its_id()
    {
        await using var mnm = await RunningMnm.StartAsync(settings: ("LOG_LEVEL", "Warning"));
        using var request = new HttpRequestMessage(HttpMethod.Get, "/health") { Headers = { Host = "example.org" } };
        using var answer = await mnm.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.MisdirectedRequest, answer.StatusCode);
        await using var file = new FileStream(Directory.GetFiles(Path.Combine(mnm.DataDirectory, "logs")).Single(), FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(file);
        var line = (await reader.ReadToEndAsync()).Split('\n').Single(line => line.Contains("Refused GET /health", StringComparison.Ordinal));
        Assert.EndsWith($" {answer.Headers.GetValues("X-Request-Id").Single()}", line.TrimEnd('\r'), StringComparison.Ordinal);
    }
}
