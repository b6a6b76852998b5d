using Microsoft.EntityFrameworkCore;
using MnM.Collector.Storage;

namespace MnM.Collector.Matches;

/// <summary>The noun's tables on the context. Inside an expression tree hold them in a local first.</summary>
internal static class MatchTables
{
    extension(MnmDbContext db)
    {
        public DbSet<Match> Matches => db.Set<Match>();

        public DbSet<MatchPayload> MatchPayloads => db.Set<MatchPayload>();

        public DbSet<MatchParticipant> MatchParticipants => db.Set<MatchParticipant>();

        public DbSet<MatchTimeline> MatchTimelines => db.Set<MatchTimeline>();

        public DbSet<MatchAbsence> MatchAbsences => db.Set<MatchAbsence>();

        public DbSet<TftMatch> TftMatches => db.Set<TftMatch>();

        public DbSet<TftMatchPayload> TftMatchPayloads => db.Set<TftMatchPayload>();
    }
}
