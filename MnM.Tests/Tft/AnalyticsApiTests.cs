using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using MnM.Collector.Tft;
using MnM.Collector.Tft.Analytics;
using MnM.Collector.Tft.Patches;
using MnM.Collector.Tft.Rows;
using MnM.Tests.Hosting;
using MnM.Tests.Tft.Analytics;
using MnM.Web.Tft;

namespace MnM.Tests.Tft;

/// <summary>The explorer over HTTP, in the real app over a store that says what the test has it say.</summary>
public sealed class AnalyticsApiTests
{
    private const string Units = "/api/tft/analytics/units";
    private static readonly int[] All = [1, 2, 3, 4, 5, 6, 7, 8];
    private readonly FakeAnalytics _store = new();

    [Fact]
    public async Task Rows_have_their_figures_and_none_without_enough_games()
    {
        await using var mnm = await StartAsync();
        var answer = await JsonAsync(mnm, $"{Units}?min_games=100");
        Assert.Equal(("units", 300, 2400, false), ((string)answer["subject"]!, (int)answer["matches"]!, (int)answer["boards"]!, (bool)answer["is_stale"]!));
        Assert.Equal("18.2b", (string)answer["question"]!["patches"]![0]!);
        Assert.NotNull(answer["as_of"]);

        var (jinx, formula) = (answer["rows"]![0]!, answer["rows"]![1]!);
        Assert.Equal(("TFT17_Jinx", 600, true), ((string)jinx["unit"]!, (int)jinx["games"]!, (bool)jinx["is_enough"]!));
        Assert.Equal((1.5, 0.25), ((double)jinx["average_placement"]!["value"]!, (double)jinx["share"]!["value"]!));
        Assert.Equal([300, 300, 0, 0, 0, 0, 0, 0], jinx["places"]!.AsArray().Select(count => (int)count!));
        Assert.True((double)jinx["delta"]!["high"]! < 0);
        Assert.Equal((1, false, null, null), ((int)formula["games"]!, (bool)formula["is_enough"]!, formula["average_placement"], formula["places"]));
    }

    [Fact]
    public async Task An_address_and_JSON_ask_the_same_in_either_spelling()
    {
        await using var mnm = await StartAsync();
        var asked = await JsonAsync(mnm, $"{Units}?patches=18.1,18.2b&queues=1100&queues=1160&tiers=Master,challenger&min_points=200&ladder_players_only=true&unit=TFT17_Jinx&with=TFT_Item_Blade&from=2026-09-01&min_games=7");
        foreach (var path in (string[])[Units, "/api/analytics"])
        {
            using var posted = await mnm.Client.PostAsJsonAsync(path, new JsonObject
            {
                ["patches"] = new JsonArray("18.2b", "18.1"),
                ["queues"] = new JsonArray(1160, 1100),
                ["tiers"] = new JsonArray("challenger", "master"),
                ["minPoints"] = 200,
                ["ladderPlayersOnly"] = true,
                ["unit"] = "TFT17_Jinx",
                ["with"] = "TFT_Item_Blade",
                ["from"] = "2026-09-01",
                ["to"] = null,
                ["min_games"] = "7",
            });
            Assert.Equal(HttpStatusCode.OK, posted.StatusCode);
            var answer = JsonNode.Parse(await posted.Content.ReadAsStringAsync())!;
            Assert.True(JsonNode.DeepEquals(asked["question"], answer["question"]), answer["question"]!.ToJsonString());
        }

        Assert.Single(_store.Queries);
    }

    [Fact]
    public async Task A_unit_without_items_is_asked_for_by_none_and_by_an_empty_list()
    {
        await using var mnm = await StartAsync();
        await JsonAsync(mnm, $"{Units}?exactly=none");
        using var posted = await mnm.Client.PostAsJsonAsync(Units, new JsonObject { ["exactly"] = new JsonArray() });
        Assert.Equal(HttpStatusCode.OK, posted.StatusCode);
        Assert.Empty(Assert.Single(_store.Queries).Exactly!.Value);
    }

    [Theory]
    [InlineData("?format=csv", null)]
    [InlineData("", "text/csv")]
    [InlineData("", "text/csv, application/json;q=0.5")]
    public async Task CSV_comes_by_the_parameter_and_by_the_header(string query, string? accept)
    {
        await using var mnm = await StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, Units + query);
        request.Headers.TryAddWithoutValidation("Accept", accept);
        using var response = await mnm.Client.SendAsync(request);
        Assert.Equal(("text/csv", "tft-units-18.2b.csv"), (response.Content.Headers.ContentType!.MediaType, response.Content.Headers.ContentDisposition!.FileName));
        var lines = (await response.Content.ReadAsStringAsync()).Split("\r\n");
        Assert.StartsWith("unit,items,traits,trait_tier,games,is_enough,share,share_low,share_high,average_placement,", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("TFT17_Jinx,,,,600,true,0.25,", lines[1], StringComparison.Ordinal);
        Assert.EndsWith(",300,300,0,0,0,0,0,0", lines[1], StringComparison.Ordinal);

        // A name that a spreadsheet would take for a formula, and no figures.
        Assert.StartsWith("\"'=1+1,\"\"x\"\"\",,,,1,false,,", lines[2], StringComparison.Ordinal);
        Assert.EndsWith(",false" + new string(',', lines[0].Split(',').Length - 6), lines[2], StringComparison.Ordinal);
        Assert.Equal(lines[0].Split(',').Length, lines[1].Split(',').Length);
    }

