using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using MnM.Collector.Storage.Backups;
using MnM.Tests.Hosting;
using MnM.Web.Data;
using MnM.Web.Hosting;
using MnM.Web.Shell;

namespace MnM.Tests.Data;

/// <summary>MnM on a damaged database, a restore of which was called off: its repair's page is all that answers.</summary>
internal sealed class RepairingMnm : IAsyncDisposable
{
    private readonly TemporaryFolder _folder;
    private readonly WebApplication _app;

    private RepairingMnm(TemporaryFolder folder, MnmSettings settings)
    {
        _folder = folder;
        _app = RepairApp.Build(settings, new DamagedDatabaseException("mnm.db", "page 7 is torn") { CalledOff = "The restore did not take place." }, services => services.AddSingleton(new Restart(() => Restarts++)));
    }

    public HttpClient Client { get; } = new(new SocketsHttpHandler { AllowAutoRedirect = false });

    public Uri Address => new(_app.Urls.Single());

    /// <summary>How often it was done and MnM wanted to begin anew.</summary>
    public int Restarts { get; private set; }

    /// <param name="folder">Of the data; gone in the end.</param>
    /// <param name="settings">Settings beside it.</param>
    public static async Task<RepairingMnm> StartAsync(TemporaryFolder folder, params (string Name, string Value)[] settings)
    {
        var repairing = new RepairingMnm(folder, RunningMnm.SettingsFor(folder, settings));
        await repairing._app.StartAsync();
        repairing.Client.BaseAddress = repairing.Address;
        return repairing;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        _folder.Dispose();
    }
}
