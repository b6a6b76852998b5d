using MnM.Collector.Tft.Analytics;

namespace MnM.Tests.Tft.Analytics;

public sealed class AnswerCacheTests : IDisposable
{
    private readonly StoredRows _rows = new();
    private int _counts;

    private AnswerCache Cache => _rows.Answers;

    [Fact]
    public async Task An_answer_of_the_last_half_hour_is_given_as_it_is()
    {
        var first = await AskAsync("a");
        _rows.Clock.Advance(AnswerCache.Fresh.TotalSeconds - 1);
        Assert.Equal(first, await AskAsync("a"));
        Assert.Equal((1, false), (_counts, first.IsStale));
        await AskAsync("b");
        Assert.Equal(2, _counts);
    }

    [Fact]
    public async Task An_older_one_is_given_as_stale_and_renewed_behind_once()
    {
        var first = await AskAsync("a");
        _rows.Clock.Advance(AnswerCache.Fresh.TotalSeconds);
        var gate = new TaskCompletionSource();
        for (var i = 0; i < 5; i++)
        {
            var stale = await AskAsync("a", gate.Task);
            Assert.Equal((true, first.AsOf), (stale.IsStale, stale.AsOf));
        }

        gate.SetResult();
        await Cache.SettleAsync();
        Assert.Equal(2, _counts);
        var renewed = await AskAsync("a");
        Assert.Equal((false, _rows.Clock.GetUtcNow(), 2), (renewed.IsStale, renewed.AsOf, _counts));
    }

    [Fact]
    public async Task A_renewal_that_fails_leaves_the_old_answer_and_the_next_one_tries_again()
    {
        foreach (var fault in (Func<TftReply>[])[() => new TftReply.Failed("away"), () => throw new InvalidOperationException("broken")])
        {
            await AskAsync("a");
            await Cache.SettleAsync();
            var old = await AskAsync("a");
            _rows.Clock.Advance(AnswerCache.Fresh.TotalSeconds);

            await AskAsync("a", reply: fault);
            await Cache.SettleAsync();
            var kept = await AskAsync("a");
            Assert.Equal((true, old.AsOf), (kept.IsStale, kept.AsOf));

            await Cache.SettleAsync();
            Assert.False((await AskAsync("a")).IsStale);
            _rows.Clock.Advance(AnswerCache.Fresh.TotalSeconds);
        }
    }

    [Fact]
    public async Task What_has_no_answer_any_more_is_not_told_as_stale_for_ever()
    {
        await AskAsync("a");
        _rows.Clock.Advance(AnswerCache.Fresh.TotalSeconds);
        await AskAsync("a", reply: () => new TftReply.Empty("archived"));
        await Cache.SettleAsync();
        Assert.IsType<TftReply.Empty>(await Cache.FindAsync("a", _ => Task.FromResult<TftReply>(new TftReply.Empty("archived")), CancellationToken.None));
    }