    [Fact]
    public async Task CSV_has_all_rows_and_the_name_of_the_file_says_where_it_has_not()
    {
        await using var mnm = await StartAsync();
        _store.Sums = _store.Sums with { Groups = Enumerable.Range(1, 700).ToDictionary(code => new GroupKey(code, []), _ => (Sum.Of([[1]]), _store.Sums.Sample)), LeftOut = 3 };
        using var response = await mnm.Client.GetAsync($"{Units}?format=csv");
        Assert.Equal("tft-units-18.2b-first-700-of-703.csv", response.Content.Headers.ContentDisposition!.FileName);
        Assert.Equal(701, (await response.Content.ReadAsStringAsync()).TrimEnd().Split("\r\n").Length);
        var answer = await JsonAsync(mnm, Units);
        Assert.Equal((500, "203 more rows with fewer games are left out."), (answer["rows"]!.AsArray().Count, (string)answer["notes"]![0]!));
    }

    [Fact]
    public async Task Who_asks_when_too_many_wait_is_told_when_to_come_back()
    {
        await using var mnm = await StartAsync();
        var gate = new TaskCompletionSource<TftReply>();
        var cache = mnm.App.Services.GetRequiredService<AnswerCache>();
        Task<TftReply>[] waiting = [.. Enumerable.Range(0, AnswerCache.MostAtOnce + AnswerCache.MostWaiting).Select(number => cache.FindAsync($"{number}", _ => gate.Task, CancellationToken.None))];
        using var response = await mnm.Client.GetAsync(Units);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "5"), (response.StatusCode, response.Headers.RetryAfter!.ToString()));
        Assert.Contains("Too many questions", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        gate.SetResult(new TftReply.Empty("nothing"));
        await Task.WhenAll(waiting);
        await JsonAsync(mnm, Units);
    }

    [Theory]
    [InlineData("text/html, application/json;q=0.9, text/csv;q=0.1")]
    [InlineData("*/*")]
    [InlineData("application/json")]
    public async Task Everything_else_is_JSON(string accept)
    {
        await using var mnm = await StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, Units) { Headers = { { "Accept", accept } } };
        using var response = await mnm.Client.SendAsync(request);
        Assert.Equal("application/json", response.Content.Headers.ContentType!.MediaType);
    }

    [Theory]
    [InlineData("?min_star=two", "min_star", "\"two\" is no whole number")]
    [InlineData("?min_star=-1", "min_star", "\"-1\" is no whole number")]
    [InlineData("?min_star=1&minStar=2", "min_star", "It is said twice")]
    [InlineData("?set=17&set=18", "set", "It has one value alone")]
    [InlineData("?from=1.9.2026", "from", "is no day")]
    [InlineData("?ladder_players_only=perhaps", "ladder_players_only", "neither true nor false")]
    [InlineData("?tiers=diamond&min_points=50", "tiers", "has no ladder")]
    [InlineData("?tiers=3", "tiers", "is no tier")]
    [InlineData("?min_points=500", "min_points", "Choose one of these tiers")]
    [InlineData("?queues=ranked", "queues", "is no whole number")]
    [InlineData("?patches=eighteen", "patches", "is no patch")]
    [InlineData("?unit=TFT17_Nobody", "unit", "No stored match has the unit")]
    [InlineData("?augment=x", "augment", "There is no filter augment")]
    [InlineData("?format=xml", "format", "json or csv")]
    [InlineData("?exactly=A&with=B", "exactly", "says all of them")]
    public async Task What_is_wrong_is_told_by_its_field(string query, string field, string words)
    {
        await using var mnm = await StartAsync();
        using var response = await mnm.Client.GetAsync(Units + query);
        await AssertRefusedAsync(response, field, words);
        Assert.Empty(_store.Queries);
    }

    [Fact]
    public async Task JSON_that_is_no_filter_is_told_by_its_field_too()
    {
        await using var mnm = await StartAsync();
        foreach (var (name, value) in new (string, JsonNode)[] { ("unit", new JsonObject()), ("with", new JsonArray(new JsonObject())), ("min_star", 1.5), ("nothing", 1) })
        {
            using var response = await mnm.Client.PostAsJsonAsync(Units, new JsonObject { [name] = value });
            await AssertRefusedAsync(response, name, "");
        }

        using var list = await mnm.Client.PostAsJsonAsync(Units, new JsonArray());
        await AssertRefusedAsync(list, "body", "an object");
        using var twice = await mnm.Client.PostAsync(Units, new StringContent("{\"unit\":\"A\",\"unit\":\"B\"}", System.Text.Encoding.UTF8, "application/json"));
        await AssertRefusedAsync(twice, "unit", "twice");
    }

    [Fact]
    public async Task Nothing_to_count_and_a_store_that_is_away_are_told_apart()
    {
        await using var mnm = await StartAsync();
        _store.Sums = new TftSums(Sum.None, new Dictionary<GroupKey, (GroupSums, GroupSums)>());
        var answer = await JsonAsync(mnm, $"{Units}?patches=18.1");
        Assert.Empty(answer["rows"]!.AsArray());
        Assert.Contains("No match", (string)answer["silence"]!, StringComparison.Ordinal);
        Assert.Single((await mnm.Client.GetStringAsync($"{Units}?patches=18.1&format=csv")).TrimEnd().Split("\r\n"));

        _store.Fault = "The store is away.";
        using var response = await mnm.Client.GetAsync($"{Units}?patches=18.1");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Contains("The store is away.", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Other_subjects_are_asked_for_by_their_names_and_augments_are_none()
    {
        await using var mnm = await StartAsync();
        foreach (var subject in Enum.GetValues<TftSubject>())
        {
            await JsonAsync(mnm, $"/api/tft/analytics/{subject.ToString().ToLowerInvariant()}");
        }

        Assert.Equal(Enum.GetValues<TftSubject>(), _store.Queries.Select(query => query.Subject));
        using var response = await mnm.Client.GetAsync("/api/tft/analytics/augments");
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains("units, items, builds, traits, comps", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tools_are_told_every_filter()
    {
        await using var mnm = await StartAsync();
        var parameters = (await JsonAsync(mnm, "/openapi/v1.json"))["paths"]!["/api/tft/analytics/{subject}"]!["get"]!["parameters"]!.AsArray().Select(parameter => (string)parameter!["name"]!).ToList();
        Assert.Superset(new HashSet<string> { "subject", "min_points", "ladder_players_only", "with", "exactly", "min_games", "format" }, parameters.ToHashSet());
        Assert.Equal(
            typeof(TftQuestion).GetProperties().Select(property => property.Name).Where(name => name is not nameof(TftQuestion.Subject)).Order(),
            TftQuestionReader.Describe().Select(filter => filter.Name).Order());
    }

    private static async Task AssertRefusedAsync(HttpResponseMessage response, string field, string words)
    {
        Assert.Equal((HttpStatusCode.BadRequest, "application/problem+json"), (response.StatusCode, response.Content.Headers.ContentType!.MediaType));
        var errors = JsonNode.Parse(await response.Content.ReadAsStringAsync())!["errors"]!.AsObject();
        Assert.True(errors.ContainsKey(field), errors.ToJsonString());
        Assert.Contains(words, (string)errors[field]![0]!, StringComparison.Ordinal);
    }

    private static async Task<JsonNode> JsonAsync(RunningMnm mnm, string path)
    {
        using var response = await mnm.Client.GetAsync(path);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == HttpStatusCode.OK, text);
        return JsonNode.Parse(text)!;
    }

    private async Task<RunningMnm> StartAsync()
    {
        var mnm = await RunningMnm.StartAsync(services => services.AddSingleton<ITftAnalytics>(_store));
        var names = mnm.App.Services.GetRequiredService<NameBook>();
        var jinx = await names.CodeOfAsync(NameKind.Unit, "TFT17_Jinx", CancellationToken.None);
        var formula = await names.CodeOfAsync(NameKind.Unit, "=1+1,\"x\"", CancellationToken.None);
        await names.CodeOfAsync(NameKind.Item, "TFT_Item_Blade", CancellationToken.None);
        _store.Coverage.Add(new(new Patch(18, 2, 1), 18, 1100, 1, new(2026, 9, 20), TftTier.Challenger, 300, 9000));
        var whole = Sum.Of(Enumerable.Repeat(All, 300));
        _store.Sums = new TftSums(whole, new Dictionary<GroupKey, (GroupSums, GroupSums)>
        {
            [new GroupKey(jinx, [])] = (Sum.Of(Enumerable.Repeat((new[] { 1, 2 }, All), 300)), whole),
            [new GroupKey(formula, [])] = (Sum.Of([([8], All)]), whole),
        });
        return mnm;
    }
}
