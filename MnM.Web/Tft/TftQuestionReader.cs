using System.Collections.Immutable;
using System.Globalization;
using MnM.Collector.Tft;
using MnM.Collector.Tft.Analytics;
using MnM.Web.Shell;

namespace MnM.Web.Tft;

/// <summary>Reads the filters that somebody wrote as a question, and tells what is none of each field.</summary>
internal sealed class TftQuestionReader(TftFields fields)
{
    /// <summary>Stands for a unit without items, where a list of them would be empty.</summary>
    public const string None = "none";

    private static readonly ImmutableArray<string> Known = [.. Describe().Select(field => field.Name)];
    private static readonly ImmutableArray<string> TiersBelow = ["iron", "bronze", "silver", "gold", "platinum", "emerald", "diamond"];
    private readonly List<(string Field, string Why)> _faults = [];

    /// <summary>Every filter, by its field of <see cref="TftQuestion"/>, with what it is.</summary>
    public static IEnumerable<(string Name, string What)> Describe() =>
    [
        (nameof(TftQuestion.Patches), "Patches, for example 18.2,18.2b; the latest that has matches where none, no set and no days are said."),
        (nameof(TftQuestion.Set), "Number of the set."),
        (nameof(TftQuestion.From), "First day of the match's end, UTC: yyyy-MM-dd."),
        (nameof(TftQuestion.To), "Last day, counted in."),
        (nameof(TftQuestion.Queues), "Riot's numbers; 1100 where none is said."),
        (nameof(TftQuestion.Platforms), "For example euw1,kr."),
        (nameof(TftQuestion.Tiers), "Of players at the time of the match: master, grandmaster, challenger."),
        (nameof(TftQuestion.MinPoints), "Least league points at the time of the match, with tiers alone."),
        (nameof(TftQuestion.LadderPlayersOnly), "true: only the boards of the players whom tiers and points choose; else all eight of each match in which one of them sat."),
        (nameof(TftQuestion.Unit), "Riot's id of a unit."),
        (nameof(TftQuestion.MinStar), "Least stars of the unit."),
        (nameof(TftQuestion.MaxStar), "Most stars of the unit."),
        (nameof(TftQuestion.With), "Riot's ids of items that the unit carries, each of them."),
        (nameof(TftQuestion.Without), "Riot's ids of items that the unit does not carry, none of them."),
        (nameof(TftQuestion.Exactly), "Riot's ids of the items that the unit carries, in whatever order; none for a unit without items."),
        (nameof(TftQuestion.ItemCount), "How many items the unit carries."),
        (nameof(TftQuestion.Trait), "Riot's id of a trait that the board has active."),
        (nameof(TftQuestion.MinTraitTier), "Its least step, from 1."),
        (nameof(TftQuestion.MinLevel), "Least level of the board."),
        (nameof(TftQuestion.MaxLevel), "Highest level of the board."),
        (nameof(TftQuestion.MinGames), "With fewer games a row says that there is not enough; 100 where it is not said."),
    ];

    /// <summary>The question, and what in it makes no sense, by the fields' names.</summary>
    public (TftQuestion Question, ImmutableArray<(string Field, string Why)> Faults) Read(TftSubject subject)
    {
        foreach (var name in fields.Names.Where(name => !Known.Contains(name.Replace("_", "", StringComparison.Ordinal), StringComparer.OrdinalIgnoreCase)))
        {
            _faults.Add((name, $"There is no filter {name}."));
        }

        var question = new TftQuestion
        {
            Subject = subject,
            Patches = All(nameof(TftQuestion.Patches)),
            Set = Number(nameof(TftQuestion.Set)),
            From = Day(nameof(TftQuestion.From)),
            To = Day(nameof(TftQuestion.To)),
            Queues = [.. All(nameof(TftQuestion.Queues)).Select(text => Number(nameof(TftQuestion.Queues), text)).OfType<int>()],
            Platforms = [.. All(nameof(TftQuestion.Platforms)).Select(platform => platform.ToLowerInvariant())],
            Tiers = [.. All(nameof(TftQuestion.Tiers)).Select(Tier).OfType<TftTier>()],
            MinPoints = Number(nameof(TftQuestion.MinPoints)),
            LadderPlayersOnly = YesOrNo(nameof(TftQuestion.LadderPlayersOnly)),
            Unit = fields.Find(nameof(TftQuestion.Unit)),
            MinStar = Number(nameof(TftQuestion.MinStar)),
            MaxStar = Number(nameof(TftQuestion.MaxStar)),
            With = All(nameof(TftQuestion.With)),
            Without = All(nameof(TftQuestion.Without)),
            Exactly = fields.FindAll(nameof(TftQuestion.Exactly)) is not { } exactly ? null : exactly is [None] ? [] : exactly,
            ItemCount = Number(nameof(TftQuestion.ItemCount)),
            Trait = fields.Find(nameof(TftQuestion.Trait)),
            MinTraitTier = Number(nameof(TftQuestion.MinTraitTier)),
            MinLevel = Number(nameof(TftQuestion.MinLevel)),
            MaxLevel = Number(nameof(TftQuestion.MaxLevel)),
            MinGames = Number(nameof(TftQuestion.MinGames)) ?? TftQuestion.UsualGames,
        };
        return (question, [.. fields.Faults, .. _faults]);
    }

    private ImmutableArray<string> All(string field) => fields.FindAll(field) ?? [];

    private int? Number(string field) => fields.Find(field) is { } text ? Number(field, text) : null;

    private int? Number(string field, string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : Fault<int>(field, $"\"{text}\" is no whole number.");

    private DateOnly? Day(string field) => fields.Find(field) is not { } text ? null : DaySpans.Read(text) ?? Fault<DateOnly>(field, $"\"{text}\" is no day: yyyy-MM-dd.");

    private bool YesOrNo(string field) => fields.Find(field) switch
    {
        null => false,
        var text when bool.TryParse(text, out var yes) => yes,
        var text => Fault<bool>(field, $"\"{text}\" is neither true nor false.") ?? false,
    };

    // Numbers would be taken for tiers otherwise.
    private TftTier? Tier(string text) => Enum.GetValues<TftTier>().Cast<TftTier?>().FirstOrDefault(tier => text.Equals(tier.ToString(), StringComparison.OrdinalIgnoreCase))
        ?? Fault<TftTier>(nameof(TftQuestion.Tiers), TiersBelow.Contains(text, StringComparer.OrdinalIgnoreCase)
            ? $"{text} has no ladder and is not crawled, and its points cannot be compared, since each division begins at 0: tiers are master, grandmaster and challenger."
            : $"\"{text}\" is no tier: these are master, grandmaster and challenger.");

    private T? Fault<T>(string field, string why)
        where T : struct
    {
        _faults.Add((field, why));
        return null;
    }
}
