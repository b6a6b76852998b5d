namespace MnM.Collector.Tft.Analytics.Embedded.Counting;

/// <summary>Which matches and which of their boards a query is about: its sample.</summary>
internal sealed class BoardFilter(TftQuery query)
{
    private readonly int _tiers = query.Tiers.IsEmpty ? ~1 : query.Tiers.Aggregate(0, (tiers, tier) => tiers | (1 << (int)tier));

    /// <summary>The sample's boards of a match, a bit for each in their order.</summary>
    public uint BoardsOf(in Segment segment, int match)
    {
        if (!FitsMatch(segment, match))
        {
            return 0;
        }

        var (first, count) = (segment.BoardStart[match], segment.BoardCount[match]);
        var boards = (1u << count) - 1;
        if (query.AsksForPlayers)
        {
            uint players = 0;
            for (var board = 0; board < count; board++)
            {
                players |= FitsPlayer(segment, first + board) ? 1u << board : 0;
            }

            boards = query.LadderPlayersOnly ? players : players == 0 ? 0 : boards;
        }

        for (var board = 0; board < count; board++)
        {
            if (!FitsBoard(segment, first + board))
            {
                boards &= ~(1u << board);
            }
        }

        return boards;
    }

    private bool FitsMatch(in Segment segment, int match) =>
        !(segment.EndedAt[match] < query.From)
        && !(segment.EndedAt[match] >= query.Before)
        && (query.Set is null || segment.Set[match] == query.Set)
        && (query.Queues.IsEmpty || query.Queues.Contains(segment.Queue[match]))
        && (query.Platforms.IsEmpty || query.Platforms.Contains(segment.Platform[match]));

    private bool FitsPlayer(in Segment segment, int board) =>
        segment.Tier[board] is > 0 and var tier && (_tiers >> tier & 1) == 1 && !(segment.Points[board] < query.MinPoints);

    private bool FitsBoard(in Segment segment, int board) =>
        !(segment.Level[board] < query.MinLevel) && !(segment.Level[board] > query.MaxLevel) && (query.Trait is null || HasTrait(segment, board));

    private bool HasTrait(in Segment segment, int board)
    {
        for (var trait = segment.TraitStart[board]; trait < segment.TraitStart[board + 1]; trait++)
        {
            if (segment.Trait[trait] == query.Trait && segment.TraitTier[trait] >= query.MinTraitTier && segment.TraitTier[trait] > 0)
            {
                return true;
            }
        }

        return false;
    }
}
