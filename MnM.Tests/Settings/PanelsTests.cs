using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MnM.Collector.Live;
using MnM.Collector.Live.Recording;
using MnM.Collector.Players;
using MnM.Collector.Players.Erasing;
using MnM.Collector.Riot;
using MnM.Collector.Riot.Keys;
using MnM.Collector.Storage;
using MnM.Collector.Storage.Backups;
using MnM.Collector.Tracking.Webhooks;
using MnM.Tests.Hosting;
using MnM.Tests.Live.Pages;
using MnM.Web.Settings;

namespace MnM.Tests.Settings;

public sealed class PanelsTests : BunitContext, IAsyncLifetime
{
    private static readonly string[] Copies = ["mnm.before-migration-of-20261123004904_Tft.db", "mnm.db.damaged-20261001T000000Z", "mnm.db.replaced-20261002T000000Z"];
    private static readonly string[] SetAside = [.. Copies, "mnm.db.damaged-20261001T000000Z-wal"];
    private RunningMnm _mnm = null!;

    public async Task InitializeAsync()
    {
        _mnm = await RunningMnm.StartAsync(settings: [("INSIGHTS_ENDPOINT", "https://models.example.org/v1"), ("INSIGHTS_MODEL", "m"), ("TFT_CLICKHOUSE_URL", "http://me:hidden@127.0.0.1:9/mnm")]);
        foreach (var type in new[] { typeof(LeavingList), typeof(DiskMeter), typeof(PlayerSearch), typeof(PersonEraser), typeof(KeptCopiesReader) })
        {
            Services.AddSingleton(type, _mnm.App.Services.GetRequiredService(type));
        }

        Renderer.SetRendererInfo(new RendererInfo("Server", isInteractive: true));
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        await DisposeComponentsAsync();
        await _mnm.DisposeAsync();
    }

