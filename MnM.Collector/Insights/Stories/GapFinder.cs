using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using MnM.Collector.Matches;
using MnM.Collector.Storage;

namespace MnM.Collector.Insights.Stories;

/// <summary>Whose figures are compared, and with whose.</summary>
/// <param name="Puuids">All ids of the person.</param>
/// <param name="Position">The role.</param>
/// <param name="QueueId">Others are taken from queues like it.</param>
/// <param name="From">The start of the first match that is explained; the own average is of those before.</param>
/// <param name="At">The start of the last one: by the rank of that time others are chosen.</param>
/// <param name="Seats">What the person did in the matches that are explained.</param>
internal sealed record GapQuestion(IReadOnlyList<string> Puuids, string Position, int QueueId, DateTimeOffset? From, DateTimeOffset? At, ImmutableArray<Seat> Seats);

/// <summary>Compares a person's figures with the own average and with others of the same role and rank.</summary>
internal sealed class GapFinder(IDbContextFactory<MnmDbContext> contexts)
{
    /// <summary>Games of the own average: an older self is another player.</summary>
    private const int MostOwn = 50;

    /// <summary>The latest matches that others are taken from: so a search costs the same however many are stored, and all are of patches that are like today's.</summary>
    private const int MostMatches = 2000;

    /// <summary>Under so many games of the own rank others are taken from any.</summary>
    private const int FewestOfRank = 10;

    /// <summary>The figures that something is known of, and the person's tier at that time; null where it is not known.</summary>
    public async Task<(ImmutableArray<FigureGap> Gaps, string? Tier)> FindAsync(GapQuestion question, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await db.Database.OpenConnectionAsync(cancellationToken);
        var usual = question.Position.Length == 0 ? [] : await UsualAsync(db, question, cancellationToken);
        var others = question.Position.Length == 0 ? [] : await OthersAsync(db, question, cancellationToken);
        var ranks = await RankBook.ReadAsync(db, SupportedMatches.RankedQueueOf(question.QueueId), cancellationToken);
        var tier = question.Puuids.Select(puuid => ranks.TierOf(puuid, question.At)).FirstOrDefault(known => known is not null);
        var alike = tier is null ? [] : others.Where(row => ranks.TierOf(row.Puuid, row.StartedAt) == tier).ToList();
        var (population, rank) = alike.Count >= FewestOfRank ? (alike, tier) : (others, null);
        return ([.. Enum.GetValues<InsightFigure>().Select(figure => Gap(figure, question.Seats, usual, population, rank)).OfType<FigureGap>()], tier);
    }

    private static FigureGap? Gap(InsightFigure figure, ImmutableArray<Seat> own, List<Row> usual, List<Row> others, string? rank)
    {
        var mean = SeatFigures.Mean(figure, own);
        return double.IsFinite(mean)
            ? new FigureGap(figure, mean, SampleMean.Of(SeatFigures.Told(figure, usual.Select(row => row.ToSeat()))), SampleMean.Of(SeatFigures.Told(figure, others.Select(row => row.ToSeat())), rank))
            {
                Games = SeatFigures.Told(figure, own).Count,
            }
            : null;
    }

    private static Task<List<Row>> UsualAsync(MnmDbContext db, GapQuestion question, CancellationToken cancellationToken)
    {
        var (ids, position, from) = (question.Puuids, question.Position, question.From);
        var seats = db.MatchParticipants.Where(seat => ids.Contains(seat.Puuid!) && seat.Position == position && seat.StartedAt < from);
        return from is null ? Task.FromResult<List<Row>>([]) : Rows(db, SupportedMatches.In(db), seats).OrderByDescending(row => row.StartedAt).Take(MostOwn).ToListAsync(cancellationToken);
    }

    private static Task<List<Row>> OthersAsync(MnmDbContext db, GapQuestion question, CancellationToken cancellationToken)
    {
        var (ids, position, queues) = (question.Puuids, question.Position, SupportedMatches.FamilyOf(question.QueueId));
        var latest = SupportedMatches.In(db).Where(match => queues.Contains(match.QueueId)).OrderByDescending(match => match.StartedAt).Take(MostMatches);
        return Rows(db, latest, db.MatchParticipants.Where(seat => seat.Position == position && seat.Puuid != null && !ids.Contains(seat.Puuid))).ToListAsync(cancellationToken);
    }

    private static IQueryable<Row> Rows(MnmDbContext db, IQueryable<Match> matches, IQueryable<MatchParticipant> seats)
    {
        var (people, embeddings) = (db.MatchParticipants, db.MatchEmbeddings);
        return matches.Join(seats, match => match.Id, seat => seat.MatchId, (match, seat) => new { match, seat })
            .LeftJoin(embeddings, pair => pair.seat.MatchId, embedding => embedding.MatchId, (pair, embedding) => new Row
            {
                Number = pair.seat.Number,
                Puuid = pair.seat.Puuid!,
                StartedAt = pair.seat.StartedAt,
                Kills = pair.seat.Kills,
                Deaths = pair.seat.Deaths,
                Assists = pair.seat.Assists,
                Cs = pair.seat.Cs,
                Gold = pair.seat.GoldEarned,
                Damage = pair.seat.Damage,
                Vision = pair.seat.VisionScore,
                TimePlayed = pair.seat.TimePlayed,
                Duration = pair.match.DurationSeconds,
                TeamKills = people.Where(mate => mate.MatchId == pair.seat.MatchId && mate.TeamId == pair.seat.TeamId).Sum(mate => mate.Kills),
                Minutes = embedding == null ? null : embedding.Minutes,
            });
    }

    private sealed class Row
    {
        public required int Number { get; init; }
        public required string Puuid { get; init; }
        public required DateTimeOffset? StartedAt { get; init; }
        public required int Kills { get; init; }
        public required int Deaths { get; init; }
        public required int Assists { get; init; }
        public required int Cs { get; init; }
        public required int Gold { get; init; }
        public required int Damage { get; init; }
        public required int Vision { get; init; }
        public required int TimePlayed { get; init; }
        public required int Duration { get; init; }
        public required int TeamKills { get; init; }
        public required byte[]? Minutes { get; init; }

        public Seat ToSeat() => new(
            Kills, Deaths, Assists, Cs, Gold, Damage, Vision, TimePlayed > 0 ? TimePlayed : Duration, TeamKills, MinuteMarks.Read(Minutes, Number - 1));
    }
}
