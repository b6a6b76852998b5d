using System.Collections.Immutable;
using MnM.Collector.Tft.Patches;
using MnM.Collector.Tft.Rows;

namespace MnM.Collector.Tft.Analytics;

/// <summary>Makes an answer of what a store has counted: names, figures with their intervals, and what the reader should know.</summary>
internal sealed class AnswerMaker(NameBook names, PatchCalendar calendar)
{
    /// <summary>As many rows as an answer has: of builds there are thousands that came once.</summary>
    public const int MostRows = 500;

    private const int OldDoubleUpQueue = 1150;
    private const int DoubleUpQueue = 1160;

    /// <summary>The rows, the most games first, how many more there were, and the notes.</summary>
    public async Task<(ImmutableArray<TftRow> Rows, int LeftOut, ImmutableArray<string> Notes)> MakeAsync(
        MadeQuery made, TftSums sums, IReadOnlyList<TftCoverage> coverage, int most, CancellationToken cancellationToken)
    {
        var mean = Estimates.Placement(sums.Sample).Value;
        var book = new Names(
            await names.NamesByCodeAsync(NameKind.Unit, cancellationToken), await names.NamesByCodeAsync(NameKind.Item, cancellationToken), await names.NamesByCodeAsync(NameKind.Trait, cancellationToken));
        ImmutableArray<TftRow> rows =
        [
            .. sums.Groups.Select(group => (group.Key, group.Value.Sums, group.Value.Base, Games: group.Value.Sums.Games()))
                .Where(group => group.Games > 0)
                .OrderBy(group => (group.Games, group.Key), GroupOrder.Instance)
                .Take(most)
                .Select(group => Row(book.Of(group.Key), group.Sums, group.Base, mean, made.Question.MinGames)),
        ];
        var leftOut = sums.Groups.Count - rows.Length + sums.LeftOut;
        var last = (await calendar.ReadAsync(cancellationToken)).MaxBy(date => date.From);
        return (rows, leftOut, [.. Notes(made.Query, coverage, last, leftOut)]);
    }

    private static TftRow Row(TftKey key, GroupSums sums, GroupSums all, double mean, int minGames)
    {
        var games = (int)sums.Games();
        return new TftRow(
            key, games, games >= minGames, Estimates.Share(sums, all), Estimates.Placement(sums), Estimates.Shrunk(sums, mean), Estimates.Top4(sums), Estimates.Win(sums),
            [.. sums.Places.Select(count => (int)count)], Estimates.Delta(sums, all));
    }

    private static IEnumerable<string> Notes(TftQuery query, IReadOnlyList<TftCoverage> coverage, PatchDate? last, int leftOut)
    {
        var held = coverage.Where(row => QueryMaker.Holds(query, row)).ToList();
        Patch[] patches = [.. held.Select(row => row.Patch).Where(patch => patch != Patch.Unknown).Distinct().Order()];
        if (patches.Length > 1)
        {
            yield return $"{patches.Length} patches are mixed: {string.Join(", ", patches)}.";
        }

        if (held.Where(row => row.Patch == Patch.Unknown).Sum(row => row.Matches) is > 0 and var undated)
        {
            yield return $"The patch of {undated:N0} matches is not known: neither their version nor the calendar of patches says it.";
        }

        if (held.Count > 0 && coverage.Where(row => row.Patch == Patch.Unknown && !held.Contains(row) && query.Queues.Contains(row.Queue) && row.Day > held.Max(other => other.Day)).Sum(row => row.Matches) is > 0 and var newer)
        {
            yield return $"{newer:N0} newer matches have no patch: the calendar of patches lacks their date.";
        }

        if (last is not null && held.Where(row => row.Patch == last.Patch && row.Set == last.Set && row.Day > DateOnly.FromDateTime(last.LikelyEnd.UtcDateTime)).Sum(row => row.Matches) is > 0 and var late)
        {
            yield return $"{late:N0} matches may be of a later patch than {last.Patch}: the calendar of patches ends with it, and they were played more than three weeks after it began.";
        }

        if (query.AsksForPlayers && ShareOfOldStandings(held) is >= 0.01 and var share)
        {
            yield return $"Of {share:P0} of the players on a ladder the standing is by a reading more than a day from their match.";
        }

        if (query.Queues.Any(queue => queue is DoubleUpQueue or OldDoubleUpQueue))
        {
            yield return "In Double Up both of a pair come in one after the other: places 1 and 2 are the winning pair, and the first four places are two pairs.";
        }

        if (leftOut > 0)
        {
            yield return $"{leftOut:N0} more rows with fewer games are left out.";
        }
    }

    private static double ShareOfOldStandings(IReadOnlyList<TftCoverage> held) => held.Sum(row => (long)row.OldLadderBoards) / (double)Math.Max(1, held.Sum(row => (long)row.LadderBoards));

    private sealed record Names(IReadOnlyDictionary<int, string> Units, IReadOnlyDictionary<int, string> Items, IReadOnlyDictionary<int, string> Traits)
    {
        public TftKey Of(GroupKey key) => new(
            Find(Units, key.Unit), [.. key.Items.Select(item => Find(Items, item)!)], [.. new[] { Find(Traits, key.Trait), Find(Traits, key.SecondTrait) }.OfType<string>()], key.TraitTier == 0 ? null : key.TraitTier);

        // A store that outlived the database knows codes that nothing names: a row without a name is better than none.
        private static string? Find(IReadOnlyDictionary<int, string> names, int code) => code == 0 ? null : names.GetValueOrDefault(code, $"#{code}");
    }
}
