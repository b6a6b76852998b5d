using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Primitives;
using MnM.Collector.Tft.Analytics;
using MnM.Web.Shell;

namespace MnM.Web.Tft.Explorer;

/// <summary>A question to the explorer in the words of an address. Equal questions have equal addresses.</summary>
internal static class TftAddress
{
    /// <summary>What an address of a page says beside its filters.</summary>
    private static readonly string[] OfPages = ["show", "sort", "row", "against"];

    /// <summary>The subject of an address.</summary>
    public static TftSubject SubjectOf(string? word) => Enum.GetValues<TftSubject>().FirstOrDefault(subject => Word(subject) == word);

    /// <summary>A subject in an address.</summary>
    public static string Word(TftSubject subject) => subject.ToString().ToLowerInvariant();

    /// <summary>The question of an address, and what in it makes no sense; that counts as not said.</summary>
    public static (TftQuestion Question, IReadOnlyList<string> Faults) Read(TftSubject subject, IReadOnlyDictionary<string, StringValues> said)
    {
        var (question, faults) = new TftQuestionReader(TftFields.Of(said, OfPages)).Read(subject);
        return (question, [.. faults.Select(fault => $"{JsonNamingPolicy.CamelCase.ConvertName(fault.Field)}: {fault.Why}")]);
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
            ("exactly", question.Exactly is { } exactly ? List(exactly) ?? TftQuestionReader.None : null),
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
}
