using System.Net;
using System.Threading.Channels;
using Microsoft.Data.Sqlite;
using MnM.Collector.Storage.Backups;
using MnM.Tests.Demo;
using MnM.Tests.Hosting;
using MnM.Tests.Storage.Backups;
using MnM.Web.Demo;

namespace MnM.Tests.Data;

/// <summary>MnM with a damaged database, from its start to its repair.</summary>
public sealed class RepairTests : IAsyncLifetime, IDisposable
{
    private readonly BackupRun _run = new();
    private readonly RecordingLogger _log = new();
    private readonly FakeSimulator _simulator = new();
    private readonly Channel<string> _addresses = Channel.CreateUnbounded<string>();
    private readonly CancellationTokenSource _stop = new();
    private readonly HttpClient _client = new(new SocketsHttpHandler { AllowAutoRedirect = false });
    private Backup _backup = null!;
    private Task<int> _running = null!;

    public async Task InitializeAsync()
    {
        await _run.BeginAsync();
        await _run.SqlAsync("CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT NOT NULL)");
        await _run.WriteAsync("kept");
        _backup = await _run.MakeAsync();
        BackupRun.Damage(_run.Database);
        ModeLoop loop = new(RunningMnm.SettingsFor(_run.Folder), _simulator.Command, _log, TimeProvider.System) { Listening = address => _addresses.Writer.TryWrite(address) };
        _running = loop.RunAsync(_stop.Token);
        _client.BaseAddress = new(await AddressAsync());
    }

    public async Task DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running;
    }

    public void Dispose()
    {
        _client.Dispose();
        _simulator.Dispose();
        _stop.Dispose();
        _log.Dispose();
        _run.Dispose();
    }

    [UnixFact]
    public async Task A_page_offers_the_backups_and_nothing_else_answers()
    {
        var (status, page) = await GetAsync("/");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        Assert.Contains("The database is damaged", page, StringComparison.Ordinal);
        Assert.Contains($"action=\"/repair/{_backup.Name}\"", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await GetAsync("/health")).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await GetAsync("/games")).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await GetAsync("/api/games")).Status);
    }

    [UnixFact]
    public async Task A_click_restores_and_MnM_is_there_on_the_same_address()
    {
        var (_, page) = await PostAsync($"/repair/{_backup.Name}");
        Assert.Contains("MnM begins anew", page, StringComparison.Ordinal);

        Assert.Equal(_client.BaseAddress, new(await AddressAsync()));

        Assert.Equal(HttpStatusCode.OK, (await GetAsync("/api/games")).Status);
        Assert.Equal(["kept"], await _run.NotesAsync());
        Assert.Single(Directory.GetFiles(_run.Folder.Path, "mnm.db.damaged-*Z"));
    }

    [UnixFact]
    public async Task The_newest_whole_one_is_taken_where_no_backup_is_chosen()
    {
        await PostAsync("/repair/latest");
        await AddressAsync();

        Assert.Equal(["kept"], await _run.NotesAsync());
    }

    [UnixFact]
    public async Task MnM_can_begin_empty()
    {
        await PostAsync("/repair/empty");
        await AddressAsync();

        Assert.Equal("[]", (await GetAsync("/api/games")).Body);
        await Assert.ThrowsAsync<SqliteException>(() => _run.NotesAsync());
    }

    [UnixFact]
    public async Task A_backup_that_is_damaged_too_is_told_and_all_stays()
    {
        BackupRun.Damage(_run.PathOf(_backup));

        var (status, page) = await PostAsync($"/repair/{_backup.Name}");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        Assert.Contains($"{_backup.Name} is damaged", page, StringComparison.Ordinal);
        Assert.Contains("This backup is gone.", (await PostAsync("/repair/..%2Fmnm.db")).Body, StringComparison.Ordinal);
        Assert.False(_addresses.Reader.TryRead(out _));
    }

    [UnixFact]
    public async Task Another_site_and_another_machine_can_do_nothing()
    {
        Assert.Equal(HttpStatusCode.Forbidden, await AskAsync(request => request.Headers.Add("Origin", "https://elsewhere.example")));
        Assert.Equal(HttpStatusCode.MisdirectedRequest, await AskAsync(request => request.Headers.Host = "elsewhere.example"));
        Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(request => request.Headers.Add("X-Forwarded-For", "203.0.113.9")));
        Assert.False(_addresses.Reader.TryRead(out _));

        async Task<HttpStatusCode> AskAsync(Action<HttpRequestMessage> change)
        {
            using HttpRequestMessage request = new(HttpMethod.Post, $"/repair/{_backup.Name}");
            change(request);
            using var answer = await _client.SendAsync(request);
            return answer.StatusCode;
        }
    }

    private async Task<string> AddressAsync()
    {
        using CancellationTokenSource patience = new(TimeSpan.FromSeconds(60));
        return await _addresses.Reader.ReadAsync(patience.Token);
    }

    private async Task<(HttpStatusCode Status, string Body)> GetAsync(string path)
    {
        using var answer = await _client.GetAsync(path);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    private async Task<(HttpStatusCode Status, string Body)> PostAsync(string path)
    {
        using var answer = await _client.PostAsync(path, null);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}
