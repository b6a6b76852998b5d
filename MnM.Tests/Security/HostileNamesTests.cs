using System.Text.Json;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MnM.Collector;
using MnM.Collector.Live;
using MnM.Collector.Scouting;
using MnM.Collector.Storage;
using MnM.Tests.History.Time;
using MnM.Tests.Hosting;
using MnM.Tests.Live.Pages;
using MnM.Tests.Scouting;

namespace MnM.Tests.Security;

/// <summary>Names from Riot are text on every page that viewers read, and in every answer.</summary>
public sealed class HostileNamesTests
{
    private static readonly string Anna = StoredGames.Id('a');

    [Fact]
    public async Task Pages_show_them_as_text()
    {
        await using var mnm = await StartAsync();
        var parser = new HtmlParser();
        foreach (var (path, name) in new[]
        {
            ("/", HostileNames.Script), ("/board", HostileNames.Script), ("/scouting", HostileNames.Script), ($"/players/{Anna}", HostileNames.Script),
            ($"/players/{Anna}/time", HostileNames.Script), ("/games/1", HostileNames.Script),
        })
        {
            using var page = parser.ParseDocument(await mnm.Client.GetStringAsync(path));
            Assert.Contains(name, page.Body!.TextContent, StringComparison.Ordinal);
            HostileNames.AssertAreText(page.All, path);
        }
    }

    [Fact]
    public async Task Answers_hold_them_as_they_are_and_are_never_taken_for_pages()
    {
        await using var mnm = await StartAsync();
        foreach (var path in new[] { "/api/games/1", "/api/scouting", $"/api/players/{Anna}", $"/api/search?q={Uri.EscapeDataString("<script>")}" })
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
        await using var mnm = await StartAsync();
        var table = await mnm.Client.GetStringAsync($"/api/players/{Anna}/time/champions.csv");
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

    private static async Task<RunningMnm> StartAsync()
    {
        var mnm = await RunningMnm.StartAsync(services =>
        {
            StillFeed.WithoutLoops(services);
            TestVisitor.AreViewers(services);
        });
        mnm.Publish(LiveViews.InGame(LiveViews.Of([.. Enumerable.Range(0, 10).Select(Player)]) with { IsMatched = true }));
        var cards = ScoutViews.LoadingScreen();
        mnm.App.Services.GetRequiredService<Feed<ScoutingState>>().Publish(cards with { Blue = [.. cards.Blue.Select((card, place) => card with { Name = HostileNames.At(place) })] });
        await using var db = await mnm.App.Services.GetRequiredService<IDbContextFactory<MnmDbContext>>().CreateDbContextAsync();
        await StoredGames.AddPlayerAsync(db, HostileNames.Script, "EUW", Anna);
        db.Add(new Game { Id = 1, QueueId = 420, GameMode = "CLASSIC", MapName = "Map11", MapNumber = 11, StartedAt = LiveViews.At, LastPolledAt = LiveViews.At, Polls = 1 });
        db.AddRange(Enumerable.Range(0, 10).Select(slot => PlayerInGame.Of(1, Player(slot))));
        await db.SaveChangesAsync();
        for (var number = 1; number <= 12; number++)
        {
            await StoredGames.AddMatchAsync(db, number, LiveViews.At.AddDays(number), [Anna, .. Enumerable.Range(0, 9).Select(place => StoredGames.Id((char)('b' + place)))], participant: one =>
                (one.GameName, one.ChampionId, one.ChampionName) = (HostileNames.At(one.Number), 9999, one.Puuid == Anna ? HostileNames.Formula : "Ahri"));
        }

        return mnm;
    }

    private static PlayerView Player(int slot) => LiveViews.Player(slot) with { DisplayName = HostileNames.At(slot), GameName = HostileNames.At(slot), ChampionName = HostileNames.At(slot + 1) };

    private static IEnumerable<string> Texts(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => json.EnumerateObject().SelectMany(member => Texts(member.Value)),
        JsonValueKind.Array => json.EnumerateArray().SelectMany(Texts),
        JsonValueKind.String => [json.GetString()!],
        _ => [],
    };
}
