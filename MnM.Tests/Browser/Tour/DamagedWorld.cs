using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using MnM.Collector.Storage.Backups;
using MnM.Tests.Hosting;
using MnM.Web.Data;
using MnM.Web.Shell;

namespace MnM.Tests.Browser.Tour;

/// <summary>What runs in MnM's place while its database is damaged, as its owner and a stranger see it.</summary>
internal sealed class DamagedWorld : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly List<WebApplication> _apps = [];

    public List<TourStop> Stops { get; } = [];

    public static async Task<DamagedWorld> StartAsync()
    {
        DamagedWorld world = new();
        Directory.CreateDirectory(world._folder.File("backups"));
        world._folder.Write("backups/mnm-20261123T021400Z-daily.db", "a backup");
        await world.AddAsync("/, damaged", "503 (Service Unavailable)");
        await world.AddAsync("/, damaged, to a stranger", "401 (Unauthorized)", ("OWNER_FROM_LOOPBACK", "false"));
        return world;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var app in _apps)
        {
            await app.DisposeAsync();
        }

        _folder.Dispose();
    }

    private async Task AddAsync(string name, string refusal, params (string Name, string Value)[] settings)
    {
        var app = RepairApp.Build(RunningMnm.SettingsFor(_folder, settings), new DamagedDatabaseException("mnm.db", "page 7 is torn"), services => services.AddSingleton(new Restart(null)));
        _apps.Add(app);
        await app.StartAsync();
        Stops.Add(new(name, new(app.Urls.Single())) { IsLive = false, Refusal = refusal });
    }
}
