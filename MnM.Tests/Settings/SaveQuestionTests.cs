using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using MnM.Collector;
using MnM.Collector.Live;
using MnM.Tests.Live;
using MnM.Tests.Live.Pages;
using MnM.Tests.Live.Recording;
using MnM.Web.Settings;

namespace MnM.Tests.Settings;

/// <summary>What is asked before settings are saved that take something away.</summary>
public sealed class SaveQuestionTests : BunitContext, IAsyncLifetime
{
    private readonly Feed<LiveState> _live = new(LiveState.Starting);
    private SettingsRun _run = new();
    private LiveRun _recorded = null!;

    public async Task InitializeAsync()
    {
        _recorded = await LiveRun.StartAsync();
        await _recorded.PollAsync(Polls.Response(60), after: 6);
        await GameFiles.EndAsync(_recorded, 1);
        _recorded.Clock.SetWall(TimeSpan.FromDays(40));
        JSInterop.Mode = JSRuntimeMode.Loose;
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        await DisposeComponentsAsync();
        _run.Dispose();
        await _recorded.DisposeAsync();
    }

    [Theory]
    [InlineData("", "7", "1 recording is deleted")]
    [InlineData("RECORDING_DAYS=70\n", "7", "1 recording is deleted")]
    [InlineData("RECORDING_DAYS=70\n", "50", "No recording is that old now")]
    public async Task Before_recordings_are_deleted_it_is_asked_and_told_how_many(string env, string days, string told)
    {
        var page = await TypeAsync(env, days);
        await page.Find("form").SubmitAsync();

        page.WaitForAssertion(() => Assert.Contains(told, page.Find("[role=alertdialog]").TextContent, StringComparison.Ordinal));
        Assert.Equal(0, _run.Restarts);
        await Press(page, "Go on editing");
        Assert.Empty(page.FindAll("[role=alertdialog]"));
        Assert.Equal(env, Env);

        await page.Find("form").SubmitAsync();
        await Press(page, "Save");

        Assert.Equal($"RECORDING_DAYS={days}", Env.TrimEnd());
        Assert.Equal(1, _run.Restarts);
    }

    [Theory]
    [InlineData("RECORDING_DAYS=7\n", "70")]
    [InlineData("RECORDING_DAYS=7\n", "")]
    public async Task Where_more_is_kept_nothing_is_asked(string env, string days)
    {
        var page = await TypeAsync(env, days);

        await page.Find("form").SubmitAsync();

        Assert.Equal(1, _run.Restarts);
    }

    [Fact]
    public async Task A_running_game_and_recordings_that_go_are_told_in_one_question()
    {
        _live.Publish(LiveViews.InGame(LiveViews.Rift()));
        var page = await TypeAsync("", "7");

        await page.Find("form").SubmitAsync();

        page.WaitForAssertion(() => Assert.Contains("1 recording is deleted", page.Find("[role=alertdialog]").TextContent, StringComparison.Ordinal));
        Assert.Contains("A game runs", page.Find("[role=alertdialog]").TextContent, StringComparison.Ordinal);
        await Press(page, "Save for later");
        Assert.Equal(0, _run.Restarts);
        Assert.Equal("RECORDING_DAYS=7", Env.TrimEnd());
    }

    [Fact]
    public async Task The_question_takes_the_keyboard_and_Escape_answers_no()
    {
        var page = await TypeAsync("", "7");
        await page.Find("form").SubmitAsync();
        Assert.Single(JSInterop.Invocations, call => call.Identifier == "Blazor._internal.domWrapper.focus");

        await page.Find("[role=alertdialog]").KeyDownAsync(new KeyboardEventArgs { Key = "Tab" });
        Assert.NotEmpty(page.FindAll("[role=alertdialog]"));
        await page.Find("[role=alertdialog]").KeyDownAsync(new KeyboardEventArgs { Key = "Escape" });

        Assert.Empty(page.FindAll("[role=alertdialog]"));
        Assert.Equal("", Env);
    }

    [Fact]
    public async Task A_wrong_field_says_so_to_who_does_not_see_it()
    {
        var page = await TypeAsync("", "x");

        Assert.Equal("true", page.Find("#RECORDING_DAYS").GetAttribute("aria-invalid"));
        Assert.Null(page.Find("#API_PORT").GetAttribute("aria-invalid"));
    }

    private string Env => File.Exists(_run.Folder.File(".env")) ? _run.Env : "";

    private async Task<IRenderedComponent<SettingsForm>> TypeAsync(string env, string days)
    {
        _run.Dispose();
        _run = new SettingsRun(env);
        Services.AddSingleton(_run.Desk).AddSingleton(_live).AddSingleton(_recorded.Recordings).AddSingleton<TimeProvider>(_recorded.Clock);
        Renderer.SetRendererInfo(new RendererInfo("Server", isInteractive: true));
        var page = Render<SettingsForm>();
        await page.Find("#RECORDING_DAYS").ChangeAsync(new ChangeEventArgs { Value = days });
        return page;
    }

    private static Task Press(IRenderedComponent<SettingsForm> page, string answer) => page.FindAll("[role=alertdialog] button").Single(button => button.TextContent == answer).ClickAsync();
}
