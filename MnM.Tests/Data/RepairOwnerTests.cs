using System.Net;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using MnM.Collector.Storage.Backups;
using MnM.Tests.Hosting;
using MnM.Web.Data;
using MnM.Web.Hosting;
using MnM.Web.Shell;

namespace MnM.Tests.Data;

/// <summary>The repair's page where who sits at this machine is not its owner for that alone.</summary>
public sealed class RepairOwnerTests : IAsyncLifetime, IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly HttpClient _client = new(new SocketsHttpHandler { AllowAutoRedirect = false });
    private WebApplication _app = null!;
    private string _code = "";
    private int _restarts;

    public async Task InitializeAsync()
    {
        var settings = RunningMnm.SettingsFor(_folder, ("OWNER_FROM_LOOPBACK", "false"));
        _code = OwnerCode.Tell(settings);
        _app = RepairApp.Build(settings, new DamagedDatabaseException("mnm.db", "page 7 is torn"), services => services.AddSingleton(new Restart(() => _restarts++)));
        await _app.StartAsync();
        _client.BaseAddress = new(_app.Urls.Single());
    }

    public async Task DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    public void Dispose()
    {
        _client.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_stranger_is_asked_for_the_owner_code_and_told_nothing()
    {
        using var answer = await _client.GetAsync("/");
        var page = await answer.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Contains("data-pair=\"/repair/owner\"", page, StringComparison.Ordinal);
        Assert.Contains("js/pair.js", page, StringComparison.Ordinal);
        Assert.DoesNotContain("torn", page, StringComparison.Ordinal);
        Assert.DoesNotContain(_folder.Path, page, StringComparison.Ordinal);

        using var style = await _client.GetAsync("/css/tokens.css");
        Assert.Equal(HttpStatusCode.OK, style.StatusCode);
        using var wrong = await _client.PostAsJsonAsync("/repair/owner", new { code = "AAAA-AAAA-AAAA-AAAA-AAAA" });
        Assert.Equal(HttpStatusCode.Forbidden, wrong.StatusCode);
        Assert.Contains("not the owner code", await wrong.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var begun = await _client.PostAsync("/repair/empty", null);
        Assert.Equal(HttpStatusCode.Unauthorized, begun.StatusCode);
        Assert.Equal(0, _restarts);
    }

    [Fact]
    public async Task Whoever_gives_the_owner_code_repairs()
    {
        using var entered = await _client.PostAsJsonAsync("/repair/owner", new { code = _code.ToLowerInvariant() });
        Assert.Equal(HttpStatusCode.NoContent, entered.StatusCode);
        Assert.Matches("^mnm-repair=[A-Za-z0-9_-]{43}; path=/; samesite=strict; httponly$", Assert.Single(entered.Headers.GetValues("Set-Cookie")));

        using var answer = await _client.GetAsync("/");
        Assert.Contains("torn", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var begun = await _client.PostAsync("/repair/empty", null);
        Assert.Equal(HttpStatusCode.OK, begun.StatusCode);
        Assert.Equal(1, _restarts);
    }
}
