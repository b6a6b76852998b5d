using System.Data.Common;
using System.Runtime.CompilerServices;
using MnM.Collector.Storage;

namespace MnM.Collector.Matches;

/// <summary>Writes matches by prepared commands, which live as long as their context: an import stores a thousand by one.</summary>
internal sealed class MatchWriter
{
    private static readonly ConditionalWeakTable<MnmDbContext, MatchWriter> Writers = [];
    private readonly RowWriter<FetchedMatch> _matches;
    private readonly RowWriter<MatchParticipant> _participants;

    private MatchWriter(MnmDbContext db)
    {
        _matches = RowWriter<FetchedMatch>.InsertNew(db, fetched => fetched.Read.Match, fetched => fetched.Payload);
        _participants = RowWriter<MatchParticipant>.Insert(db);
    }

    /// <summary>The writer on a context whose connection is open.</summary>
    public static MatchWriter Of(MnmDbContext db) => Writers.GetValue(db, static context => new MatchWriter(context));

    /// <summary>Adds a match with its people; one that is there stays.</summary>
    public async Task WriteAsync(FetchedMatch fetched, DbTransaction transaction, CancellationToken cancellationToken)
    {
        if (await _matches.WriteAsync(fetched, transaction, cancellationToken) == 0)
        {
            return;
        }

        foreach (var participant in fetched.Read.Participants)
        {
            await _participants.WriteAsync(participant, transaction, cancellationToken);
        }
    }
}
