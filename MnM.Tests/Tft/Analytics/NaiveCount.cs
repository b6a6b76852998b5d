using MnM.Collector.Tft.Analytics;
using MnM.Collector.Tft.Rows;

namespace MnM.Tests.Tft.Analytics;

/// <summary>Counts a query over flat matches as plainly as it can be said, for comparison.</summary>
internal static class NaiveCount
{
    public static TftSums Of(TftQuery query, IEnumerable<FlatMatch> matches)
    {
        var samples = matches.Select(match => Sample(query, match)).Where(boards => boards.Count > 0)
            .Select(boards => boards.ConvertAll(board => new Shown(board, [.. Keys(query, board)]))).ToList();
        var keys = samples.SelectMany(boards => boards.SelectMany(board => board.Keys)).Distinct();
        var bases = new Dictionary<int, GroupSums>();
        return new(Sums(samples, _ => true, _ => true), keys.ToDictionary(key => key, Count));

        (GroupSums Sums, GroupSums Base) Count(GroupKey key)
        {
            var unit = UnitOfBase(query, key);
            Func<Shown, bool> isOfBase = unit == 0 ? _ => true : shown => shown.Board.Units.Any(one => one.Unit == unit && (!AsksForItems(query) || HasStars(query, one)));
            if (!bases.TryGetValue(unit, out var all))
            {
                bases.Add(unit, all = Sums(samples, isOfBase, isOfBase));
            }

            return (Sums(samples, shown => shown.Keys.Contains(key), isOfBase), all);
        }
    }

    private static List<FlatBoard> Sample(TftQuery query, FlatMatch match)
    {
        var end = match.EndedAt.ToUnixTimeSeconds();
        var fits = (query.Patches.IsEmpty || query.Patches.Contains(match.Patch.Code))
            && (query.Set is null || query.Set == match.Set)
            && (query.From is null || end >= query.From)
            && (query.Before is null || end < query.Before)
            && (query.Queues.IsEmpty || query.Queues.Contains(match.Queue))
            && (query.Platforms.IsEmpty || query.Platforms.Contains(match.Platform));
        if (!fits)
        {
            return [];
        }

        IEnumerable<FlatBoard> boards = match.Boards;
        if (!query.Tiers.IsEmpty || query.MinPoints is not null || query.LadderPlayersOnly)
        {
            var players = boards.Where(board => IsAskedFor(query, board.Standing)).ToList();
            boards = query.LadderPlayersOnly || players.Count == 0 ? players : boards;
        }

        return [.. boards.Where(board => (query.MinLevel is null || board.Level >= query.MinLevel)
            && (query.MaxLevel is null || board.Level <= query.MaxLevel)
            && (query.Trait is null || board.Traits.Any(trait => trait.Trait == query.Trait && trait.Tier >= 1 && trait.Tier >= query.MinTraitTier)))];
    }

    private static bool IsAskedFor(TftQuery query, LadderStanding? standing) => standing is { } stood
        && (query.Tiers.IsEmpty || query.Tiers.Contains(stood.Tier))
        && (query.MinPoints is null || stood.LeaguePoints >= query.MinPoints);

    private static IEnumerable<GroupKey> Keys(TftQuery query, FlatBoard board)
    {
        var copies = board.Units.Where(unit => Fits(query, unit)).ToList();
        var isAsked = query.Unit is not null || ChoosesCopies(query);
        return query.Subject switch
        {
            TftSubject.Units => copies.Select(unit => new GroupKey(unit.Unit, [])).Distinct(),
            TftSubject.Items => copies.SelectMany(unit => unit.Items).Distinct().Select(item => new GroupKey(0, [item])),
            TftSubject.Builds => copies.Where(unit => unit.Items.Length > 0 || query.Exactly is { IsEmpty: true }).Select(unit => new GroupKey(unit.Unit, unit.Items)).Distinct(),
            _ when isAsked && copies.Count == 0 => [],
            TftSubject.Traits => board.Traits.Where(trait => trait.Tier >= 1).Select(trait => new GroupKey(0, [], trait.Trait, 0, trait.Tier)).Distinct(),
            _ => board.Traits.Any(trait => trait.Tier >= 1) ? [new GroupKey(board.Comp.Carry, [], board.Comp.Trait, board.Comp.SecondTrait)] : [],
        };
    }

    private static bool ChoosesCopies(TftQuery query) => query.MinStar is not null || query.MaxStar is not null || ChoosesItems(query);

    private static bool ChoosesItems(TftQuery query) => query.ItemCount is not null || query.Exactly is not null || !query.With.IsEmpty || !query.Without.IsEmpty;

    /// <summary>Whether groups differ from their base by items; else they may by stars.</summary>
    private static bool AsksForItems(TftQuery query) => query.Subject is TftSubject.Items or TftSubject.Builds || ChoosesItems(query);

    private static bool HasStars(TftQuery query, FlatUnit unit) => (query.MinStar is null || unit.Star >= query.MinStar) && (query.MaxStar is null || unit.Star <= query.MaxStar);

    private static bool Fits(TftQuery query, FlatUnit unit) =>
        (query.Unit is null || unit.Unit == query.Unit)
        && HasStars(query, unit)
        && (query.ItemCount is null || unit.Items.Length == query.ItemCount)
        && (query.Exactly is not { } exactly || unit.Items.Order().SequenceEqual(exactly.Order()))
        && query.With.GroupBy(item => item).All(item => unit.Items.Count(one => one == item.Key) >= item.Count())
        && !query.Without.Any(item => unit.Items.Contains(item));

    /// <summary>0 where all boards of the sample could have the group.</summary>
    private static int UnitOfBase(TftQuery query, GroupKey key) => query.Subject switch
    {
        TftSubject.Units when ChoosesCopies(query) => key.Unit,
        TftSubject.Builds => key.Unit,
        TftSubject.Items => query.Unit ?? 0,
        _ => 0,
    };

    private static GroupSums Sums(IEnumerable<List<Shown>> matches, Func<Shown, bool> isOf, Func<Shown, bool> isOfBase)
    {
        var figures = matches.Select(boards => (Of: Figures.Of(boards.Where(isOf)), All: Figures.Of(boards.Where(isOfBase)))).Where(match => match.Of.N > 0).ToList();
        return new(
            figures.Count,
            [.. Enumerable.Range(1, 8).Select(place => figures.Sum(match => (long)match.Of.Places.Count(one => one == place)))],
            figures.Sum(match => match.Of.N * match.Of.N),
            figures.Sum(match => match.Of.N * match.Of.S),
            figures.Sum(match => match.Of.S * match.Of.S),
            figures.Sum(match => match.Of.N * match.Of.T),
            figures.Sum(match => match.Of.T * match.Of.T),
            figures.Sum(match => match.Of.N * match.Of.W),
            figures.Sum(match => match.Of.N * match.All.N),
            figures.Sum(match => match.Of.S * match.All.N),
            figures.Sum(match => match.Of.N * match.All.S),
            figures.Sum(match => match.Of.S * match.All.S));
    }

    private sealed record Figures(IReadOnlyList<int> Places)
    {
        public long N => Places.Count;

        public long S => Places.Sum();

        public long T => Places.Count(place => place <= 4);

        public long W => Places.Count(place => place == 1);

        public static Figures Of(IEnumerable<Shown> boards) => new([.. boards.Select(board => board.Board.Placement)]);
    }

    private sealed record Shown(FlatBoard Board, HashSet<GroupKey> Keys);
}