    [Fact]
    public async Task What_several_ask_at_once_is_counted_once_and_who_goes_away_takes_it_from_nobody()
    {
        var gate = new TaskCompletionSource();
        using var gone = new CancellationTokenSource();
        var leaving = Cache.FindAsync("a", _ => CountAsync(gate.Task), gone.Token);
        var staying = Cache.FindAsync("a", _ => CountAsync(gate.Task), CancellationToken.None);
        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => leaving);
        gate.SetResult();
        Assert.IsType<TftReply.Answered>(await staying);
        Assert.Equal(1, _counts);
    }

    [Fact]
    public async Task What_is_no_answer_is_asked_anew()
    {
        await Cache.FindAsync("a", _ => Task.FromResult<TftReply>(new TftReply.Empty("nothing")), CancellationToken.None);
        await Assert.ThrowsAsync<InvalidOperationException>(() => Cache.FindAsync("a", _ => throw new InvalidOperationException("broken"), CancellationToken.None));
        await AskAsync("a");
        Assert.Equal(1, _counts);
    }

    [Fact]
    public async Task Clearing_drops_all_and_what_is_being_counted_too()
    {
        await AskAsync("a");
        var gate = new TaskCompletionSource();
        var old = Cache.FindAsync("b", _ => CountAsync(gate.Task), CancellationToken.None);
        Cache.Clear();
        gate.SetResult();
        await old;
        await AskAsync("a");
        await AskAsync("b");
        Assert.Equal(4, _counts);
    }

    [Fact]
    public async Task It_has_a_bound_and_keeps_what_was_used_last()
    {
        const int Each = AnswerCache.MostRows / 4;
        foreach (var key in (string[])["a", "b", "c", "a", "d"])
        {
            await AskAsync(key, rows: Each);
        }

        Assert.Equal(4, _counts);
        await AskAsync("a", rows: Each);
        Assert.Equal(4, _counts);
        await AskAsync("b", rows: Each);
        Assert.Equal(5, _counts);

        // One that would drive most of the others out is not kept.
        await AskAsync("huge", rows: AnswerCache.MostRows);
        await AskAsync("b", rows: Each);
        Assert.Equal(6, _counts);
        await AskAsync("huge");
        Assert.Equal(7, _counts);
    }

    [Fact]
    public async Task What_nobody_waits_for_any_more_is_not_counted_to_its_end()
    {
        var began = new TaskCompletionSource();
        using var gone = new CancellationTokenSource();
        Task<TftReply>[] asking =
        [
            .. Enumerable.Range(0, 2).Select(_ => Cache.FindAsync(
                "a",
                async stop =>
                {
                    began.SetResult();
                    await new TaskCompletionSource().Task.WaitAsync(stop);
                    return new TftReply.Empty("never");
                },
                gone.Token)),
        ];
        await began.Task;
        await gone.CancelAsync();
        foreach (var one in asking)
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => one);
        }

        await Cache.SettleAsync().WaitAsync(TimeSpan.FromSeconds(20));
        Assert.False((await AskAsync("a")).IsStale);
    }

    [Fact]
    public async Task Of_more_questions_than_can_wait_one_is_told_to_come_back_and_kept_answers_are_given()
    {
        await AskAsync("old");
        _rows.Clock.Advance(AnswerCache.Fresh.TotalSeconds);
        var gate = new TaskCompletionSource();
        Task<TftAnswer>[] waiting = [.. Enumerable.Range(0, AnswerCache.MostAtOnce + AnswerCache.MostWaiting).Select(number => AskAsync($"{number}", gate.Task))];
        var refused = Assert.IsType<TftReply.Failed>(await Cache.FindAsync("more", _ => CountAsync(Task.CompletedTask), CancellationToken.None));
        Assert.Equal(("Too many questions are being counted. Ask again in some seconds.", true), (refused.Why, refused.RetryAfter > TimeSpan.Zero));
        Assert.True((await AskAsync("old")).IsStale);
        var same = AskAsync("0");

        gate.SetResult();
        await Task.WhenAll([.. waiting, same]);
        await Cache.SettleAsync();
        Assert.False((await AskAsync("more")).IsStale);
        Assert.Equal(waiting.Length + 2, _counts);
    }

    [Fact]
    public async Task Its_end_ends_what_is_being_counted()
    {
        var began = new TaskCompletionSource();
        var counting = Cache.FindAsync(
            "a",
            async stop =>
            {
                began.SetResult();
                await new TaskCompletionSource().Task.WaitAsync(stop);
                return new TftReply.Empty("never");
            },
            CancellationToken.None);
        await began.Task;
        await Cache.DisposeAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => counting);
    }

    public void Dispose() => _rows.Dispose();

    private async Task<TftAnswer> AskAsync(string key, Task? gate = null, Func<TftReply>? reply = null, int rows = 1) =>
        Assert.IsType<TftReply.Answered>(await Cache.FindAsync(key, _ => CountAsync(gate ?? Task.CompletedTask, reply, rows), CancellationToken.None)).Answer;

    private async Task<TftReply> CountAsync(Task gate, Func<TftReply>? reply = null, int rows = 1)
    {
        Interlocked.Increment(ref _counts);
        await gate;
        return reply?.Invoke() ?? new TftReply.Answered(new TftAnswer(
            new TftQuestion(), [.. Enumerable.Repeat<TftRow>(null!, rows)], 1, 8, new Estimate(4.5, 4.5, 4.5), _rows.Clock.GetUtcNow(), IsStale: false, TimeSpan.Zero, []));
    }
}
