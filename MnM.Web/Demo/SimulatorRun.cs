using System.Diagnostics;
using MnM.Web.Hosting;

namespace MnM.Web.Demo;

/// <summary>One run of the simulator's process, from its start to its end.</summary>
internal sealed partial class SimulatorRun : IAsyncDisposable
{
    private static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan EndPatience = TimeSpan.FromSeconds(1);

    private readonly Process _process;
    private readonly ILogger _logger;
    private readonly TimeProvider _time;
    private readonly Task _errors;
    private Task _output = Task.CompletedTask;

    private SimulatorRun(Process process, ILogger logger, TimeProvider time)
    {
        (_process, _logger, _time) = (process, logger, time);
        _errors = DrainAsync(process.StandardError, line => Log.Said(logger, line));
    }

    /// <summary>What it said about its addresses, by setting name.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; private set; } = new Dictionary<string, string>();

    /// <summary>Starts the simulator and waits until it is ready.</summary>
    /// <exception cref="StartException">It ended, or was not ready in time.</exception>
    public static async Task<SimulatorRun> StartAsync(SimulatorCommand command, ILogger logger, TimeProvider time, CancellationToken cancellationToken)
    {
        SimulatorRun? run = null;
        try
        {
            run = new(command.Start(), logger, time);
            using var patience = new CancellationTokenSource(StartPatience, time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
            run.Settings = await run.ReadSettingsAsync(either.Token);
            run._output = DrainAsync(run._process.StandardOutput, line => Log.Said(logger, line));
            return run;
        }
        catch (Exception exception)
        {
            if (run is not null)
            {
                await run.DisposeAsync();
            }

            cancellationToken.ThrowIfCancellationRequested();
            throw exception is StartException ? exception
                : exception is OperationCanceledException ? new StartException(StartException.Failed, $"The simulator was not ready within {StartPatience.TotalSeconds} s.")
                : new StartException(StartException.Failed, $"The simulator cannot be started: {exception.Message}");
        }
    }

    /// <summary>Ends when the process does; its exit code.</summary>
    public async Task<int> WaitForEndAsync(CancellationToken cancellationToken)
    {
        await _process.WaitForExitAsync(cancellationToken);
        return _process.ExitCode;
    }

    /// <summary>Asks the process to end by closing its input, and makes it where it does not.</summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            _process.StandardInput.Close();
            using var patience = new CancellationTokenSource(EndPatience, _time);
            await _process.WaitForExitAsync(patience.Token);
        }
        catch (Exception exception) when (exception is OperationCanceledException or IOException)
        {
            Log.Killed(_logger);
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync(CancellationToken.None);
        }

        await Task.WhenAll(_errors, _output);
        _process.Dispose();
    }

    private async Task<Dictionary<string, string>> ReadSettingsAsync(CancellationToken cancellationToken)
    {
        Dictionary<string, string> settings = [];
        while (await _process.StandardOutput.ReadLineAsync(cancellationToken) is { } line)
        {
            if (line is "ready")
            {
                return settings;
            }

            if (line.Split('=', 2) is [var name, var value] && (name == DemoFriends.Names || Setting.All.Any(setting => setting.Name == name && !setting.IsSwitch)))
            {
                settings[name] = value;
            }
            else
            {
                Log.Said(_logger, line);
            }
        }

        await _process.WaitForExitAsync(cancellationToken);
        throw new StartException(StartException.Failed, $"The simulator ended with exit code {_process.ExitCode} before it was ready.");
    }

    // Streams are read to their end: a full pipe would stop the simulator in the middle of a line.
    private static async Task DrainAsync(StreamReader reader, Action<string> tell)
    {
        try
        {
            while (await reader.ReadLineAsync(CancellationToken.None) is { } line)
            {
                tell(line);
            }
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException)
        {
            // The process is gone and its pipe with it.
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Simulator: {Line}")]
        public static partial void Said(ILogger logger, string line);

        [LoggerMessage(Level = LogLevel.Warning, Message = "The simulator did not end by itself and was killed")]
        public static partial void Killed(ILogger logger);
    }
}
