using System.Net;
using System.Text.Json.Nodes;
using MnM.Collector.Riot.RateLimits;

namespace MnM.Tests.Riot.RateLimits;

public sealed class RateHeadersTests
{
    private const string Letters = "0123456789:,;- \u00a0²x";

    [Fact]
    public void Limits_and_counts_are_read()
    {
        var headers = Read(200, ("X-App-Rate-Limit", "20:1,100:120"), ("X-App-Rate-Limit-Count", "21:1,36:120"), ("X-Method-Rate-Limit", "2000:60"), ("X-Method-Rate-Limit-Count", "36:60"));
        Assert.Equal<RateLimit>([new(20, 1), new(100, 120)], RateLimit.Parse(headers.Route));
        Assert.Equal<RateLimit>([new(21, 1), new(36, 120)], RateLimit.Parse(headers.RouteCounts));
        Assert.Equal<RateLimit>([new(2000, 60)], RateLimit.Parse(headers.Method));
        Assert.Equal<RateLimit>([new(36, 60)], RateLimit.Parse(headers.MethodCounts));
        Assert.False(headers.IsRefused);
        Assert.Null(headers.RetryAfter);
    }

    [Theory]
    [InlineData("application", true)]
    [InlineData("Application", true)]
    [InlineData("method", false)]
    [InlineData("service", false)]
    [InlineData("server", false)]
    [InlineData("", false)]
    public void A_refusal_stops_the_route_only_where_it_names_it(string type, bool isRoutes)
    {
        var headers = Read(429, ("X-Rate-Limit-Type", type), ("Retry-After", "3"));
        Assert.True(headers.IsRefused);
        Assert.Equal(isRoutes, headers.IsRoutesLimit);
        Assert.Equal(TimeSpan.FromSeconds(3), headers.RetryAfter);
    }

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("-5")]
    [InlineData("soon")]
    [InlineData("99999999")]
    [InlineData("Wed, 21 Oct 2026 07:28:00 GMT")]
    public void A_wait_that_is_none_is_not_told(string value) => Assert.Null(Read(429, ("Retry-After", value)).RetryAfter);

    [Theory]
    [InlineData("", "")]
    [InlineData(" 20:1 , 100:120 ", "20:1,100:120")]
    [InlineData("20:1,,100", "20:1")]
    [InlineData("0:1,5:0,-1:2,5:-2", "")]
    [InlineData("99999999999:1,20:1", "20:1")]
    [InlineData("20:1:5,7:7", "7:7")]
    [InlineData("20:1,100:120, 20:1,100:120", "20:1,100:120")]
    [InlineData("30:1,20:1", "20:1")]
    [InlineData("²:1,٣:4,3:4", "3:4")]
    public void Parts_that_are_no_limit_are_passed_over(string header, string limits) => Assert.Equal(limits, string.Join(',', RateLimit.Parse(header)));

    [Fact]
    public void No_header_breaks_the_reader()
    {
        var random = new Random(20261122);
        for (var round = 0; round < 20_000; round++)
        {
            var text = new string([.. Enumerable.Range(0, random.Next(24)).Select(_ => Letters[random.Next(Letters.Length)])]);
            Assert.All(RateLimit.Parse(text), limit => Assert.True(limit is { Requests: > 0, Seconds: > 0 }));
        }
    }

    [RecordedFact("riot-api")]
    public void Recorded_answers_are_read()
    {
        var file = Recordings.Files("riot-api").Single(name => name.EndsWith("headers_from_issues.json", StringComparison.Ordinal));
        var answers = JsonNode.Parse(File.ReadAllText(file))!["riot_http"]!.AsArray();
        var read = answers.Select(answer => Read(
            answer!["status"]!.GetValue<int>(),
            [.. (answer["headers"]?.AsArray() ?? []).Select(header => (header![0]!.GetValue<string>(), header[1]!.GetValue<string>()))])).ToList();

        Assert.Equal(answers.Count(answer => answer!["status"]!.GetValue<int>() == 429), read.Count(headers => headers.IsRefused));
        Assert.Contains(read, headers => headers is { IsRoutesLimit: true, RetryAfter.TotalSeconds: 2 } && RateLimit.Parse(headers.RouteCounts)[0] == new RateLimit(21, 1));
        Assert.Contains(read, headers => headers is { IsRefused: true, RetryAfter: null });
    }

    private static RateHeaders Read(int status, params (string Name, string Value)[] headers)
    {
        using var response = new HttpResponseMessage((HttpStatusCode)status);
        foreach (var (name, value) in headers)
        {
            response.Headers.TryAddWithoutValidation(name, value);
        }

        return RateHeaders.Read(response);
    }
}
