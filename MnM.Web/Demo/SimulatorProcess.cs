using System.Diagnostics.CodeAnalysis;
using MnM.Web.Hosting;

namespace MnM.Web.Demo;

/// <summary>Keeps the simulator running: when its process dies, it is started again on the same ports.</summary>
internal sealed partial class SimulatorProcess : IAsyncDisposable
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    private readonly SimulatorCommand _command;
    private readonly ILogger _logger;
    private readonly TimeProvider _time;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _keeping;

    private SimulatorProcess(SimulatorCommand command, SimulatorRun first, ILogger logger, TimeProvider time)
    {
        (_command, _logger, _time) = (command, logger, time);
        Settings = first.Settings;
        _keeping = KeepAsync(first, _stop.Token);
    }

    /// <summary>Settings that lead MnM to the simulator.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; }

    /// <summary>Starts the simulator and waits until it is ready, at most 20 s.</summary>
    /// <exception cref="StartException">It did not become ready.</exception>
    public static async Task<SimulatorProcess> StartAsync(SimulatorCommand command, ILogger logger, TimeProvider time, CancellationToken cancellationToken)
    {
        var first = await SimulatorRun.StartAsync(command, logger, time, cancellationToken);
        return new(command, first, logger, time);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _keeping;
        _stop.Dispose();
    }

    [SuppressMessage("Reliability", "CA2000", Justification = "Each run is disposed before the next one starts.")]
    private async Task KeepAsync(SimulatorRun? run, CancellationToken stop)
    {
        var command = _command.OnPorts(PortOf("LIVE_CLIENT_URL"), PortOf("RIOT_BASE_URL"));
        var wait = TimeSpan.FromSeconds(1);
        try
        {
            while (true)
            {
                if (run is not null)
                {
                    var startedAt = _time.GetTimestamp();
                    Log.Died(_logger, await run.WaitForEndAsync(stop));
                    await run.DisposeAsync();
                    run = null;
                    wait = _time.GetElapsedTime(startedAt) > LongestWait ? TimeSpan.FromSeconds(1) : wait;
                }

                await Task.Delay(wait, _time, stop);
                wait = TimeSpan.FromTicks(Math.Min(wait.Ticks * 2, LongestWait.Ticks));
                run = await TryStartAsync(command, stop);
            }
        }
        catch (OperationCanceledException)
        {
            // Nobody wants the demo any more.
        }
        finally
        {
            if (run is not null)
            {
                await run.DisposeAsync();
            }
        }
    }

    private async Task<SimulatorRun?> TryStartAsync(SimulatorCommand command, CancellationToken stop)
    {
        try
        {
            var run = await SimulatorRun.StartAsync(command, _logger, _time, stop);
            Log.Restarted(_logger);
            return run;
        }
        catch (StartException exception)
        {
            Log.NotRestarted(_logger, exception.Message);
            return null;
        }
    }

    // An address may hold {route} as its host or in its path; neither changes the port.
    private int PortOf(string setting) => Settings.TryGetValue(setting, out var address) ? new Uri(address.Replace("{route}", "route", StringComparison.Ordinal)).Port : 0;

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "The simulator died with exit code {ExitCode}; it is started again")]
        public static partial void Died(ILogger logger, int exitCode);

        [LoggerMessage(Level = LogLevel.Information, Message = "The simulator runs again")]
        public static partial void Restarted(ILogger logger);

        [LoggerMessage(Level = LogLevel.Error, Message = "The simulator could not be started again: {Reason}")]
        public static partial void NotRestarted(ILogger logger, string reason);
    }
}
