using System.Net.Sockets;
using System.Threading.Channels;
using MnM.Collector.Storage.Backups;
using MnM.Web.Data;
using MnM.Web.Hosting;
using MnM.Web.Shell;

namespace MnM.Web.Demo;

/// <summary>
/// Runs MnM in one mode after the other, real or demo, on the same address. Each mode has a container of its own,
/// so that nothing of the real data is open while the demo runs, and the other way round.
/// </summary>
internal sealed partial class ModeLoop(MnmSettings real, SimulatorCommand command, ILoggerFactory logs, TimeProvider time, Action<IServiceCollection>? configure = null)
{
    private static readonly TimeSpan SwitchPatience = TimeSpan.FromSeconds(1);

    private readonly ILogger _logger = logs.CreateLogger<ModeLoop>();
    private string? _address;

    /// <summary>What is set, which is read again whenever MnM begins anew.</summary>
    public SettingsInUse InUse { get; init; } = new(real, null, new LogRules(real));

    /// <summary>Called with the address each time MnM listens.</summary>
    public Action<string>? Listening { get; init; }

    /// <summary>Runs until <paramref name="stop"/>, or until the host ends; the exit code, which is 0 unless a service of MnM failed.</summary>
    /// <exception cref="StartException">The first mode cannot start, or neither of both.</exception>
    public async Task<int> RunAsync(CancellationToken stop)
    {
        SimulatorProcess? simulator = null;
        SimulatorProcess? before = null;
        string? fault = null;
        try
        {
            simulator = InUse.Current.IsDemo ? await StartSimulatorAsync(stop) : null;
            while (true)
            {
                var channel = Channel.CreateBounded<Wish>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
                DemoSwitch demo = new(() => channel.Writer.TryWrite(Wish.Demo), () => channel.Writer.TryWrite(Wish.Real));
                Restart restart = new(() => channel.Writer.TryWrite(Wish.Again));
                if (fault is not null)
                {
                    demo.Fail(fault);
                }

                WebApplication app;
                try
                {
                    app = await StartAsync(simulator, demo, restart, stop);
                }
                catch (StartException exception) when (InUse.GoBack(exception.Message))
                {
                    Log.NotFollowed(_logger, exception.Message);
                    continue;
                }
                catch (StartException exception) when (_address is not null && fault is null)
                {
                    // The other mode ran a moment ago: it is better than none.
                    Log.NotSwitched(_logger, exception.Message);
                    fault = exception.Message;
                    (simulator, before) = (before, simulator);
                    continue;
                }

                await using var running = app;
                await EndAsync(before);
                (before, fault) = (null, null);
                InUse.Settle();
                Announce();
                var next = await NextAsync(app, simulator, channel.Reader, demo, stop);
                var hasFailed = next is null && !stop.IsCancellationRequested && HasFailed(app);
                await StopAsync(app, quickly: next is not null);
                if (next is null)
                {
                    return hasFailed ? StartException.Failed : 0;
                }

                if (next.Simulator == simulator)
                {
                    Log.Restarts(_logger);
                    InUse.Follow();
                    continue;
                }

                // Kept until the next mode runs; if that cannot start, this one goes on.
                (before, simulator) = (simulator, next.Simulator);
                Log.Switched(_logger, simulator is null ? "stopped" : "started");
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Told to end while it started.
            return 0;
        }
        finally
        {
            await EndAsync(simulator);
            await EndAsync(before);
        }
    }

    private static ValueTask EndAsync(SimulatorProcess? simulator) => simulator?.DisposeAsync() ?? ValueTask.CompletedTask;

    /// <summary>Whether a loop ended by a fault, which ends the host as quietly as a wish would.</summary>
    private bool HasFailed(WebApplication app)
    {
        var failed = app.Services.GetServices<IHostedService>().OfType<BackgroundService>().FirstOrDefault(service => service.ExecuteTask is { IsFaulted: true });
        if (failed is not null)
        {
            Log.Failed(_logger, failed.GetType().Name, failed.ExecuteTask!.Exception!.InnerException!);
        }

        return failed is not null;
    }

    private void Announce()
    {
        try
        {
            Listening?.Invoke(_address!);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Only a second MnM would have read it.
            Log.NotAnnounced(_logger, exception.Message);
        }
    }

    /// <summary>The mode that was asked for, its simulator already ready so that MnM is away for a moment only; null where MnM ends.</summary>
    private async Task<Mode?> NextAsync(
        WebApplication app, SimulatorProcess? current, ChannelReader<Wish> wishes, DemoSwitch demo, CancellationToken stop)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(app.Lifetime.ApplicationStopping, stop);
        try
        {
            await foreach (var wish in wishes.ReadAllAsync(end.Token))
            {
                if (wish == Wish.Again)
                {
                    return new(current);
                }

                if (wish == Wish.Demo == current is not null)
                {
                    continue;
                }

                if (wish == Wish.Real)
                {
                    return new(null);
                }

                try
                {
                    return new(await StartSimulatorAsync(end.Token));
                }
                catch (StartException exception)
                {
                    Log.NoDemo(_logger, exception.Message);
                    demo.Fail(exception.Message);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // MnM ends.
        }

        return null;
    }

    /// <summary>MnM; in its place, where its database is damaged, what offers a backup.</summary>
    private async Task<WebApplication> StartAsync(SimulatorProcess? simulator, DemoSwitch demo, Restart restart, CancellationToken stop)
    {
        var settings = SettingsOf(simulator);
        try
        {
            return await StartAsync(settings, () => MnmApp.BuildAsync(settings, Add), stop);
        }
        catch (DamagedDatabaseException damage)
        {
            Log.Damaged(_logger, damage.Message);
            return await StartAsync(settings, () => Task.FromResult(RepairApp.Build(settings, damage, Add)), stop);
        }

        void Add(IServiceCollection services)
        {
            services.AddSingleton(logs).AddSingleton(demo).AddSingleton(restart).AddSingleton(InUse);
            configure?.Invoke(services);
        }
    }

    private async Task<WebApplication> StartAsync(MnmSettings settings, Func<Task<WebApplication>> build, CancellationToken stop)
    {
        WebApplication? app = null;
        try
        {
            app = await build();
            await app.StartAsync(stop);
        }
        catch (Exception exception)
        {
            await DisposeAsync(app);
            if ((exception is OperationCanceledException && stop.IsCancellationRequested) || (exception is DamagedDatabaseException && !settings.IsDemo))
            {
                throw;
            }

            var addresses = string.Join(", ", settings.Hosting.Addresses);
            if (exception is SocketException || exception.Source is "Microsoft.AspNetCore.Server.Kestrel.Core")
            {
                throw new StartException(StartException.Failed, $"MnM cannot listen on {addresses}: {exception.Message}");
            }

            Log.NotStarted(_logger, exception);
            throw new StartException(StartException.Failed, $"MnM cannot start: {exception.Message}");
        }

        // The port that was free at first is kept for the modes that follow. The local network's addresses come and go by themselves.
        _address = string.Join(';', app.Urls.Where(url => HostingOptions.IsLoopback(new Uri(url).Host)));
        InUse.Address = _address;
        Log.Listens(_logger, _address, settings.Storage.DataDirectory);
        return app;
    }

    private MnmSettings SettingsOf(SimulatorProcess? simulator)
    {
        var mode = simulator is null ? InUse.Current with { IsDemo = false } : InUse.Current.ForDemo(simulator.Settings);
        return _address is null ? mode : mode.ListeningOn(_address);
    }

    private async Task DisposeAsync(WebApplication? app)
    {
        try
        {
            await (app?.DisposeAsync() ?? ValueTask.CompletedTask);
        }
        catch (Exception exception)
        {
            Log.EndedBadly(_logger, exception);
        }
    }

    private async Task StopAsync(WebApplication app, bool quickly)
    {
        using var patience = new CancellationTokenSource(quickly ? SwitchPatience : Timeout.InfiniteTimeSpan, time);
        try
        {
            await app.StopAsync(patience.Token);
        }
        catch (Exception exception)
        {
            // A service that ends badly must not take the next mode with it.
            Log.EndedBadly(_logger, exception);
        }
    }

    private Task<SimulatorProcess> StartSimulatorAsync(CancellationToken cancellationToken) =>
        SimulatorProcess.StartAsync(command, logs.CreateLogger<SimulatorProcess>(), time, cancellationToken);

    private sealed record Mode(SimulatorProcess? Simulator);

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "MnM listens on {Address}; its data are in {Directory}")]
        public static partial void Listens(ILogger logger, string address, string directory);

