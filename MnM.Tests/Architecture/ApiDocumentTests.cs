using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using MnM.Tests.Hosting;

namespace MnM.Tests.Architecture;

public sealed partial class ApiDocumentTests
{
    private static readonly string[] Roots = ["/api/", "/ws/", "/health", "/assets/", "/users/", "/fetch_user", "/matches/", "/champions"];

    [Fact]
    public async Task Every_endpoint_stands_in_the_document()
    {
        await using var mnm = await RunningMnm.StartAsync();
        var document = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "docs", "api.md"));

        var endpoints = mnm.App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Select(endpoint => Constraint().Replace('/' + endpoint.RoutePattern.RawText!.Trim('/'), "}"))
            .Where(path => Roots.Any(root => path.StartsWith(root, StringComparison.Ordinal)))
            .ToList();

        Assert.NotEmpty(endpoints);
        Assert.All(endpoints, path => Assert.Matches(new Regex($"^## .*{Regex.Escape(path)}($|,| )", RegexOptions.Multiline), document));
    }

    [GeneratedRegex(":[a-z]+}")]
    private static partial Regex Constraint();
}
