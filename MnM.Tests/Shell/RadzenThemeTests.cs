using System.Net;
using System.Text.RegularExpressions;
using MnM.Tests.Hosting;

namespace MnM.Tests.Shell;

public sealed partial class RadzenThemeTests
{
    [Fact]
    public async Task Every_value_that_MnM_sets_is_one_of_Radzen()
    {
        await using var mnm = await RunningMnm.StartAsync();
        var theirs = Names(await mnm.Client.GetStringAsync("/_content/Radzen.Blazor/css/standard-dark-base.css"));
        var ours = Names(await mnm.Client.GetStringAsync("/css/radzen.css"));

        Assert.True(ours.Count > 50, $"Only {ours.Count} values were found.");
        Assert.Empty(ours.Except(theirs));
    }

    [Theory]
    [InlineData("css/material-dark.css")]
    [InlineData("fonts/MaterialSymbolsOutlined.woff2")]
    public async Task What_no_page_uses_of_Radzen_is_not_served(string file)
    {
        await using var mnm = await RunningMnm.StartAsync();

        using var answer = await mnm.Client.GetAsync($"/_content/Radzen.Blazor/{file}");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private static HashSet<string> Names(string css) => [.. Name().Matches(css).Select(name => name.Groups[1].Value)];

    [GeneratedRegex(@"(?<=[\s;{])(--rz-[a-z0-9-]+)\s*:")]
    private static partial Regex Name();
}
