using MnM.Collector.Insights.Language;
using MnM.Simulator.Chat;

namespace MnM.Tests.Insights.Language;

/// <summary>Nothing is sent without the owner's word, and no more than the owner said.</summary>
public sealed class BudgetTests
{
    [Fact]
    public async Task Without_an_agreement_nothing_is_sent()
    {
        await using var run = await LanguageRun.StartAsync();
        await run.Desk.AgreeAsync(isAgreed: false, CancellationToken.None);

        var words = await run.WriteAsync();

        Assert.Same(Reports.Own, words);
        Assert.Empty(run.Server.Dialogue.Asked);
        Assert.Empty(run.Told);
        Assert.False((await run.Desk.FindAsync(CancellationToken.None)).IsOn);
    }

    [Fact]
    public async Task Without_an_endpoint_there_is_nothing_to_agree_to()
    {
        await using var run = await LanguageRun.StartAsync(new ChatOptions(), options => options.Endpoint = null);

        Assert.Same(Reports.Own, await run.WriteAsync());
        var state = await run.Desk.FindAsync(CancellationToken.None);
        Assert.Equal((null, null, false), (state.Endpoint, state.AgreedAt, state.IsOn));
    }

    [Fact]
    public async Task Another_model_wants_another_word()
    {
        await using var run = await LanguageRun.StartAsync();
        Assert.NotNull((await run.Desk.FindAsync(CancellationToken.None)).AgreedAt);

        run.Get<Microsoft.Extensions.Options.IOptions<LanguageOptions>>().Value.Model = "another";

        Assert.Null((await run.Desk.FindAsync(CancellationToken.None)).AgreedAt);
    }

    [Fact]
    public async Task An_agreement_that_is_taken_back_meanwhile_ends_the_conversation()
    {
        await using var run = await LanguageRun.StartAsync(new ChatOptions { LookUps = 8 });
        var words = await run.Get<LanguageWriter>().WriteAsync(
            Reports.Subject,
            Reports.Lost,
            Reports.Own,
            progress =>
            {
                if (progress.Detail.Length > 0)
                {
                    run.Get<Microsoft.Extensions.Options.IOptions<LanguageOptions>>().Value.Model = "nobody agreed to this one";
                }
            },
            CancellationToken.None);

        Assert.Contains("taken back", words.Author.Fallback, StringComparison.Ordinal);
        Assert.Single(run.Server.Dialogue.Asked);
    }

    [Fact]
    public async Task Every_question_is_accounted_for_by_the_servers_count()
    {
        await using var run = await LanguageRun.StartAsync(new ChatOptions { LookUps = 1 }, options => (options.PriceIn, options.PriceOut, options.Currency) = (2, 10, "EUR"));

        await run.WriteAsync();

        var calls = await run.CallsAsync();
        Assert.Equal([CallOutcome.LooksUp, CallOutcome.Written], calls.Select(call => call.Outcome));
        Assert.All(calls, call => Assert.Equal((Reports.Subject.Key, ChatOptions.Model, Prompt.Version, run.Clock.GetUtcNow()), (call.Subject, call.Model, call.PromptVersion, call.At)));
        Assert.Equal(run.Server.Dialogue.Asked.Select(body => body.Length / 4), calls.Select(call => call.TokensIn));
        var state = await run.Desk.FindAsync(CancellationToken.None);
        Assert.Equal(calls.Sum(call => call.TokensIn + call.TokensOut), state.TokensToday);
        Assert.Equal(calls.Sum(call => ((call.TokensIn * 2m) + (call.TokensOut * 10m)) / 1_000_000), state.CostToday);
        Assert.Equal("EUR", state.Currency);
    }

    [Fact]
    public async Task What_the_budget_does_not_hold_is_not_asked()
    {
        await using var run = await LanguageRun.StartAsync(new ChatOptions { LookUps = 0 }, options => options.DailyTokens = 9_000);

        Assert.Null((await run.WriteAsync()).Author.Fallback);
        var spent = 0;
        while ((await run.WriteAsync()).Author.Fallback is not { } reason)
        {
            Assert.InRange(++spent, 1, 10);
        }

        var state = await run.Desk.FindAsync(CancellationToken.None);
        Assert.InRange(state.TokensToday, 1, 9_000);
        Assert.Contains("budget for today, 9,000 tokens", (await run.WriteAsync()).Author.Fallback, StringComparison.Ordinal);
        Assert.Equal(run.Server.Dialogue.Asked.Count, (await run.CallsAsync()).Count);

        run.Clock.Advance(24 * 3600);
        Assert.Equal(0, (await run.Desk.FindAsync(CancellationToken.None)).TokensToday);
        Assert.Null((await run.WriteAsync()).Author.Fallback);
    }

    [Fact]
    public async Task Of_many_that_begin_at_once_no_more_begin_than_the_budget_holds()
    {
        await using var run = await LanguageRun.StartAsync(new ChatOptions(), options => options.DailyTokens = 20_000);
        var store = run.Get<LanguageStore>();

        var begun = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => store.BeginAsync("match:A:1", 3_000, 4_000, CancellationToken.None)));

        Assert.Equal(2, begun.Count(id => id is not null));
        Assert.Equal(14_000, (await store.TodayAsync(CancellationToken.None)).Tokens);
    }

    [Fact]
    public async Task What_was_written_before_an_answer_was_given_up_is_counted_too()
    {
        await using var run = await LanguageRun.StartAsync(new ChatOptions { Faults = [ChatFault.EndlessStream], LookUps = 0 });

        await run.WriteAsync();

        Assert.All(await run.CallsAsync(), call => Assert.True(call.TokensOut > 1000, $"{call.Outcome} {call.TokensOut}"));
    }

    [Fact]
    public async Task What_was_written_before_it_fell_silent_is_counted_too()
    {
        await using var run = await LanguageRun.StartAsync(new ChatOptions { Faults = [ChatFault.FallsSilent], LookUps = 0 });

        var writing = run.WriteAsync();
        await run.Server.Dialogue.PausedAsync(CancellationToken.None);
        await run.UntilHeardAsync(writing);
        run.Clock.Advance(MnM.Collector.Insights.Language.Chat.ChatClient.Silence.TotalSeconds);
        await writing;

        Assert.True(Assert.Single(await run.CallsAsync()).TokensOut > 0);
    }

    [Fact]
    public async Task What_is_shown_before_is_what_is_sent()
    {
        await using var run = await LanguageRun.StartAsync();
        await run.WriteAsync(Reports.Lost, Reports.Own);

        var shown = LanguageDesk.PreviewOf(Reports.Lost, Reports.Own, MnM.Collector.StaticData.StaticCatalog.Empty);

        using var asked = System.Text.Json.JsonDocument.Parse(run.Server.Dialogue.Asked[0]);
        Assert.All(asked.RootElement.GetProperty("messages").EnumerateArray(), message => Assert.Contains(message.GetProperty("content").GetString()!, shown, StringComparison.Ordinal));
        Assert.All(
            asked.RootElement.GetProperty("tools").EnumerateArray().Select(tool => tool.GetProperty("function")),
            tool => Assert.Contains(tool.GetProperty("description").GetString()!, shown, StringComparison.Ordinal));
    }
}