    [Fact]
    public async Task What_leaves_the_machine_is_told_by_host_and_never_with_a_password()
    {
        await _mnm.App.Services.GetRequiredService<WebhookStore>().AddAsync("https://hooks.example.org/secret-path", null, null, CancellationToken.None);

        var panel = Render<LeavingPanel>();

        panel.WaitForAssertion(() => Assert.Equal(
            ["Riot’s API", "Data Dragon", "Riot’s lists", "Riot’s certificate", "Webhook", "Language model m", "ClickHouse"], panel.FindAll("li b").Select(who => who.TextContent.Split(" (")[0])));
        Assert.Contains("*.api.riotgames.com", panel.Markup, StringComparison.Ordinal);
        Assert.Contains("hooks.example.org", panel.Markup, StringComparison.Ordinal);
        Assert.Contains("not agreed to", panel.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-path", panel.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("hidden", panel.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_room_on_disk_is_told_part_by_part()
    {
        Directory.CreateDirectory(Path.Combine(_mnm.DataDirectory, "static", "1"));
        await File.WriteAllBytesAsync(Path.Combine(_mnm.DataDirectory, "static", "1", "a.png"), new byte[3_000_000]);

        foreach (var name in SetAside)
        {
            await File.WriteAllBytesAsync(Path.Combine(_mnm.DataDirectory, name), new byte[1_000]);
        }

        await File.WriteAllBytesAsync(Path.Combine(_mnm.DataDirectory, "tft.db.damaged"), new byte[20_000]);
        var logs = Directory.CreateDirectory(Path.Combine(_mnm.DataDirectory, "logs")).FullName;
        await File.WriteAllBytesAsync(Path.Combine(logs, "mnm-20261001.log"), new byte[30_000]);
        using (var db = _mnm.App.Services.GetRequiredService<IDbContextFactory<MnmDbContext>>().CreateDbContext())
        {
            db.Add(new Game { Id = 1, GameMode = "CLASSIC", MapName = "Map11", StartedAt = LiveViews.At, LastPolledAt = LiveViews.At });
            db.Add(new GameSnapshot { GameId = 1, PolledAt = LiveViews.At, Payload = new byte[5_000] });
            await db.SaveChangesAsync();
        }

        var panel = Render<DiskPanel>();

        panel.WaitForAssertion(() => Assert.Equal(["Database", "Recordings", "TFT rows", "Pictures and names", "Backups", "Set aside", "Log"], panel.FindAll("dt").Select(part => part.TextContent)));
        var use = await _mnm.App.Services.GetRequiredService<DiskMeter>().ReadAsync(CancellationToken.None);
        Assert.Equal(
            [_mnm.App.Services.GetRequiredService<DatabaseInspector>().Bytes - 5_000, 5_000, BytesOf(_mnm.DataDirectory, "tft.db*"), 3_000_000, 0, 4_000, BytesOf(logs, "*")],
            use.Parts.Select(part => part.Bytes));
        Assert.InRange(use.Parts[2].Bytes, 20_000, long.MaxValue);
        Assert.InRange(use.Parts[6].Bytes, 30_000, long.MaxValue);
        Assert.Contains(Path.Combine(_mnm.DataDirectory, "mnm.db.damaged-20261001T000000Z"), panel.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_the_folder_of_backups_only_backups_are_counted()
    {
        var backup = (await _mnm.App.Services.GetRequiredService<BackupDesk>().MakeAsync(BackupKind.Manual, CancellationToken.None)).Made!;
        var folder = _mnm.App.Services.GetRequiredService<BackupFolder>().Path;
        Directory.CreateDirectory(Path.Combine(folder, "holidays"));
        await File.WriteAllBytesAsync(Path.Combine(folder, "holidays", "film.mp4"), new byte[3_000_000]);

        var use = await _mnm.App.Services.GetRequiredService<DiskMeter>().ReadAsync(CancellationToken.None);

        Assert.Equal(backup.Bytes, use.Parts.Single(part => part.What == "Backups").Bytes);
    }

    [Fact]
    public async Task A_key_for_TFT_alone_leaves_the_machine_too()
    {
        var list = _mnm.App.Services.GetRequiredService<LeavingList>();
        Assert.Equal("no key", (await list.ReadAsync(CancellationToken.None))[0].State);

        _mnm.App.Services.GetRequiredService<RiotKeys>().Set(RiotProduct.Tactics, "RGAPI-tft");

        Assert.Null((await list.ReadAsync(CancellationToken.None))[0].State);
    }

    [Theory]
    [InlineData("127.0.0.1:9", true)]
    [InlineData("localhost", true)]
    [InlineData("[::1]:8123", true)]
    [InlineData("localhost.example.com", false)]
    [InlineData("127.evil.org:9", false)]
    [InlineData("*.api.riotgames.com", false)]
    public void Only_an_address_of_this_machine_is_told_as_here(string host, bool isHere) => Assert.Equal(isHere, new Leaving("Model", host, "").IsHere);

    [Fact]
    public void A_database_that_does_not_answer_is_told_on_both()
    {
        using (var db = _mnm.App.Services.GetRequiredService<IDbContextFactory<MnmDbContext>>().CreateDbContext())
        {
            db.Database.ExecuteSql($"ALTER TABLE game_snapshots RENAME TO away_polls");
            db.Database.ExecuteSql($"ALTER TABLE webhooks RENAME TO away_hooks");
        }

        var (disk, leaving) = (Render<DiskPanel>(), Render<LeavingPanel>());

        disk.WaitForAssertion(() => Assert.Contains("could not be measured", disk.Find("[role=alert]").TextContent, StringComparison.Ordinal));
        leaving.WaitForAssertion(() => Assert.Contains("does not answer", leaving.Find("[role=alert]").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_person_is_found_asked_for_once_more_and_erased()
    {
        await _mnm.App.Services.GetRequiredService<PlayerStore>().KeepAsync(
            new RiotAccount(Puuid.Find(new string('a', 78))!, "<b>Night</b>", "EUW"), RiotProduct.League, CancellationToken.None);
        await _mnm.App.Services.GetRequiredService<BackupDesk>().MakeAsync(BackupKind.Manual, CancellationToken.None);
        foreach (var name in SetAside)
        {
            await File.WriteAllTextAsync(Path.Combine(_mnm.DataDirectory, name), "Night");
        }

        var folder = Directory.CreateDirectory(Path.Combine(_mnm.DataDirectory, "logs")).FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "mnm-20261001.log"), "Night");
        await File.WriteAllTextAsync(Path.Combine(folder, "mnm-20261001_001.log"), "Night");
        var kept = $"these may still name them: 1 backup (panel Backups), {string.Join(", ", Copies.Select(name => Path.Combine(_mnm.DataDirectory, name)))}, {Directory.GetFiles(folder).Length} log files in {folder}.";
        var panel = Render<ErasePanel>();
        await FindAsync(panel, "night");
        Assert.Contains("&lt;b&gt;Night", panel.Markup, StringComparison.Ordinal);

        await panel.Find("li button").ClickAsync();
        Assert.Contains("What goes:", panel.Find("[role=alertdialog]").TextContent, StringComparison.Ordinal);
        Assert.Contains("What stays:", panel.Find("[role=alertdialog]").TextContent, StringComparison.Ordinal);
        Assert.Contains(kept, panel.Find("[role=alertdialog]").TextContent, StringComparison.Ordinal);
        await panel.FindAll("[role=alertdialog] button").Single(button => button.TextContent == "Keep them").ClickAsync();
        Assert.True(await _mnm.App.Services.GetRequiredService<PlayerQueries>().AnyAsync(CancellationToken.None));

        await panel.Find("li button").ClickAsync();
        await panel.Find("[role=alertdialog] .danger").ClickAsync();

        panel.WaitForAssertion(() => Assert.Contains($"is erased. Until they are deleted, {kept}", panel.Find(".said").TextContent, StringComparison.Ordinal));
        Assert.False(await _mnm.App.Services.GetRequiredService<PlayerQueries>().AnyAsync(CancellationToken.None));
        await FindAsync(panel, "night");
        Assert.Contains("Nobody of that name is known here.", panel.Find(".said").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_search_that_fails_is_told()
    {
        using (var db = _mnm.App.Services.GetRequiredService<IDbContextFactory<MnmDbContext>>().CreateDbContext())
        {
            db.Database.ExecuteSql($"ALTER TABLE players RENAME TO away_players");
        }

        var panel = Render<ErasePanel>();

        await FindAsync(panel, "night");

        Assert.Contains("The database did not answer.", panel.Find(".said").TextContent, StringComparison.Ordinal);
    }

    private static long BytesOf(string folder, string pattern) => new DirectoryInfo(folder).EnumerateFiles(pattern).Sum(file => file.Length);

    private static async Task FindAsync(IRenderedComponent<ErasePanel> panel, string text)
    {
        await panel.Find("#erase-who").ChangeAsync(new ChangeEventArgs { Value = text });
        await panel.Find("form").SubmitAsync();
    }
}