        [LoggerMessage(Level = LogLevel.Critical, Message = "MnM cannot start")]
        public static partial void NotStarted(ILogger logger, Exception exception);

        [LoggerMessage(Level = LogLevel.Information, Message = "The demo was {Verb}")]
        public static partial void Switched(ILogger logger, string verb);

        [LoggerMessage(Level = LogLevel.Information, Message = "MnM begins anew")]
        public static partial void Restarts(ILogger logger);

        [LoggerMessage(Level = LogLevel.Critical, Message = "MnM does not start; its page offers the backups: {Reason}")]
        public static partial void Damaged(ILogger logger, string reason);

        [LoggerMessage(Level = LogLevel.Warning, Message = "MnM did not end cleanly")]
        public static partial void EndedBadly(ILogger logger, Exception exception);

        [LoggerMessage(Level = LogLevel.Error, Message = "The demo was not switched, MnM goes on as before: {Reason}")]
        public static partial void NotSwitched(ILogger logger, string reason);

        [LoggerMessage(Level = LogLevel.Error, Message = "MnM cannot begin with what was set, and goes on with the settings before: {Reason}")]
        public static partial void NotFollowed(ILogger logger, string reason);

        [LoggerMessage(Level = LogLevel.Critical, Message = "MnM ends because {Service} failed")]
        public static partial void Failed(ILogger logger, string service, Exception exception);

        [LoggerMessage(Level = LogLevel.Warning, Message = "The address cannot be written down for a second MnM: {Reason}")]
        public static partial void NotAnnounced(ILogger logger, string reason);

        [LoggerMessage(Level = LogLevel.Error, Message = "The demo was not started: {Reason}")]
        public static partial void NoDemo(ILogger logger, string reason);
    }
}
