using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Extensions.Primitives;
using MnM.Collector.Tft;
using MnM.Collector.Tft.Analytics;
using MnM.Web.Shell;

namespace MnM.Web.Tft.Explorer;

/// <summary>A question to the explorer in the words of an address. Equal questions have equal addresses.</summary>
internal static class TftAddress
{
    /// <summary>Stands in an address for a unit without items.</summary>
    private const string None = "none";

    private const string PatchFault = "patches are patches, for example 18.2,18.2b.";

    /// <summary>The subject of an address.</summary>
    public static TftSubject SubjectOf(string? word) => Enum.GetValues<TftSubject>().FirstOrDefault(subject => Word(subject) == word);

    /// <summary>A subject in an address.</summary>
    public static string Word(TftSubject subject) => subject.ToString().ToLowerInvariant();

    /// <summary>The question of an address, and what in it makes no sense; that counts as not said.</summary>
    public static (TftQuestion Question, IReadOnlyList<string> Faults) Read(TftSubject subject, IReadOnlyDictionary<string, StringValues> said)
    {
        var reader = new QueryReader();
        var days = reader.Days(Said("from"), Said("to"));
        var question = new TftQuestion
        {
            Subject = subject,
            Patches = reader.Take(Said("patches"), text => Words(text, Patch), PatchFault) ?? [],
            Set = Number("set"),
            From = days.From,
            To = days.To,
            Queues = reader.Take(Said("queues"), text => Words(text, Whole), "queues are Riot's numbers, for example 1100,1160.") ?? [],
            Platforms = reader.Take(Said("platforms"), text => Words(text, word => word.ToLowerInvariant()), "platforms are Riot's, for example euw1,kr.") ?? [],
            Tiers = reader.Take(Said("tiers"), text => Words(text, Tier), "tiers are some of master, grandmaster, challenger.") ?? [],
            MinPoints = Number("minPoints"),
            LadderPlayersOnly = Said("ladderPlayersOnly") == "true",
            Unit = Said("unit"),
            MinStar = Number("minStar"),
            MaxStar = Number("maxStar"),
            With = Ids("with"),
            Without = Ids("without"),
            Exactly = Said("exactly") switch { null => null, None => [], _ => Ids("exactly") },
            ItemCount = Number("itemCount"),
            Trait = Said("trait"),
            MinTraitTier = Number("minTraitTier"),
            MinLevel = Number("minLevel"),
            MaxLevel = Number("maxLevel"),
            MinGames = Number("minGames") ?? TftQuestion.UsualGames,
        };
        return (question, reader.Faults);

        string? Said(string name) => said.TryGetValue(name, out var values) && values.ToString() is { Length: > 0 } text ? text : null;
        int? Number(string name) => reader.Number(Said(name), $"{name} is a whole number.");
        ImmutableArray<string> Ids(string name) => Said(name) is { } text ? Split(text) : [];
    }

    /// <summary>An address with a question, and other parameters after it; null takes one away.</summary>
    public static string Of(string path, TftQuestion question, params IEnumerable<(string Name, string? Value)> others) =>
        path + QueryString.Create(Parameters(question).Concat(others).Where(pair => pair.Value is not null).Select(pair => KeyValuePair.Create(pair.Name, pair.Value)));

    /// <summary>The question with the filters of matches and boards alone, for tables of something else.</summary>
    public static TftQuestion OfBoards(TftQuestion question) => question with
    {
        Subject = TftSubject.Units,
        Unit = null,
        MinStar = null,
        MaxStar = null,
        With = [],
        Without = [],
        Exactly = null,
        ItemCount = null,
        Trait = null,
        MinTraitTier = null,
    };

    /// <summary>How many filters a question has set.</summary>
    public static int Count(TftQuestion question) => Parameters(question).Select(pair => pair.Name switch
    {
        "maxStar" => "minStar",
        "maxLevel" => "minLevel",
        "to" => "from",
        "minTraitTier" => "trait",
        var name => name,
    }).Distinct().Count();

    private static IEnumerable<(string Name, string? Value)> Parameters(TftQuestion question)
    {
        (string Name, string? Value)[] all =
        [
            ("patches", List(question.Patches)),
            ("set", Text(question.Set)),
            ("from", DaySpans.Word(question.From)),
            ("to", DaySpans.Word(question.To)),
            ("queues", List(question.Queues.Select(queue => Text(queue)))),
            ("platforms", List(question.Platforms)),
            ("tiers", List(question.Tiers.Order().Select(tier => tier.ToString().ToLowerInvariant()))),
            ("minPoints", Text(question.MinPoints)),
            ("ladderPlayersOnly", question.LadderPlayersOnly ? "true" : null),
            ("unit", question.Unit),
            ("minStar", Text(question.MinStar)),
            ("maxStar", Text(question.MaxStar)),
            ("with", List(question.With)),
            ("without", List(question.Without)),
            ("exactly", question.Exactly is { } exactly ? List(exactly) ?? None : null),
            ("itemCount", Text(question.ItemCount)),
            ("trait", question.Trait),
            ("minTraitTier", Text(question.MinTraitTier)),
            ("minLevel", Text(question.MinLevel)),
            ("maxLevel", Text(question.MaxLevel)),
            ("minGames", question.MinGames == TftQuestion.UsualGames ? null : Text(question.MinGames)),
        ];
        return all.Where(pair => pair.Value is not null);
    }

    private static string? List(IEnumerable<string?> words) => string.Join(',', words) is { Length: > 0 } list ? list : null;

    private static string? Text(int? number) => number?.ToString(CultureInfo.InvariantCulture);

    private static ImmutableArray<string> Split(string text) => [.. text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    // Null where one of them is none.
    private static ImmutableArray<T>? Words<T>(string text, Func<string, T?> read)
        where T : struct => Split(text).Select(read).ToList() is var all && all.TrueForAll(one => one is not null) ? [.. all.Select(one => one!.Value)] : null;

    private static ImmutableArray<string>? Words(string text, Func<string, string?> read) =>
        Split(text).Select(read).ToList() is var all && all.TrueForAll(one => one is not null) ? [.. all.Select(one => one!)] : null;

    private static int? Whole(string word) => int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string? Patch(string word) => (word == Collector.Tft.Patches.Patch.Unknown.ToString() ? Collector.Tft.Patches.Patch.Unknown : Collector.Tft.Patches.Patch.Find(word))?.ToString();

    // Numbers would be taken for tiers otherwise.
    private static TftTier? Tier(string word) => Enum.GetValues<TftTier>().Cast<TftTier?>().FirstOrDefault(tier => word.Equals(tier.ToString(), StringComparison.OrdinalIgnoreCase));
}
