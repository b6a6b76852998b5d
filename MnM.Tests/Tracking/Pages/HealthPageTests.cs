using System.Net;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using MnM.Collector.Tracking.Webhooks;
using MnM.Web.Tracking.Health;

namespace MnM.Tests.Tracking.Pages;

public sealed class HealthPageTests : TrackingPagesContext
{
    [Fact]
    public void Before_anything_happened_each_panel_says_so()
    {
        var page = Render<HealthPage>();
        page.WaitForElement("[aria-label=Criteria] li");
        Assert.Equal(6, page.FindAll("[aria-label=Criteria] li.none").Count);
        Assert.Contains("No game was found in the last 24 hours.", page.Find("[aria-label='Games an hour']").TextContent, StringComparison.Ordinal);
        Assert.Contains("No result has come yet.", page.Find("[aria-label='From the end to the result']").TextContent, StringComparison.Ordinal);
        Assert.Contains("No result was given up.", page.Find("[aria-label='Late and missing']").TextContent, StringComparison.Ordinal);
        Assert.Contains("No round is over yet.", page.Find("[aria-label=Rounds]").TextContent, StringComparison.Ordinal);
        Assert.Contains("There are none.", page.Find("[aria-label=Webhooks]").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll(".sk"));
    }

    [Fact]
    public async Task A_good_evening_fills_gauges_hours_and_times()
    {
        await Run.AddAsync("Anna");
        World.Games.Add(Play(7001, 20, "Anna"));
        await Run.PassAsync(TimeSpan.FromMinutes(26));
        var page = Render<HealthPage>();

        page.WaitForElement("[aria-label=Criteria] li");
        Assert.Empty(page.FindAll("[aria-label=Criteria] li.bad"));
        Assert.Equal("1 games found and 1 completed in the last 24 hours", page.Find(".plot").GetAttribute("aria-label"));
        Assert.Equal(1, page.FindAll("[aria-label='How long results took'] b").Sum(count => int.Parse(count.TextContent, System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Equal(["completion", "detection", "sweep"], page.FindAll("[aria-label=Rounds] tbody td:first-child").Select(cell => cell.TextContent));
        Assert.Equal("All is well", HealthWords.Chip(Monitor.Scenes.Current).Text);
    }

    [Fact]
    public async Task What_is_stuck_and_what_was_given_up_is_named()
    {
        await Run.AddAsync("Anna");
        World.Games.Add(Play(7001, 20, "Anna") with { Delay = null });
        await Run.PassAsync(TimeSpan.FromMinutes(25));
        Clock.Advance(TimeSpan.FromHours(3).TotalSeconds);
        await Run.CompleteAsync();
        var page = Render<HealthPage>();
        page.WaitForAssertion(() => Assert.Equal(["1", "1", "0", "0"], page.FindAll(".figures dd").Select(figure => figure.TextContent)));
        Assert.Contains(page.FindAll(".note.danger"), note => note.TextContent.Contains("for more than three hours", StringComparison.Ordinal));

        Clock.Advance(TimeSpan.FromHours(22).TotalSeconds);
        await Run.CompleteAsync();
        await Monitor.ReadAsync(CancellationToken.None);
        page.WaitForAssertion(() => Assert.Contains("EUW1_7001", page.Find("[aria-label='Results that were given up'] li").TextContent, StringComparison.Ordinal));
        Assert.Contains("Anna", page.Find("[aria-label='Results that were given up'] b").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_webhook_is_added_and_its_secret_is_shown_this_once()
    {
        var page = Render<HealthPage>();
        await AddAsync(page, "https://receiver.example/hooks/a-password");

        var row = page.WaitForElement("li.hook");
        Assert.Contains("https://receiver.example/hooks/…", row.TextContent, StringComparison.Ordinal);
        Assert.Equal(48, page.Find(".said code").TextContent.Length);
        Assert.DoesNotContain("a-password", page.Markup, StringComparison.Ordinal);
        Assert.Contains("0 events wait", row.TextContent, StringComparison.Ordinal);
        Assert.Equal("Nothing sent yet", row.QuerySelector(".chip")!.TextContent);
    }

    [Fact]
    public async Task What_is_no_address_is_refused_beside_the_field()
    {
        var page = Render<HealthPage>();
        await AddAsync(page, "receiver.example");
        Assert.Contains("begins with https:// or http://", page.Find(".said.c-warn").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("li.hook"));
    }

    [Fact]
    public async Task A_webhook_is_tried_paused_resumed_and_removed_after_a_question()
    {
        var page = Render<HealthPage>();
        await AddAsync(page, "https://receiver.example/hook");
        page.WaitForElement("li.hook");
        await Button(page, "Test").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Equal("The receiver took the test.", page.Find(".hook .said").TextContent));
        Run.Receiver.Answer = _ => new HttpResponseMessage(HttpStatusCode.InternalServerError);
        await Button(page, "Test").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Equal("The receiver answered 500.", page.Find(".hook .said.c-warn").TextContent));

        await Button(page, "Pause").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Equal("Paused", page.Find(".hook .chip").TextContent));
        await Button(page, "Go on").ClickAsync(new());
        page.WaitForAssertion(() => Assert.NotNull(Button(page, "Pause")));

        await page.Find("[aria-label='Remove the webhook']").ClickAsync(new());
        await Button(page, "Keep it").ClickAsync(new());
        Assert.Single(page.FindAll("li.hook"));
        await page.Find("[aria-label='Remove the webhook']").ClickAsync(new());
        await Button(page, "Remove it").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Empty(page.FindAll("li.hook")));
    }

    [Fact]
    public async Task A_receiver_that_does_not_take_events_is_told_with_its_error_and_what_waits()
    {
        await Run.AddAsync("Anna");
        await Run.Get<WebhookStore>().AddAsync("https://receiver.example/hook", null, null, CancellationToken.None);
        Run.Receiver.Answer = _ => new HttpResponseMessage(HttpStatusCode.InternalServerError);
        World.Games.Add(Play(7001, 20, "Anna"));
        await Run.DetectAsync();
        await DeliverAsync();
        var page = Render<HealthPage>();
        var row = page.WaitForElement("li.hook");
        Assert.Contains("1 event waits", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("The receiver answered 500.", row.QuerySelector(".c-warn")!.TextContent, StringComparison.Ordinal);
        Assert.StartsWith("Tries again", row.QuerySelector(".chip.warn")!.TextContent, StringComparison.Ordinal);

        Run.Receiver.Answer = _ => new HttpResponseMessage(HttpStatusCode.Gone);
        Clock.Advance(60);
        await DeliverAsync();
        await Monitor.ReadAsync(CancellationToken.None);
        page.WaitForAssertion(() => Assert.Equal("Paused by MnM", page.Find(".hook .chip.danger").TextContent));
    }

    [Fact]
    public void A_process_that_must_not_emit_says_so_above_its_webhooks()
    {
        Settings.EmitEvents = false;
        Assert.Contains("EMIT_EVENTS is false", Render<HealthPage>().Find("[aria-label=Webhooks] .note").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_the_database_does_not_answer_the_last_state_stays()
    {
        var page = Render<HealthPage>();
        page.WaitForElement("[aria-label=Criteria] li");
        BreakDatabase();
        await Monitor.ReadAsync(CancellationToken.None);
        page.WaitForAssertion(() => Assert.Contains("Shown is the last state", page.Find(".note.danger").TextContent, StringComparison.Ordinal));
        Assert.NotEmpty(page.FindAll("[aria-label=Criteria] li"));
        Assert.Equal("Old state", HealthWords.Chip(Monitor.Scenes.Current).Text);
    }

    private HealthMonitor Monitor => Services.GetRequiredService<HealthMonitor>();

    private static AngleSharp.Dom.IElement Button(IRenderedComponent<HealthPage> page, string text) => page.FindAll(".hook button").First(button => button.TextContent == text);

    private static async Task AddAsync(IRenderedComponent<HealthPage> page, string url)
    {
        page.WaitForElement("[aria-label=Criteria] li");
        await page.Find("#hook-url").ChangeAsync(new() { Value = url });
        await page.Find("[aria-label=Webhooks] form").SubmitAsync();
    }

    private async Task DeliverAsync()
    {
        await Run.Get<WebhookDelivery>().TickAsync(CancellationToken.None);
        await Run.Get<WebhookDelivery>().SettledAsync();
    }
}
