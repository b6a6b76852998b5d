using System.Collections;
using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using MnM.Collector;
using MnM.Collector.Live;
using MnM.Tests.Hosting;
using MnM.Tests.Live.Pages;
using MnM.Web.Hosting;
using MnM.Web.Settings;

namespace MnM.Tests.Settings;

public sealed class SettingsFormTests : BunitContext
{
    private const string Secret = "RGAPI-0123-4567";
    private readonly Feed<LiveState> _live = new(LiveState.Starting);
    private SettingsRun _run = new();

    [Fact]
    public void Every_setting_of_the_example_stands_on_the_page_with_what_it_means()
    {
        var names = File.ReadAllLines(Path.Combine(Repository.Root, ".env.example"))
            .Where(line => line.StartsWith("# ", StringComparison.Ordinal) && line.Contains('=', StringComparison.Ordinal)).Select(line => line[2..line.IndexOf('=', StringComparison.Ordinal)])
            .Where(name => name.All(letter => letter is '_' || char.IsAsciiLetterUpper(letter))).ToList();

        var page = Form();

        var rows = page.FindAll("[data-setting]");
        Assert.Equal(names.Order(), rows.Select(row => row.GetAttribute("data-setting")).Order());
        Assert.All(rows, row => Assert.EndsWith(".", row.QuerySelector("p")!.TextContent, StringComparison.Ordinal));
        Assert.Equal(rows.Count, page.FindAll("label[for]").Count);
        Assert.All(page.FindAll("label[for]"), label => Assert.NotNull(page.Find($"#{label.GetAttribute("for")}")));
    }

