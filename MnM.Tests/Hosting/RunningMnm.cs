using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using MnM.Web.Hosting;

namespace MnM.Tests.Hosting;

/// <summary>The real MnM on a free port of this machine, with a data folder of its own.</summary>
public sealed class RunningMnm : IAsyncDisposable
{
    private readonly TemporaryFolder _folder;

    private RunningMnm(WebApplication app, TemporaryFolder folder)
    {
        (App, _folder) = (app, folder);
        Address = app.Urls.Select(url => new Uri(url)).Single(url => url.IsLoopback);
        // Who asks whether a body is wanted waits for the answer, however busy the machine is.
        Client = new(new SocketsHttpHandler { AllowAutoRedirect = false, Expect100ContinueTimeout = TimeSpan.FromMinutes(1) }) { BaseAddress = Address };
    }

    public WebApplication App { get; }
    public Uri Address { get; }
    public HttpClient Client { get; }
    public string DataDirectory => _folder.Path;

    /// <param name="configure">Replaces services.</param>
    /// <param name="map">Adds routes to the finished app.</param>
    /// <param name="settings">Settings beside the folder and the address.</param>
    public static async Task<RunningMnm> StartAsync(
        Action<IServiceCollection>? configure = null, Action<WebApplication>? map = null, params (string Name, string Value)[] settings)
    {
        TemporaryFolder folder = new();
        var app = await MnmApp.BuildAsync(SettingsFor(folder, settings), configure);
        map?.Invoke(app);
        await app.StartAsync();
        app.Services.GetRequiredService<Readiness>().Mark("static_data");
        return new(app, folder);
    }

    /// <summary>Settings of a quiet MnM in <paramref name="folder"/> on a free port.</summary>
    public static MnmSettings SettingsFor(TemporaryFolder folder, params (string Name, string Value)[] settings)
    {
        Dictionary<string, string> values = new()
        {
            ["--data"] = folder.Path,
            ["--urls"] = "http://127.0.0.1:0",
            ["LOG_LEVEL"] = "Off",
            // Nobody listens there: nothing of a test leaves this machine.
            ["LIVE_CLIENT_URL"] = "https://127.0.0.1:9",
            ["LEAGUE_CLIENT_PATH"] = Path.Combine(folder.Path, "no-client"),
            ["LIVE_CLIENT_ACCEPT_ANY_CERTIFICATE"] = "true",
            ["DATA_DRAGON_URL"] = "http://127.0.0.1:9",
            ["GAME_CONSTANTS_URL"] = "http://127.0.0.1:9",
        };
        foreach (var (name, value) in settings)
        {
            values[name] = value;
        }

        return MnmSettings.From(values);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();

        // Loops that have begun write into the folder until they have ended; who holds a connection open is not waited for.
        using CancellationTokenSource patience = new(TimeSpan.FromSeconds(5));
        await App.StopAsync(patience.Token);
        await App.DisposeAsync();
        _folder.Dispose();
    }
}
