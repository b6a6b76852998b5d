using MnM.Collector.Live;
using MnM.Web.Shell;

namespace MnM.Web.Games;

/// <summary>The filters of the list as its address holds them. What makes no sense in an address counts as not set.</summary>
public sealed record GameFilters
{
    /// <summary>Every game.</summary>
    public static GameFilters None { get; } = new();

    /// <summary>Riot's word; null for all.</summary>
    public string? Mode { get; init; }

    /// <summary>Static data's name of the own champion; null for all.</summary>
    public string? Champion { get; init; }
    public GameResult? Result { get; init; }
    public GamePeriod Period { get; init; }

    /// <summary>The first day of a period with given ends.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last day of a period with given ends.</summary>
    public DateOnly? To { get; init; }
    public string? Player { get; init; }
    public GameOrder Order { get; init; }

    /// <summary>Whether anything narrows the list.</summary>
    public bool IsSet => this != Cleared;

    /// <summary>Every game, in the same order.</summary>
    public GameFilters Cleared => None with { Order = Order };

    /// <summary>The filters in the words of an address.</summary>
    public static GameFilters Of(string? mode, string? champion, string? result, string? time, string? from, string? to, string? player, string? sort = null)
    {
        var period = ReadPeriod(time);
        return new()
        {
            Mode = Text(mode),
            Champion = Text(champion),
            Result = ReadResult(result),
            Period = period,
            From = period == GamePeriod.Range ? DaySpans.Read(from) : null,
            To = period == GamePeriod.Range ? DaySpans.Read(to) : null,
            Player = Text(player),
            Order = ReadOrder(sort),
        };
    }

    /// <summary>Every parameter of the address; null takes one away.</summary>
    public IReadOnlyDictionary<string, object?> ToQuery() => new Dictionary<string, object?>
    {
        ["mode"] = Mode,
        ["champion"] = Champion,
        ["result"] = ResultWord(Result),
        ["time"] = PeriodWord(Period),
        ["from"] = DaySpans.Word(From),
        ["to"] = DaySpans.Word(To),
        ["player"] = Player,
        ["sort"] = OrderWord(Order),
    };

    /// <summary>What is asked of the database. Days begin and end at midnight where MnM runs.</summary>
    public GameFilter ToFilter(TimeProvider time)
    {
        var today = DateOnly.FromDateTime(time.GetLocalNow().DateTime);
        var (from, to) = Period switch
        {
            GamePeriod.Today => (today, (DateOnly?)null),
            GamePeriod.Week => (today.AddDays(-6), null),
            GamePeriod.Month => (today.AddDays(-29), null),
            GamePeriod.Range => (From, To),
            _ => ((DateOnly?)null, null),
        };
        return new()
        {
            Mode = Mode,
            Champion = Champion,
            Result = Result,
            From = DaySpans.Midnight(from, time.LocalTimeZone),
            Before = DaySpans.Midnight(to is { } last && last < DateOnly.MaxValue ? last.AddDays(1) : null, time.LocalTimeZone),
            Player = Player,
            Order = Order,
        };
    }

    /// <summary>The same with another period; one with given ends starts with the last thirty days.</summary>
    public GameFilters With(GamePeriod period, TimeProvider time)
    {
        var today = DateOnly.FromDateTime(time.GetLocalNow().DateTime);
        return period == GamePeriod.Range
            ? this with { Period = period, From = From ?? today.AddDays(-29), To = To ?? today }
            : this with { Period = period, From = null, To = null };
    }

    /// <summary>A result as an address says it; null for all.</summary>
    public static string? ResultWord(GameResult? result) => result switch
    {
        GameResult.Won => "won",
        GameResult.Lost => "lost",
        GameResult.Unknown => "unknown",
        _ => null,
    };

    /// <summary>A result from an address; null for all.</summary>
    public static GameResult? ReadResult(string? word) => word switch
    {
        "won" => GameResult.Won,
        "lost" => GameResult.Lost,
        "unknown" => GameResult.Unknown,
        _ => null,
    };

    /// <summary>A period as an address says it; null for any.</summary>
    public static string? PeriodWord(GamePeriod period) => period switch
    {
        GamePeriod.Today => "today",
        GamePeriod.Week => "7d",
        GamePeriod.Month => "30d",
        GamePeriod.Range => "range",
        _ => null,
    };

    /// <summary>A period from an address.</summary>
    public static GamePeriod ReadPeriod(string? word) => word switch
    {
        "today" => GamePeriod.Today,
        "7d" => GamePeriod.Week,
        "30d" => GamePeriod.Month,
        "range" => GamePeriod.Range,
        _ => GamePeriod.Any,
    };

    /// <summary>An order as an address says it; null for the newest first.</summary>
    public static string? OrderWord(GameOrder order) => order switch
    {
        GameOrder.Oldest => "oldest",
        GameOrder.Longest => "longest",
        GameOrder.BestKda => "kda",
        _ => null,
    };

    /// <summary>An order from an address.</summary>
    public static GameOrder ReadOrder(string? word) => word switch
    {
        "oldest" => GameOrder.Oldest,
        "longest" => GameOrder.Longest,
        "kda" => GameOrder.BestKda,
        _ => GameOrder.Newest,
    };

    private static string? Text(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();
}

/// <summary>When the games of the list started.</summary>
public enum GamePeriod
{
    /// <summary>At any time.</summary>
    Any,

    /// <summary>Since midnight.</summary>
    Today,

    /// <summary>Today and the six days before.</summary>
    Week,

    /// <summary>Today and the 29 days before.</summary>
    Month,

    /// <summary>From one day to another.</summary>
    Range,
}