    [Fact]
    public void The_seconds_between_polls_are_shown_with_unit_and_default()
    {
        var row = Row(Form(), "POLLING_INTERVAL_SECONDS");

        Assert.Equal("1", row.QuerySelector("input")!.GetAttribute("placeholder"));
        Assert.Contains("seconds", row.QuerySelector(".row")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Seconds between two polls of a running game, 0.25 to 60.", row.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_saved_stands_in_the_file_and_MnM_begins_anew()
    {
        Begin("# mine\nRIOT_PLATFORM=na1\n");
        var page = Form();

        await EnterAsync(page, "RIOT_PLATFORM", "kr");
        Assert.Contains("away for a moment", page.Find(".save").TextContent, StringComparison.Ordinal);
        await page.Find("form").SubmitAsync();

        Assert.Equal("# mine\nRIOT_PLATFORM=kr\n", _run.Env);
        Assert.Equal(1, _run.Restarts);
        Assert.NotNull(page.Find("[data-restarting]"));
    }

    [Fact]
    public async Task A_wrong_value_is_told_beside_its_field_and_nothing_is_written()
    {
        Begin("RIOT_PLATFORM=na1\n");
        var page = Form();

        await SaveAsync(page, "API_PORT", "80a");

        Assert.Equal("\"80a\" is not a whole number", Row(page, "API_PORT").QuerySelector(".err")!.TextContent);
        Assert.Equal("RIOT_PLATFORM=na1\n", _run.Env);
        Assert.Equal(0, _run.Restarts);
        Assert.Single(page.FindAll(".err"));
    }

    [Fact]
    public async Task An_empty_field_takes_the_setting_out()
    {
        Begin("LIVE_GRACE_SECONDS=12\nRIOT_PLATFORM=na1\n");
        var page = Form();

        await SaveAsync(page, "LIVE_GRACE_SECONDS", " ");

        Assert.Equal("RIOT_PLATFORM=na1\n", _run.Env);
    }

    [Fact]
    public async Task A_secret_is_never_sent_and_can_be_replaced_and_removed()
    {
        Begin($"RIOT_API_KEY={Secret}\nTFT_CLICKHOUSE_URL=http://me:{Secret}@localhost:8123/mnm\n");
        var page = Form();
        Assert.DoesNotContain(Secret, page.Markup, StringComparison.Ordinal);
        Assert.Contains("is set", Row(page, "RIOT_API_KEY").TextContent, StringComparison.Ordinal);

        await Row(page, "RIOT_API_KEY").QuerySelector("button")!.ClickAsync();
        await EnterAsync(page, "RIOT_API_KEY", "RGAPI-new-key");
        await page.Find("[aria-label='Remove TFT_CLICKHOUSE_URL']").ClickAsync();
        Assert.DoesNotContain("RGAPI-new-key", page.Markup, StringComparison.Ordinal);
        await page.Find("form").SubmitAsync();

        Assert.Equal("RIOT_API_KEY=RGAPI-new-key\n", _run.Env);
        Assert.DoesNotContain("RGAPI-new-key", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_secret_is_not_repeated()
    {
        var page = Form();

        await Row(page, "TFT_CLICKHOUSE_URL").QuerySelector("button")!.ClickAsync();
        await EnterAsync(page, "TFT_CLICKHOUSE_URL", "my password");

        Assert.NotEmpty(Row(page, "TFT_CLICKHOUSE_URL").QuerySelectorAll(".err"));
        Assert.DoesNotContain("my password", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void What_beats_the_file_is_shown_and_locked()
    {
        Begin("LOG_LEVEL=Debug\nAPI_PORT=1\n", new Hashtable { ["LOG_LEVEL"] = "Error", ["RIOT_API_KEY"] = Secret }, ["--API_PORT", "5099"]);
        var page = Form();

        Assert.Contains("set by the environment", Row(page, "LOG_LEVEL").TextContent, StringComparison.Ordinal);
        Assert.True(Row(page, "LOG_LEVEL").QuerySelector("select")!.HasAttribute("disabled"));
        Assert.Equal("Error", Row(page, "LOG_LEVEL").QuerySelector("option[selected]")!.TextContent);
        Assert.Contains("set on the command line", Row(page, "API_PORT").TextContent, StringComparison.Ordinal);
        Assert.Equal("5099", Row(page, "API_PORT").QuerySelector("input")!.GetAttribute("value"));
        Assert.Empty(Row(page, "RIOT_API_KEY").QuerySelectorAll("button, input"));
        Assert.DoesNotContain(Secret, page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_level_of_the_log_changes_at_once()
    {
        var page = Form();

        await SaveAsync(page, "LOG_LEVEL", "Debug");

        Assert.Equal("Debug", _run.InUse.Current.Hosting.LogLevel);
        Assert.Equal(0, _run.Restarts);
        Assert.Contains("in use", page.Find(".save").TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Save for later", 0, true)]
    [InlineData("Save and begin anew", 1, true)]
    [InlineData("Go on editing", 0, false)]
    public async Task While_a_game_runs_it_is_asked_for(string answer, int restarts, bool isSaved)
    {
        _live.Publish(LiveViews.InGame(LiveViews.Rift()));
        var page = Form();
        await SaveAsync(page, "RIOT_PLATFORM", "kr");
        Assert.False(File.Exists(_run.Folder.File(".env")));

        await page.FindAll("[role=alertdialog] button").Single(button => button.TextContent == answer).ClickAsync();

        Assert.Equal(restarts, _run.Restarts);
        Assert.Equal(isSaved, File.Exists(_run.Folder.File(".env")));
    }

    [Fact]
    public async Task A_full_disk_is_told_and_the_file_is_as_it_was()
    {
        Begin("RIOT_PLATFORM=na1\n");
        _run.IsDiskFull = true;
        var page = Form();

        await SaveAsync(page, "RIOT_PLATFORM", "kr");

        Assert.Contains(".env: is as it was; it could not be changed: No space left on device", page.Find(".note.danger").TextContent, StringComparison.Ordinal);
        Assert.Equal("RIOT_PLATFORM=na1\n", _run.Env);
        Assert.Equal(0, _run.Restarts);
    }

    [Fact]
    public void What_is_wrong_in_a_file_that_somebody_changed_is_told()
    {
        _run.Folder.Write(".env", "nonsense\nAPI_PORT=x\n");

        var page = Form();

        Assert.Contains(".env line 1: is not of the form NAME=value", page.Find(".note.danger").TextContent, StringComparison.Ordinal);
        Assert.NotNull(Row(page, "API_PORT").QuerySelector(".err"));
    }

    [Fact]
    public void Why_what_was_set_is_not_in_use_is_told()
    {
        _run.Folder.Write(".env", "RIOT_PLATFORM=kr\n");
        _run.InUse.Follow();
        Assert.True(_run.InUse.GoBack("MnM cannot start: the moon is full"));

        Assert.Contains("the moon is full", Form().Find(".note.danger").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_file_nothing_can_be_changed()
    {
        Services.AddSingleton(new SettingsDesk(
            new SettingsInUse(_run.InUse.Current, null, _run.InUse.LogRules), _run.Restart, Microsoft.Extensions.Logging.Abstractions.NullLogger<SettingsDesk>.Instance));
        Services.AddSingleton(_live);
        Renderer.SetRendererInfo(new RendererInfo("Server", isInteractive: true));

        var page = Render<SettingsForm>();

        Assert.Contains("reads no .env", page.Markup, StringComparison.Ordinal);
        Assert.All(page.FindAll("input, select, button"), one => Assert.True(one.HasAttribute("disabled")));
    }

    protected override void Dispose(bool disposing)
    {
        _run.Dispose();
        base.Dispose(disposing);
    }

    private void Begin(string env, Hashtable? environment = null, string[]? args = null)
    {
        _run.Dispose();
        _run = new SettingsRun(env, environment, args);
    }

    private IRenderedComponent<SettingsForm> Form()
    {
        Services.AddSingleton(_run.Desk);
        Services.AddSingleton(_live);
        Renderer.SetRendererInfo(new RendererInfo("Server", isInteractive: true));
        return Render<SettingsForm>();
    }

    private static Task EnterAsync(IRenderedComponent<SettingsForm> page, string name, string value) =>
        Row(page, name).QuerySelector("input, select")!.ChangeAsync(new ChangeEventArgs { Value = value });

    private static async Task SaveAsync(IRenderedComponent<SettingsForm> page, string name, string value)
    {
        await EnterAsync(page, name, value);
        await page.Find("form").SubmitAsync();
    }

    private static IElement Row(IRenderedComponent<SettingsForm> page, string name) => page.Find($"[data-setting={name}]");
}
