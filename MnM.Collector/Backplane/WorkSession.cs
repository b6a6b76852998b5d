using Microsoft.EntityFrameworkCore;
using MnM.Collector.Storage;

namespace MnM.Collector.Backplane;

/// <summary>A context whose connection stays open, with the queue's commands prepared on it. After an exception it is of no more use.</summary>
internal sealed class WorkSession : IAsyncDisposable
{
    private WorkSession(MnmDbContext db)
    {
        Db = db;
        (Add, DueGroups, Take) = (WorkStatements.Add(db), WorkStatements.DueGroups(db), WorkStatements.Take(db));
        (Renew, PutBack, End) = (WorkStatements.Renew(db), WorkStatements.PutBack(db), WorkStatements.End(db));
    }

    public MnmDbContext Db { get; }

    public Statement Add { get; }

    public Statement DueGroups { get; }

    public Statement Take { get; }

    public Statement Renew { get; }

    public Statement PutBack { get; }

    public Statement End { get; }

    public static async Task<WorkSession> OpenAsync(IDbContextFactory<MnmDbContext> contexts, CancellationToken cancellationToken)
    {
        var db = await contexts.CreateDbContextAsync(cancellationToken);
        try
        {
            await db.Database.OpenConnectionAsync(cancellationToken);
            return new WorkSession(db);
        }
        catch
        {
            await db.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var statement in (Statement[])[Add, DueGroups, Take, Renew, PutBack, End])
        {
            statement.Dispose();
        }

        await Db.DisposeAsync();
    }
}
