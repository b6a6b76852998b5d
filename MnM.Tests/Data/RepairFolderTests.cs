using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using MnM.Collector.Storage.Backups;
using MnM.Tests.Hosting;
using MnM.Web.Data;
using MnM.Web.Shell;

namespace MnM.Tests.Data;

/// <summary>The repair's page where the folder of the backups cannot be read.</summary>
public sealed class RepairFolderTests : IAsyncLifetime, IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly HttpClient _client = new();
    private WebApplication _app = null!;
    private int _restarts;

    public async Task InitializeAsync()
    {
        var settings = RunningMnm.SettingsFor(_folder, ("BACKUP_PATH", _folder.Write("letter.txt", "no folder")));
        _app = RepairApp.Build(settings, new DamagedDatabaseException("mnm.db", "page 7 is torn") { CalledOff = "The restore did not take place." }, services => services.AddSingleton(new Restart(() => _restarts++)));
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
    public async Task The_page_tells_why_and_still_offers_an_empty_database()
    {
        var page = await _client.GetAsync("/");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, page.StatusCode);
        var text = await page.Content.ReadAsStringAsync();
        Assert.Contains("They cannot be read: ", text, StringComparison.Ordinal);
        Assert.Contains("The restore did not take place.", text, StringComparison.Ordinal);
        Assert.Contains("Begin with an empty database", text, StringComparison.Ordinal);

        using var begun = await _client.PostAsync("/repair/empty", null);
        Assert.Equal(HttpStatusCode.OK, begun.StatusCode);
        Assert.Equal(1, _restarts);
    }

    [Theory]
    [InlineData("latest", "No copy could be made: ")]
    [InlineData("mnm-20261123T021400Z-manual.db", "The folder of the backups cannot be read.")]
    public async Task A_restore_is_refused_with_the_reason(string name, string reason)
    {
        using var answer = await _client.PostAsync($"/repair/{name}", null);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Contains(reason, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(0, _restarts);
    }
}
