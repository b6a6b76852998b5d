using MnM.Collector.Insights.Language;
using MnM.Collector.Insights.Language.Chat;
using MnM.Collector.Insights.Words;
using MnM.Simulator.Chat;

namespace MnM.Tests.Insights.Language;

/// <summary>A language model may be slow, and nobody waits for it longer than was said.</summary>
public sealed class LanguageTimeTests
{
    [Fact]
    public async Task A_model_that_never_answers_is_given_up()
    {
        await using var run = await LanguageRun.StartAsync(ChatFault.NeverAnswers);

        var writing = run.WriteAsync();
        await run.Server.Dialogue.PausedAsync(CancellationToken.None);
        run.Clock.Advance(ChatClient.FirstWord.TotalSeconds - 1);
        await Task.Yield();
        Assert.False(writing.IsCompleted);
        run.Clock.Advance(1);
        var words = await writing;

        Assert.Equal(Reports.Own.Sentences, words.Sentences);
        Assert.Equal("The language model did not begin to answer within 90 seconds.", words.Author.Fallback);
        Assert.Equal(CallOutcome.TimedOut, Assert.Single(await run.CallsAsync()).Outcome);
    }

    [Fact]
    public async Task A_model_that_falls_silent_is_given_up()
    {
        await using var run = await LanguageRun.StartAsync(new ChatOptions { Faults = [ChatFault.FallsSilent], LookUps = 0 });

        var writing = run.WriteAsync();
        await run.Server.Dialogue.PausedAsync(CancellationToken.None);
        await run.UntilDueAsync(ChatClient.Silence);
        run.Clock.Advance(ChatClient.Silence.TotalSeconds);

        Assert.Contains("fell silent", (await writing).Author.Fallback, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_slow_model_is_waited_for()
    {
        await using var run = await LanguageRun.StartAsync(new ChatOptions { Faults = [ChatFault.Slow], LookUps = 0 });

        var (words, _) = await WriteSlowlyAsync(run, Reports.Own);

        Assert.Null(words.Author.Fallback);
    }

    [Fact]
    public async Task A_slow_model_is_not_waited_for_without_an_end()
    {
        await using var run = await LanguageRun.StartAsync(new ChatOptions { Faults = [ChatFault.Slow], LookUps = 0 });
        var own = Reports.Own with { Sentences = [.. Enumerable.Repeat("You lost 31 % in two deaths, " + string.Concat(Enumerable.Repeat("and on it went ", 20)), 8)] };

        var (words, seconds) = await WriteSlowlyAsync(run, own);

        Assert.Equal("The language model did not come to an end within 5 minutes.", words.Author.Fallback);
        Assert.Equal(LanguageWriter.Longest.TotalSeconds, seconds, tolerance: 1);
        Assert.Equal(CallOutcome.TimedOut, Assert.Single(await run.CallsAsync()).Outcome);
    }

    [Theory]
    [InlineData(ChatFault.TooMany, 7)]
    [InlineData(ChatFault.TooManyUntold, 5)]
    public async Task A_server_that_is_busy_is_asked_again_when_it_wishes(ChatFault fault, int seconds)
    {
        await using var run = await LanguageRun.StartAsync(new ChatOptions { Faults = [fault, null], LookUps = 0 });

        var writing = run.WriteAsync();
        await run.UntilDueAsync(TimeSpan.FromSeconds(seconds));
        Assert.Single(run.Server.Dialogue.Asked);
        run.Clock.Advance(seconds);

        Assert.Null((await writing).Author.Fallback);
        Assert.Equal([CallOutcome.Refused, CallOutcome.Written], (await run.CallsAsync()).Select(call => call.Outcome));
    }

    [Fact]
    public async Task A_server_that_stays_busy_is_left_alone()
    {
        await using var run = await LanguageRun.StartAsync(ChatFault.TooManyUntold);

        var writing = run.WriteAsync();
        await run.UntilDueAsync(LanguageConversation.UsualWait);
        run.Clock.Advance(LanguageConversation.UsualWait.TotalSeconds);

        Assert.Contains("429", (await writing).Author.Fallback, StringComparison.Ordinal);
        Assert.Equal(2, run.Server.Dialogue.Asked.Count);
    }

    [Fact]
    public async Task Whoever_stops_is_not_kept()
    {
        await using var run = await LanguageRun.StartAsync(ChatFault.NeverAnswers);
        using var stop = new CancellationTokenSource();

        var writing = run.WriteAsync(Reports.Lost, Reports.Own, stop.Token);
        await run.Server.Dialogue.PausedAsync(CancellationToken.None);
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => writing);
    }

    /// <summary>Turns the clock a second on whenever the model pauses; answers how many seconds that took.</summary>
    private static async Task<(InsightWords Words, double Seconds)> WriteSlowlyAsync(LanguageRun run, InsightWords own)
    {
        var (writing, seconds) = (run.WriteAsync(Reports.Lost, own), 0);
        while (!writing.IsCompleted)
        {
            using var over = new CancellationTokenSource();
            var paused = run.Server.Dialogue.PausedAsync(over.Token);
            if (await Task.WhenAny(paused, writing) == paused)
            {
                await run.UntilHeardAsync(writing);
                run.Clock.Advance(1);
                seconds++;
            }

            await over.CancelAsync();
        }

        return (await writing, seconds);
    }
}
