using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using MnM.Collector.Riot;
using MnM.Collector.Riot.Keys;
using MnM.Collector.Storage;
using MnM.Simulator;
using MnM.Tests.Hosting;

namespace MnM.Tests.Riot;

/// <summary>The Riot slice as MnM registers it, on a clock that is turned by hand and with the network replaced.</summary>
internal sealed class RiotRun : IAsyncDisposable
{
    public const string Key = "RGAPI-secret-of-the-owner-0001";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly TemporaryFolder _folder = new();
    private readonly ServiceProvider _services;

    private RiotRun(HttpMessageHandler network, RiotOptions options, SimulatorClock clock, Action<IServiceCollection>? more)
    {
        Clock = clock;
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.AddProvider(Log).SetMinimumLevel(LogLevel.Trace));
        services.AddSingleton<TimeProvider>(clock);
        services.AddSingleton(Options.Create(options));
        services.AddSingleton(Options.Create(new StorageOptions { DataDirectory = _folder.Path }));
        services.AddSingleton<IRiotKeyStore>(Store);
        services.AddStorage().AddRiot();
        more?.Invoke(services);
        services.AddHttpClient(nameof(RiotClient)).ConfigurePrimaryHttpMessageHandler(() => network);
        _services = services.BuildServiceProvider();
    }

    public SimulatorClock Clock { get; }

    public WholeLog Log { get; } = new();

    public KeysInMemory Store { get; } = new();

    public RiotKeys Keys => Get<RiotKeys>();

    /// <param name="network">What answers in Riot's place.</param>
    /// <param name="options">The settings; a key and nothing else where null.</param>
    /// <param name="clock">The clock; a new one where null.</param>
    /// <param name="more">Adds what builds on the slice.</param>
    public static async Task<RiotRun> StartAsync(
        HttpMessageHandler network, RiotOptions? options = null, SimulatorClock? clock = null, Action<IServiceCollection>? more = null)
    {
        var run = new RiotRun(network, options ?? new RiotOptions { ApiKey = Key }, clock ?? new SimulatorClock(), more);
        await run.Get<DatabaseMigrator>().MigrateAsync(CancellationToken.None);
        return run;
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>Turns the clock until the answer is there, by no more than <paramref name="mostStep"/> seconds at once: a longer wait is one for the network.</summary>
    /// <param name="question">What is asked.</param>
    /// <param name="mostStep">In seconds.</param>
    /// <param name="isStill">Whether only the clock can go on; always where null.</param>
    public async Task<T> AnswerAsync<T>(Task<T> question, double mostStep = 5, Func<bool>? isStill = null)
    {
        var since = Stopwatch.GetTimestamp();
        while (!question.IsCompleted)
        {
            Assert.True(Stopwatch.GetElapsedTime(since) < Patience, "There is no answer.");
            if (isStill?.Invoke() is not false && Clock.NextDue is { } due && due.TotalSeconds <= mostStep)
            {
                Clock.Advance(due.TotalSeconds);
            }

            await Task.Yield();
        }

        return await question;
    }

    /// <summary>Turns the clock until it is so, by no more than <paramref name="mostStep"/> seconds at once.</summary>
    public Task UntilAsync(Func<bool> isSo, double mostStep = 0.01) => UntilAsync(() => Task.FromResult(isSo()), mostStep);

    /// <inheritdoc cref="UntilAsync(Func{bool}, double)"/>
    public async Task UntilAsync(Func<Task<bool>> isSo, double mostStep = 0.01)
    {
        var since = Stopwatch.GetTimestamp();
        while (!await isSo())
        {
            Assert.True(Stopwatch.GetElapsedTime(since) < Patience, "It does not become so.");
            if (Clock.NextDue is { } due && due.TotalSeconds <= mostStep)
            {
                Clock.Advance(due.TotalSeconds);
            }

            await Task.Yield();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }
}
