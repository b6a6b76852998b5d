using MnM.Collector.Players;
using MnM.Simulator;
using MnM.Web.Search;

namespace MnM.Tests.Search;

/// <summary>When somebody who types is answered, and with what.</summary>
public sealed class TypedSearchTests
{
    private readonly SimulatorClock _clock = new();
    private readonly List<string> _asked = [];
    private readonly Dictionary<string, TaskCompletionSource<FoundThings>> _answers = [];

    [Fact]
    public async Task It_is_asked_once_after_a_pause_and_for_the_last_text_alone()
    {
        using var search = Search();
        var (first, second) = (search.TypeAsync("a"), search.TypeAsync("an "));
        _clock.Advance(0.1);
        var third = search.TypeAsync("ann");
        _clock.Advance(0.1);
        Assert.Empty(_asked);
        Assert.True(search.IsAsking);
        _clock.Advance(0.1);
        Answer("ann");
        await Task.WhenAll(first, second, third);
        Assert.Equal(["ann"], _asked);
        Assert.Equal(("ann", false), (search.Found!.Text, search.IsAsking));
    }

    [Fact]
    public async Task An_answer_that_comes_after_another_text_is_not_shown()
    {
        using var search = Search();
        var first = search.TypeAsync("old");
        _clock.Advance(1);
        var second = search.TypeAsync("new");
        _clock.Advance(1);
        Answer("new");
        await second;
        Answer("old");
        await first;
        Assert.Equal(["old", "new"], _asked);
        Assert.Equal("new", search.Found!.Text);
    }

    [Fact]
    public async Task What_was_found_stays_until_the_next_answer_and_goes_with_the_text()
    {
        using var search = Search();
        var typed = search.TypeAsync("one");
        _clock.Advance(1);
        Answer("one");
        await typed;
        var next = search.TypeAsync("two");
        Assert.Equal(("one", true), (search.Found!.Text, search.IsAsking));
        await search.TypeAsync("  ");
        await next;
        Assert.Equal((null, false, ""), (search.Found, search.IsAsking, search.Text));
    }

    [Fact]
    public async Task A_database_that_does_not_answer_is_told_until_the_next_text()
    {
        using var search = Search();
        var typed = search.TypeAsync("one");
        _clock.Advance(1);
        _answers["one"].SetException(new Microsoft.Data.Sqlite.SqliteException("disk I/O error", 10));
        await typed;
        Assert.NotNull(search.Fault);
        Assert.False(search.IsAsking);
        var next = search.TypeAsync("two");
        Assert.Null(search.Fault);
        _clock.Advance(1);
        Answer("two");
        await next;
        Assert.Equal("two", search.Found!.Text);
    }

    [Fact]
    public async Task Nobody_is_answered_after_the_end()
    {
        var search = Search();
        var typed = search.TypeAsync("one");
        search.Dispose();
        _clock.Advance(1);
        await typed;
        Assert.Empty(_asked);
    }

    private TypedSearch Search() => new(
        (text, _) =>
        {
            _asked.Add(text);
            return (_answers[text] = new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
        },
        _clock);

    private void Answer(string text) => _answers[text].SetResult(new FoundThings(text, [], [], [], PlayerPath.Parse($"{text}#EUW")));
}
