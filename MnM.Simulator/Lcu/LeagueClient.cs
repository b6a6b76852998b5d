using MnM.Simulator.World;

namespace MnM.Simulator.Lcu;

/// <summary>
/// The League client: its lockfile, its interface and its socket. It shows what the evening says; whether it runs at all can be changed at any time.
/// </summary>
public sealed class LeagueClient : IAsyncDisposable
{
    private readonly LcuSurroundings _around;
    private readonly Lockfile _lockfile;
    private readonly RecordedEvents _recorded;
    private readonly SemaphoreSlim _turn = new(1, 1);
    private volatile ClientProcess? _process;
    private volatile LcuResources _resources;

    internal LeagueClient(PlayerMachineOptions options, IEnumerable<LcuEvent> recorded, EveningState state, LcuSurroundings around)
    {
        (_lockfile, _around, _resources) = (new Lockfile(options.LeagueFolder), around, new LcuResources(state));
        _recorded = new RecordedEvents(recorded, options.Speed, one => _process?.Tell(one), around.Clock);
    }

    /// <summary>The lockfile's path; whether the file is there depends on how the client last ended.</summary>
    public string LockfilePath => _lockfile.Path;

    public bool IsRunning => _process is not null;

    /// <summary>0 while it does not run, as its port is.</summary>
    public int ProcessId => _process?.Id ?? 0;

    public int Port => _process?.Port ?? 0;

    /// <summary>Empty while it does not run.</summary>
    public string Password => _process?.Password ?? "";

    /// <summary>How many topics its latest socket is subscribed to, null while it has none; for who moves the clock only once a subscription is heard.</summary>
    public int? Subscriptions => _process?.Subscriptions;

    /// <summary>Whether a process of that number runs, as the lockfile's reader asks.</summary>
    public bool HasProcess(int id) => _process?.Id == id;

    /// <summary>Starts the process: the lockfile is there at once, answers only come after <see cref="ListenAsync"/>.</summary>
    public Task LaunchAsync() => InTurnAsync(async () =>
    {
        await EndAsync().ConfigureAwait(false);
        var process = new ClientProcess(this, _around);
        _process = process;
        _lockfile.Write(_around.Network.ClientProcessName, process.Id, process.Port, process.Password);
    });

    public Task ListenAsync(CancellationToken cancellationToken) => InTurnAsync(() => _process?.ListenAsync(cancellationToken) ?? Task.CompletedTask);

    /// <summary>Starts the client anew with another port and password; a lockfile that is there is overwritten in place.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await LaunchAsync().ConfigureAwait(false);
        await ListenAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Ends the client in an orderly way: the lockfile goes.</summary>
    public Task CloseAsync() => InTurnAsync(async () =>
    {
        await EndAsync().ConfigureAwait(false);
        _lockfile.Delete();
    });

    /// <summary>Ends the client as it dies: the lockfile stays.</summary>
    public Task CrashAsync() => InTurnAsync(EndAsync);

    public async ValueTask DisposeAsync()
    {
        // A lockfile that a crash left stays as it is.
        await (IsRunning ? CloseAsync() : CrashAsync()).ConfigureAwait(false);
        _recorded.Dispose();
        _lockfile.Dispose();
        _turn.Dispose();
    }

    internal LcuAnswer Answer(string path) =>
        _around.Files.Find(path) is { } ready ? new LcuAnswer(200, ready)
        : _recorded.Owns(path) ? _recorded.Find(path)
        : _resources.Find(path);

    /// <summary>Somebody subscribed to events.</summary>
    internal void Heard() => _recorded.Begin();

    internal Task ChangeAsync(ClientChange change, CancellationToken cancellationToken) => change switch
    {
        ClientChange.Launch => LaunchAsync(),
        ClientChange.Listen => ListenAsync(cancellationToken),
        ClientChange.Close => CloseAsync(),
        _ => CrashAsync(),
    };

    internal void Show(EveningState state)
    {
        var (before, now) = (_resources, new LcuResources(state));
        _resources = now;
        foreach (var change in now.ChangesSince(before).Where(change => !_recorded.Owns(change.Uri)))
        {
            _process?.Tell(change);
        }
    }

    // The evening and whoever else starts and ends the client do so one after the other.
    private async Task InTurnAsync(Func<Task> act)
    {
        await _turn.WaitAsync().ConfigureAwait(false);
        try
        {
            await act().ConfigureAwait(false);
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task EndAsync()
    {
        if (_process is { } process)
        {
            _process = null;
            await process.DisposeAsync().ConfigureAwait(false);
        }

        _lockfile.Leave();
    }
}
