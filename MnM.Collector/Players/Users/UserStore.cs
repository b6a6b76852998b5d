using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using MnM.Collector.Storage;

namespace MnM.Collector.Players.Users;

/// <summary>Reads and writes users. A player is one user at most: a unique index says so.</summary>
internal sealed class UserStore(IDbContextFactory<MnmDbContext> contexts, TimeProvider time)
{
    private const int ConstraintViolated = 19;

    /// <summary>The user of a player; null where there is none.</summary>
    public async Task<User?> FindAsync(long playerId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Users.AsNoTracking().FirstOrDefaultAsync(user => user.PlayerId == playerId, cancellationToken);
    }

    /// <summary>The user with that id; null where there is none.</summary>
    public async Task<User?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Users.AsNoTracking().FirstOrDefaultAsync(user => user.Id == id, cancellationToken);
    }

    /// <summary>The user of a player, made where there is none.</summary>
    public async Task<User> EnsureAsync(long playerId, CancellationToken cancellationToken)
    {
        if (await FindAsync(playerId, cancellationToken) is { } known)
        {
            return known;
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var user = new User { Id = Guid.NewGuid(), PlayerId = playerId, CreatedAt = time.GetUtcNow() };
        try
        {
            db.Add(user);
            await db.SaveChangesAsync(cancellationToken);
            return user;
        }
        catch (DbUpdateException fault) when (fault.InnerException is SqliteException { SqliteErrorCode: ConstraintViolated })
        {
            // Another request made it since; both have the same row.
            return await FindAsync(playerId, cancellationToken) ?? throw new InvalidOperationException($"Player {playerId} can be no user.", fault);
        }
    }

    /// <summary>The same, and the e-mail address is kept where there was none: the first to sign up names it.</summary>
    public async Task<User> SignUpAsync(long playerId, string email, CancellationToken cancellationToken)
    {
        var user = await EnsureAsync(playerId, cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await db.Users.Where(row => row.Id == user.Id && row.Email == null).ExecuteUpdateAsync(row => row.SetProperty(one => one.Email, email), cancellationToken);
        return await db.Users.AsNoTracking().FirstAsync(row => row.Id == user.Id, cancellationToken);
    }

    /// <summary>Notes that the user signed in now.</summary>
    public async Task SignInAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var now = time.GetUtcNow();
        await db.Users.Where(row => row.Id == id).ExecuteUpdateAsync(row => row.SetProperty(one => one.SignedInAt, now), cancellationToken);
    }
}
