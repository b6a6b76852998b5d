using System.Collections.Immutable;
using MnM.Collector.Tft.Patches;
using MnM.Collector.Tft.Rows;

namespace MnM.Collector.Tft.Analytics;

/// <summary>Makes a question a query in numbers, by the names that matches have brought.</summary>
internal sealed class QueryMaker(NameBook names)
{
    private const int RankedQueue = 1100;

    /// <summary>The query, and the question as it is understood; or what no match knows.</summary>
    /// <param name="question">One that has no fault by itself.</param>
    /// <param name="coverage">What is stored.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<MadeQuery> MakeAsync(TftQuestion question, IReadOnlyList<TftCoverage> coverage, CancellationToken cancellationToken)
    {
        var codes = new Codes(names, cancellationToken);
        var plain = Plain(question);
        var platforms = await codes.AllAsync(NameKind.Platform, plain.Platforms, nameof(TftQuestion.Platforms));
        var query = new TftQuery
        {
            Subject = plain.Subject,
            Set = plain.Set,
            From = plain.From is { } from ? Second(from) : null,
            Before = plain.To is { } to ? Second(to.AddDays(1)) : null,
            Queues = plain.Queues,
            Platforms = platforms,
            Tiers = plain.Tiers,
            MinPoints = plain.MinPoints,
            LadderPlayersOnly = plain.LadderPlayersOnly,
            Unit = plain.Unit is { } unit ? await codes.OneAsync(NameKind.Unit, unit, nameof(TftQuestion.Unit)) : null,
            MinStar = plain.MinStar,
            MaxStar = plain.MaxStar,
            With = await codes.AllAsync(NameKind.Item, plain.With, nameof(TftQuestion.With)),
            Without = await codes.AllAsync(NameKind.Item, plain.Without, nameof(TftQuestion.Without)),
            Exactly = plain.Exactly is { } exactly ? await codes.AllAsync(NameKind.Item, exactly, nameof(TftQuestion.Exactly)) : null,
            ItemCount = plain.ItemCount,
            Trait = plain.Trait is { } trait ? await codes.OneAsync(NameKind.Trait, trait, nameof(TftQuestion.Trait)) : null,
            MinTraitTier = plain.MinTraitTier ?? 1,
            MinLevel = plain.MinLevel,
            MaxLevel = plain.MaxLevel,
        };
        ImmutableArray<Patch> patches = [.. plain.Patches.Select(patch => QuestionFaults.PatchOf(patch)!.Value)];
        if (patches.IsEmpty && plain is { Set: null, From: null, To: null } && coverage.Where(row => Holds(query, row)).Select(row => (Patch?)row.Patch).Max() is { } latest)
        {
            patches = [latest];
        }

        return new MadeQuery(
            query with { Patches = [.. patches.Select(patch => patch.Code)] }, plain with { Patches = [.. patches.Select(patch => patch.ToString())] }, codes.Faults);
    }

    /// <summary>Whether the query's filters of the match leave such matches.</summary>
    public static bool Holds(TftQuery query, TftCoverage row) =>
        (query.Patches.IsEmpty || query.Patches.Contains(row.Patch.Code))
        && (query.Set is null || query.Set == row.Set)
        && query.Queues.Contains(row.Queue)
        && (query.Platforms.IsEmpty || query.Platforms.Contains(row.Platform))
        && (query.From is null || Second(row.Day) >= query.From)
        && (query.Before is null || Second(row.Day) < query.Before);

    /// <summary>The same question in the one way to ask it.</summary>
    internal static TftQuestion Plain(TftQuestion question) => question with
    {
        Patches = [.. question.Patches.Select(patch => QuestionFaults.PatchOf(patch)!.Value).Distinct().Order().Select(patch => patch.ToString())],
        Queues = question.Queues.IsEmpty ? [RankedQueue] : [.. question.Queues.Distinct().Order()],
        Platforms = [.. question.Platforms.Select(platform => platform.Trim().ToLowerInvariant()).Distinct().Order(StringComparer.Ordinal)],
        Tiers = question is { LadderPlayersOnly: true, Tiers.IsEmpty: true } ? [.. Enum.GetValues<TftTier>()] : [.. question.Tiers.Distinct().Order()],
        Unit = Name(question.Unit),
        Trait = Name(question.Trait),
        MinTraitTier = Name(question.Trait) is null ? null : question.MinTraitTier ?? 1,
        With = [.. question.With.Select(item => item.Trim()).Order(StringComparer.Ordinal)],
        Without = [.. question.Without.Select(item => item.Trim()).Distinct().Order(StringComparer.Ordinal)],

        // A unit that carries no items carries exactly none.
        Exactly = question.Exactly is { } exactly ? [.. exactly.Select(item => item.Trim()).Order(StringComparer.Ordinal)] : question.ItemCount is 0 ? [] : null,
        ItemCount = question.Exactly is null && question.ItemCount is not 0 ? question.ItemCount : null,
    };

    private static string? Name(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static long Second(DateOnly day) => new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero).ToUnixTimeSeconds();

    private sealed class Codes(NameBook names, CancellationToken cancellationToken)
    {
        public List<(string Field, string Why)> Faults { get; } = [];

        public async Task<int?> OneAsync(NameKind kind, string name, string field)
        {
            var code = await names.FindCodeAsync(kind, name, cancellationToken);
            if (code is null)
            {
                Faults.Add((field, $"No stored match has the {kind.ToString().ToLowerInvariant()} \"{name}\"."));
            }

            return code;
        }

        public async Task<ImmutableArray<int>> AllAsync(NameKind kind, ImmutableArray<string> wanted, string field)
        {
            var codes = new List<int>(wanted.Length);
            foreach (var name in wanted)
            {
                if (await OneAsync(kind, name, field) is { } code)
                {
                    codes.Add(code);
                }
            }

            return [.. codes.Order()];
        }
    }
}

/// <summary>What came of a question.</summary>
/// <param name="Query">In numbers; of use where there are no faults.</param>
/// <param name="Question">As it is understood.</param>
/// <param name="Faults">What no match knows.</param>
internal sealed record MadeQuery(TftQuery Query, TftQuestion Question, IReadOnlyList<(string Field, string Why)> Faults);
