using System.Text.Json;
using AngleSharp.Html.Parser;
using MnM.Tests.Hosting;

namespace MnM.Tests.Security;

/// <summary>Names from Riot are text on pages as the server draws them, and in answers.</summary>
public sealed class HostileNamesTests
{
    [Fact]
    public async Task Pages_show_them_as_text()
    {
        await using var mnm = await HostileWorld.StartAsync();
        var parser = new HtmlParser();
        foreach (var path in new[]
        {
            "/", "/board", "/scouting", "/games/1", $"/match/{HostileWorld.Match}", "/champion/9999", $"/players/{HostileWorld.Anna}", $"/players/{HostileWorld.Anna}/time",
        })
        {
            using var page = parser.ParseDocument(await mnm.Client.GetStringAsync(path));
            Assert.Contains(HostileNames.Script, page.Body!.TextContent, StringComparison.Ordinal);
            HostileNames.AssertAreText(page.All, path);
        }
    }

    [Fact]
    public async Task Answers_hold_them_as_they_are_and_are_never_taken_for_pages()
    {
        await using var mnm = await HostileWorld.StartAsync();
        foreach (var path in new[] { "/api/games/1", "/api/scouting", $"/api/players/{HostileWorld.Anna}", $"/api/search?q={Uri.EscapeDataString("<script>")}" })
        {
            using var answer = await mnm.Client.GetAsync(path);
            Assert.Equal("application/json", answer.Content.Headers.ContentType?.MediaType);
            Assert.Equal(["nosniff"], answer.Headers.GetValues("X-Content-Type-Options"));
            using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
            Assert.Contains(Texts(json.RootElement), text => text.Contains(HostileNames.Script, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task No_spreadsheet_takes_one_for_a_formula()
    {
        await using var mnm = await HostileWorld.StartAsync();
        var table = await mnm.Client.GetStringAsync($"/api/players/{HostileWorld.Anna}/time/champions.csv");
        Assert.Contains("'=HYPERLINK", table, StringComparison.Ordinal);
        Assert.DoesNotContain(",=", table, StringComparison.Ordinal);
        Assert.DoesNotContain(",\"=", table, StringComparison.Ordinal);
    }

    [Fact]
    public void No_component_and_no_script_writes_markup_that_is_not_its_own()
    {
        string[] ways = ["MarkupString", "AddMarkupContent", "innerHTML", "outerHTML", "insertAdjacentHTML", "document.write"];
        var found =
            from folder in new[] { "MnM.Web", "wwwroot-assets/js" }
            from file in Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*", SearchOption.AllDirectories)
            where Path.GetExtension(file) is ".cs" or ".razor" or ".js" && !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal)
            from way in ways
            where File.ReadAllText(file).Contains(way, StringComparison.Ordinal)
            select $"{file}: {way}";
        Assert.Empty(found);
    }

    private static IEnumerable<string> Texts(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => json.EnumerateObject().SelectMany(member => Texts(member.Value)),
        JsonValueKind.Array => json.EnumerateArray().SelectMany(Texts),
        JsonValueKind.String => [json.GetString()!],
        _ => [],
    };
}
