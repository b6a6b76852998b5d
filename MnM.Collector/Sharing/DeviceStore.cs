using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using MnM.Collector.Storage;

namespace MnM.Collector.Sharing;

/// <summary>A device that is let in.</summary>
public sealed record KnownDevice(long Id, bool IsOwner);

/// <summary>What is shown of a device.</summary>
public sealed record DeviceView(long Id, string Name, bool IsOwner, DateTimeOffset PairedAt, DateTimeOffset? LastVisitAt, string? LastAddress);

/// <summary>The devices that are let in.</summary>
public sealed class DeviceStore(IDbContextFactory<MnmDbContext> contexts, TimeProvider time)
{
    /// <summary>A page asks for dozens of things at once; writing each of them down would tell nothing more.</summary>
    private static readonly TimeSpan VisitPrecision = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<long, long> _notedAt = [];

    /// <summary>Lets a device in, where it was let in already in the place of <paramref name="before"/>. Answers its token, which is told this once.</summary>
    public async Task<string> AddAsync(string? name, bool isOwner, string? address, long? before, CancellationToken cancellationToken)
    {
        var token = DeviceToken.New();
        var now = time.GetUtcNow();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (before is { } id && await db.Devices.FirstOrDefaultAsync(device => device.Id == id && device.RevokedAt == null, cancellationToken) is { } same)
        {
            same.RevokedAt = now;
        }

        Device added = new() { Name = DeviceName.Of(name), IsOwner = isOwner, TokenHash = DeviceToken.HashOf(token)!, PairedAt = now, LastVisitAt = now, LastAddress = address };
        db.Add(added);
        await db.SaveChangesAsync(cancellationToken);
        _notedAt[added.Id] = time.GetTimestamp();
        return token;
    }

    /// <summary>The device that has a token, and notes its visit; null where nobody has it, or who had it is let in no more.</summary>
    public async Task<KnownDevice?> FindAsync(string? token, string? address, CancellationToken cancellationToken)
    {
        if (DeviceToken.HashOf(token) is not { } hash)
        {
            return null;
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var device = await db.Devices.AsNoTracking().FirstOrDefaultAsync(known => known.TokenHash == hash && known.RevokedAt == null, cancellationToken);
        if (device is null)
        {
            return null;
        }

        if (IsToBeNoted(device.Id))
        {
            await NoteVisitAsync(db, device.Id, time.GetUtcNow(), address, cancellationToken);
        }

        return new KnownDevice(device.Id, device.IsOwner);
    }

    /// <summary>The numbers of those that are let in.</summary>
    public async Task<ImmutableHashSet<long>> LetInAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return [.. await db.Devices.Where(device => device.RevokedAt == null).Select(device => device.Id).ToListAsync(cancellationToken)];
    }

    /// <summary>All that are let in, the latest visitor first.</summary>
    public async Task<ImmutableArray<DeviceView>> ListAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return
        [
            .. await db.Devices.Where(device => device.RevokedAt == null).OrderByDescending(device => device.LastVisitAt).ThenByDescending(device => device.Id)
                .Select(device => new DeviceView(device.Id, device.Name, device.IsOwner, device.PairedAt, device.LastVisitAt, device.LastAddress))
                .ToListAsync(cancellationToken),
        ];
    }

    /// <summary>Lets a device in no more. Answers false where there is no such device.</summary>
    public async Task<bool> RevokeAsync(long id, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Devices.Where(device => device.Id == id && device.RevokedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(device => device.RevokedAt, now), cancellationToken) > 0;
    }

    /// <summary>Once a minute, from however many addresses a device asks and whether or not the database takes it: else its requests would be as many writes.</summary>
    private bool IsToBeNoted(long id)
    {
        var now = time.GetTimestamp();
        return _notedAt.TryGetValue(id, out var last)
            ? time.GetElapsedTime(last, now) >= VisitPrecision && _notedAt.TryUpdate(id, now, last)
            : _notedAt.TryAdd(id, now);
    }

    private static async Task NoteVisitAsync(MnmDbContext db, long id, DateTimeOffset now, string? address, CancellationToken cancellationToken)
    {
        try
        {
            await db.Devices.Where(known => known.Id == id)
                .ExecuteUpdateAsync(set => set.SetProperty(known => known.LastVisitAt, now).SetProperty(known => known.LastAddress, address), cancellationToken);
        }
        catch (DbException)
        {
            // A full disk would otherwise keep everybody out, though nothing is wrong with who comes.
        }
    }
}
