using MnM.Collector.Live;
using MnM.Web.Games;

namespace MnM.Tests.Games;

public sealed class GameFiltersTests
{
    private static readonly Berlin Clock = new();

    [Fact]
    public void An_address_without_filters_is_every_game()
    {
        var filters = GameFilters.Of(null, "", " ", "ever", null, null, null);

        Assert.Equal(GameFilters.None, filters);
        Assert.False(filters.IsSet);
        Assert.All(filters.ToQuery().Values, Assert.Null);
        Assert.Equal(new GameFilter(), filters.ToFilter(Clock));
    }

    [Theory]
    [InlineData("ARAM", "Ahri", "won", "today", null, null, "kettle")]
    [InlineData(null, null, "lost", "7d", null, null, null)]
    [InlineData(null, null, "unknown", "30d", null, null, "a&b=c")]
    [InlineData("CLASSIC", null, null, "range", "2026-10-01", "2026-11-20", null)]
    [InlineData(null, "MonkeyKing", null, "range", null, "2026-11-20", null)]
    public void What_an_address_says_is_what_is_written_again(string? mode, string? champion, string? result, string? time, string? from, string? to, string? player)
    {
        var query = GameFilters.Of(mode, champion, result, time, from, to, player).ToQuery();

        Assert.Equal(
            [mode, champion, result, time, from, to, player],
            new[] { "mode", "champion", "result", "time", "from", "to", "player" }.Select(name => (string?)query[name]));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("oldest")]
    [InlineData("longest")]
    [InlineData("kda")]
    public void An_order_is_kept_in_the_address_and_is_no_filter(string? sort)
    {
        var filters = GameFilters.Of("ARAM", null, null, null, null, null, null, sort);

        Assert.Equal(sort, filters.ToQuery()["sort"]);
        Assert.Equal(filters.Order, filters.ToFilter(Clock).Order);
        Assert.True(filters.IsSet);
        Assert.False(filters.Cleared.IsSet);
        Assert.Equal(sort, filters.Cleared.ToQuery()["sort"]);
    }

    [Theory]
    [InlineData("won ", "2026-13-01")]
    [InlineData("1", "yesterday")]
    public void Nonsense_counts_as_not_set(string result, string from)
    {
        var filters = GameFilters.Of(null, null, result, "range", from, null, null);

        Assert.Null(filters.Result);
        Assert.Null(filters.From);
    }

    [Fact]
    public void Days_begin_at_midnight_where_MnM_runs()
    {
        var filter = GameFilters.Of(null, null, null, "range", "2026-11-20", "2026-11-21", null).ToFilter(Clock);

        Assert.Equal(new DateTimeOffset(2026, 11, 19, 23, 0, 0, TimeSpan.Zero), filter.From);
        Assert.Equal(new DateTimeOffset(2026, 11, 21, 23, 0, 0, TimeSpan.Zero), filter.Before);
    }

    [Theory]
    [InlineData("today", 21)]
    [InlineData("7d", 15)]
    public void Today_is_the_local_day_and_counts_as_the_last_of_seven(string time, int day) =>
        Assert.Equal(new DateTimeOffset(2026, 11, day, 0, 0, 0, TimeSpan.FromHours(1)), GameFilters.Of(null, null, null, time, null, null, null).ToFilter(Clock).From);

    [Fact]
    public void Days_at_the_ends_of_the_calendar_do_no_harm()
    {
        var filter = GameFilters.Of(null, null, null, "range", "0001-01-01", "9999-12-31", null).ToFilter(Clock);

        Assert.Null(filter.From);
        Assert.Null(filter.Before);
    }

    [Fact]
    public void From_to_starts_with_thirty_days_and_forgets_them_with_another_period()
    {
        var range = GameFilters.None.With(GamePeriod.Range, Clock);

        Assert.Equal((new DateOnly(2026, 10, 23), new DateOnly(2026, 11, 21)), (range.From, range.To));
        Assert.Equal(GameFilters.None with { Period = GamePeriod.Week }, range.With(GamePeriod.Week, Clock));
    }

    private sealed class Berlin : TimeProvider
    {
        public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.CreateCustomTimeZone("one hour ahead", TimeSpan.FromHours(1), null, null);

        // Half past midnight, local time.
        public override DateTimeOffset GetUtcNow() => new(2026, 11, 20, 23, 30, 0, TimeSpan.Zero);
    }
}
