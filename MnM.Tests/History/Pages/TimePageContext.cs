using System.Data.Common;
using Bunit;
using Bunit.TestDoubles;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using MnM.Collector;
using MnM.Collector.History.Import;
using MnM.Collector.Live;
using MnM.Collector.Matches;
using MnM.Collector.Storage;
using MnM.Simulator;
using MnM.Tests.History.Import;
using MnM.Tests.History.Time;
using MnM.Tests.Hosting;
using MnM.Tests.Riot;
using MnM.Tests.Security;
using MnM.Web.History.Time;
using MnM.Web.Live;
using MnM.Web.Security;

namespace MnM.Tests.History.Pages;

/// <summary>The page of a player's time over a real database, with a past behind Riot's API and a clock that is turned by hand.</summary>
public abstract class TimePageContext : VisitorContext, IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private ImportRun? _run;

    private protected TimePageContext()
    {
        World = new PastWorld(Clock.GetUtcNow());
        Riot = new StubRiot(World.Answer);
    }

    private protected SimulatorClock Clock { get; } = new();

    private protected PastWorld World { get; }

    private protected StubRiot Riot { get; }

    private protected SlowDatabase Database { get; } = new();

    private protected ImportRun Run => _run!;

    private protected HiddenPeople People => new(new GameQueries(Run.Get<IDbContextFactory<MnmDbContext>>()));

    private protected BunitNavigationManager Navigation => Services.GetRequiredService<BunitNavigationManager>();

    public async Task InitializeAsync()
    {
        // Pages read a database: on a busy machine that takes longer than the second that bUnit waits.
        DefaultWaitTimeout = TimeSpan.FromSeconds(30);
        _run = await ImportRun.StartAsync(_folder, Riot, () => Riot.Count, Clock, null, Database);
        Services.AddSingleton<TimeProvider>(Clock);
        Services.AddSingleton(Run.Jobs);
        Services.AddSingleton(Run.History);
        Services.AddSingleton(Run.Get<HistoryMonitor>());
        Services.AddSingleton(Run.Get<Feed<HistoryState>>());
        Services.AddSingleton(People);
        Services.AddSingleton(ActivatorUtilities.CreateInstance<TimeReader>(Run.Services, new CustomGames(Sharing), People));
        AddServices();
        JSInterop.Mode = JSRuntimeMode.Loose;
        Renderer.SetRendererInfo(new RendererInfo("Server", isInteractive: true));
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        Database.Answer();
        await DisposeComponentsAsync();
        await Run.DisposeAsync();
        _folder.Dispose();
    }

    /// <summary>What another page of a player needs beside.</summary>
    private protected virtual void AddServices()
    {
    }

    private protected IRenderedComponent<TimePage> Show(string query = "", string player = "Anna-EUW")
    {
        Navigation.NavigateTo($"/players/{player}/time{query}");
        return Render<TimePage>(page => page.Add(time => time.Player, player));
    }

    /// <summary>Stores Anna and games of hers, one a day at noon up to yesterday; each third is lost.</summary>
    private protected async Task StoreAsync(int games, Action<Match>? match = null)
    {
        await using var db = await Run.Get<IDbContextFactory<MnmDbContext>>().CreateDbContextAsync();
        await StoredGames.AddPlayerAsync(db, "Anna", "EUW", PastWorld.IdOf("Anna").Value);
        for (var game = 1; game <= games; game++)
        {
            var (number, noon) = (game, new DateTimeOffset(Clock.GetUtcNow().UtcDateTime.Date.AddHours(12).AddDays(-game), TimeSpan.Zero));
            await StoredGames.AddMatchAsync(db, number, noon, [PastWorld.IdOf("Anna").Value, PastWorld.IdOf("Bert").Value], match, one => one.Win = number % 3 != 0);
        }
    }

    private protected Task TellAsync() => Run.Get<HistoryMonitor>().ReadAsync(CancellationToken.None);

    private protected void BreakDatabase()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        var file = Run.Get<IOptions<StorageOptions>>().Value.DatabasePath;
        File.Delete($"{file}-wal");
        File.Delete($"{file}-shm");
        File.WriteAllText(file, "This is no database, and it is longer than the head of one would be: 100 bytes and more.....");
    }

    /// <summary>Keeps questions for matches waiting while it is told to.</summary>
    private protected sealed class SlowDatabase : DbCommandInterceptor
    {
        private volatile TaskCompletionSource? _gate;

        public void Wait() => _gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

        public void Answer()
        {
            var gate = _gate;
            _gate = null;
            gate?.TrySetResult();
        }

        public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            if (_gate is { } gate && command.CommandText.Contains("match_participants", StringComparison.Ordinal))
            {
                await gate.Task;
            }

            return result;
        }
    }
}
