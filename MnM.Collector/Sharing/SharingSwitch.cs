using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using MnM.Collector.Storage;

namespace MnM.Collector.Sharing;

/// <summary>How sharing stands.</summary>
/// <param name="IsOn">Whether other machines are listened to and devices are let in.</param>
/// <param name="ShowsCustomGames">Whether viewers see custom games too.</param>
public sealed record SharingState(bool IsOn, bool ShowsCustomGames)
{
    /// <summary>Nobody but the owner is let in.</summary>
    public static SharingState Off { get; } = new(IsOn: false, ShowsCustomGames: false);
}

/// <summary>What to change of it; what is null stays, so that who has an old picture of it decides nothing else anew.</summary>
public sealed record SharingChange(bool? IsOn = null, bool? ShowsCustomGames = null)
{
    internal SharingState Of(SharingState before) => new(IsOn ?? before.IsOn, ShowsCustomGames ?? before.ShowsCustomGames);
}

/// <summary>Switches sharing on and off. It is off until it was read, and where nobody has decided.</summary>
public sealed class SharingSwitch(IDbContextFactory<MnmDbContext> contexts, IOptions<StorageOptions> storage, TimeProvider time) : IDisposable
{
    private readonly SemaphoreSlim _gate = new(1);
    private DateTimeOffset? _decidedAt;

    /// <summary>How it stands, and every change.</summary>
    public Feed<SharingState> States { get; } = new(SharingState.Off);

    /// <summary>How it stands.</summary>
    public SharingState Current => States.Current;

    /// <summary>Reads what was decided.</summary>
    /// <param name="isOn">Whether it is switched on whatever was decided, until somebody decides otherwise.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task LoadAsync(bool isOn, CancellationToken cancellationToken)
    {
        // The server waits for it.
        await using var connection = StorageServices.OpenWithoutModel(storage.Value.DatabasePath);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT is_on, shows_custom_games, changed_at FROM sharing";
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        var isDecided = await row.ReadAsync(cancellationToken);
        _decidedAt = isDecided ? UtcText.Read(row.GetString(2)) : null;
        States.Publish(new SharingState(isOn || (isDecided && row.GetBoolean(0)), isDecided && row.GetBoolean(1)));
    }

    /// <summary>Follows what another MnM on the same database decided since; answers whether it did.</summary>
    public async Task<bool> FollowAsync(CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            var setting = await db.SharingSettings.AsNoTracking().FirstOrDefaultAsync(cancellationToken);
            if (FindDecidedElsewhere(setting) is not { } state)
            {
                return false;
            }

            _decidedAt = setting!.ChangedAt;
            States.Publish(state);
            return true;
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Decides anew. What is switched off is off at once, also where the database cannot keep it.</summary>
    public async Task SaveAsync(SharingChange change, CancellationToken cancellationToken)
    {
        States.Update(now => new SharingState(now.IsOn && change.IsOn != false, now.ShowsCustomGames && change.ShowsCustomGames != false));
        await _gate.WaitAsync(cancellationToken);
        try
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            var setting = await db.SharingSettings.FirstOrDefaultAsync(cancellationToken);
            var elsewhere = FindDecidedElsewhere(setting);
            if (setting is null)
            {
                setting = new SharingSetting { ChangedAt = time.GetUtcNow() };
                db.Add(setting);
            }

            (setting.IsOn, setting.ShowsCustomGames) = change.Of(new SharingState(setting.IsOn, setting.ShowsCustomGames));
            setting.ChangedAt = time.GetUtcNow();
            await db.SaveChangesAsync(cancellationToken);
            _decidedAt = setting.ChangedAt;
            States.Update(last => change.Of(elsewhere ?? last));
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Nothing can be decided afterwards.</summary>
    public void Dispose() => _gate.Dispose();

    private SharingState? FindDecidedElsewhere(SharingSetting? setting) =>
        setting is null || setting.ChangedAt == _decidedAt ? null : new SharingState(setting.IsOn, setting.ShowsCustomGames);
}
