using Microsoft.EntityFrameworkCore;
using MnM.Collector.Storage;

namespace MnM.Collector.Backplane;

/// <summary>A context whose connection stays open, with the queue's commands prepared on it. After an exception it is of no more use.</summary>
internal sealed class WorkSession : IDisposable
{
    private WorkSession(MnmDbContext db)
    {
        Db = db;
        (FreeKey, Add) = (WorkStatements.FreeKey(db), WorkStatements.Add(db));
        (AnyLeaseOver, EndLeases) = (WorkStatements.AnyLeaseOver(db), WorkStatements.EndLeases(db));
        (DueGroups, LongestDue, Take) = (WorkStatements.DueGroups(db), WorkStatements.LongestDue(db), WorkStatements.Take(db));
        (Renew, PutBack) = (WorkStatements.Renew(db), WorkStatements.PutBack(db));
        (Done, End, FileEnded) = (WorkStatements.Done(db), WorkStatements.End(db), WorkStatements.FileEnded(db));
    }

    public MnmDbContext Db { get; }

    public Statement FreeKey { get; }

    public Statement Add { get; }

    public Statement AnyLeaseOver { get; }

    public Statement EndLeases { get; }

    public Statement DueGroups { get; }

    public Statement LongestDue { get; }

    public Statement Take { get; }

    public Statement Renew { get; }

    public Statement PutBack { get; }

    public Statement Done { get; }

    public Statement End { get; }

    public Statement FileEnded { get; }

    public static async Task<WorkSession> OpenAsync(IDbContextFactory<MnmDbContext> contexts, CancellationToken cancellationToken)
    {
        var db = await contexts.CreateDbContextAsync(cancellationToken);
        try
        {
            await SqliteWork.OpenAsync(db, cancellationToken);
            return new WorkSession(db);
        }
        catch
        {
            await db.DisposeAsync();
            throw;
        }
    }

    public void Dispose()
    {
        foreach (var statement in (Statement[])[FreeKey, Add, AnyLeaseOver, EndLeases, DueGroups, LongestDue, Take, Renew, PutBack, Done, End, FileEnded])
        {
            statement.Dispose();
        }

        Db.Dispose();
    }
}
