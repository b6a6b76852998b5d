using MnM.Collector.StaticData;
using MnM.Tests.Hosting;

namespace MnM.Tests.StaticData;

public sealed class StaticDataStoreTests : IDisposable
{
    private const string Folder = "static/16.18.1/en_US";

    private readonly TemporaryFolder _folder = new();
    private readonly FakeDataDragon _dragon = new();

    [Fact]
    public async Task The_first_look_fetches_and_keeps_the_newest_version()
    {
        using var run = new StaticDataRun(_folder, _dragon);
        Assert.Same(StaticCatalog.Empty, run.Store.Current);

        await run.LookAsync();

        Assert.Equal(CatalogSource.Network, await run.Store.FirstLookDone);
        var catalog = run.Store.Current;
        Assert.Equal("16.18.1", catalog.Version);
        Assert.Equal(new StaticChampion(62, "MonkeyKing", "Wukong", "MonkeyKing.png") { Title = "the Monkey King" }, catalog.Champions["monkeyking"]);
        Assert.Equal("Fiddlesticks", catalog.Champions["FiddleSticks"].Name);
        Assert.Equal(new StaticSpell(4, "SummonerFlash", "Flash", "SummonerFlash.png"), catalog.Spells["summonerflash"]);
        Assert.Equal("perk-images/Styles/7200_Domination.png", catalog.Runes[8100].Image);
        Assert.Equal("Electrocute", catalog.Runes[8112].Name);
        Assert.Equal([$"{Folder}/champion.json", $"{Folder}/item.json", $"{Folder}/runesReforged.json", $"{Folder}/summoner.json"], _folder.Files);
    }

    [Fact]
    public async Task An_item_is_finished_when_it_has_parts_builds_into_nothing_and_is_dear()
    {
        using var run = new StaticDataRun(_folder, _dragon);

        await run.LookAsync();

        var items = run.Store.Current.Items;
        Assert.Equal(new StaticItem(3031, "Infinity Edge", 3450, true, "3031.png"), items[3031]);
        Assert.Equal([3031], items.Values.Where(item => item.Finished).Select(item => item.Id));
    }

    [Fact]
    public async Task What_an_entry_lacks_is_made_good_or_the_entry_left_out()
    {
        using var run = new StaticDataRun(_folder, _dragon);

        await run.LookAsync();

        Assert.Equal(new StaticItem(7050, "7050", 0, false, "7050.png"), run.Store.Current.Items[7050]);
        Assert.Equal("LeeSin.png", run.Store.Current.Champions["LeeSin"].Image);
        Assert.DoesNotContain("Nameless", run.Store.Current.Champions.Keys);
    }

    [Fact]
    public async Task The_second_start_reads_the_disk_and_needs_no_network()
    {
        await FillAsync();
        _dragon.Offline = true;
        using var run = new StaticDataRun(_folder, _dragon);

        await run.LookAsync();

        Assert.Equal(CatalogSource.Disk, await run.Store.FirstLookDone);
        Assert.Equal("Wukong", run.Store.Current.Champions["MonkeyKing"].Name);
        Assert.Contains("stays (16.18.1)", Assert.Single(run.Logged.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_disk_is_read_before_the_loop_begins_and_nobody_is_asked()
    {
        await FillAsync();
        var before = _dragon.Asked.Count;
        using var run = new StaticDataRun(_folder, _dragon);

        await run.StartWithoutLoopsAsync();

        Assert.Equal(CatalogSource.Disk, await run.Store.FirstLookDone.WaitAsync(TimeSpan.FromSeconds(30)));
        Assert.Equal("Wukong", run.Store.Current.Champions["MonkeyKing"].Name);
        Assert.Equal(before, _dragon.Asked.Count);
    }

    [Fact]
    public async Task The_second_start_asks_for_the_version_only()
    {
        await FillAsync();
        var before = _dragon.Asked.Count;
        using var run = new StaticDataRun(_folder, _dragon);

        await run.LookAsync();

        Assert.Equal(["/api/versions.json"], _dragon.Asked.Skip(before));
    }

    [Fact]
    public async Task A_newer_version_takes_the_place_of_the_old_one_at_once()
    {
        using var run = new StaticDataRun(_folder, _dragon);
        await run.LookAsync();
        var old = run.Store.Current;
        _dragon.Publish("16.19.1");

        await run.LookAsync();

        Assert.Equal("16.19.1", run.Store.Current.Version);
        Assert.Equal("16.18.1", old.Version);
        Assert.Contains("static/16.19.1/en_US/champion.json", _folder.Files);
    }

    [Fact]
    public async Task The_newest_version_on_disk_is_newest_by_number_not_by_letters()
    {
        _dragon.Publish("16.9.1");
        await FillAsync();
        _dragon.Publish("16.10.1");
        await FillAsync();
        _dragon.Offline = true;
        using var run = new StaticDataRun(_folder, _dragon);

        await run.LookAsync();

        Assert.Equal("16.10.1", run.Store.Current.Version);
    }

    [Fact]
    public async Task Without_network_and_disk_the_catalog_stays_empty_and_the_first_look_ends()
    {
        _dragon.Offline = true;
        using var run = new StaticDataRun(_folder, _dragon);

        await run.LookAsync();
        await run.LookAsync();

        Assert.Equal(CatalogSource.None, await run.Store.FirstLookDone);
        Assert.Same(StaticCatalog.Empty, run.Store.Current);
        Assert.Single(run.Logged.Warnings);
    }

    [Fact]
    public async Task A_corrupt_file_is_named_and_fetched_again()
    {
        await FillAsync();
        await File.WriteAllTextAsync(_folder.File($"{Folder}/item.json"), """{"data": {"1001": """);
        var before = _dragon.Asked.Count;
        using var run = new StaticDataRun(_folder, _dragon);

        await run.LookAsync();

        Assert.Equal("Infinity Edge", run.Store.Current.Items[3031].Name);
        Assert.Equal(["/api/versions.json", "/cdn/16.18.1/data/en_US/item.json"], _dragon.Asked.Skip(before));
        Assert.Contains("item.json", Assert.Single(run.Logged.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_version_with_a_file_missing_gives_way_to_an_older_whole_one()
    {
        await FillAsync();
        _dragon.Publish("16.19.1");
        await FillAsync();
        File.Delete(_folder.File("static/16.19.1/en_US/summoner.json"));
        _dragon.Offline = true;
        using var run = new StaticDataRun(_folder, _dragon);

        await run.LookAsync();

        Assert.Equal("16.18.1", run.Store.Current.Version);
    }

    [Fact]
    public async Task A_body_that_breaks_off_leaves_no_file_and_no_half_catalog()
    {
        _dragon.BreaksOff = "/cdn/16.18.1/data/en_US/item.json";
        using var run = new StaticDataRun(_folder, _dragon);

        await run.LookAsync();

        Assert.Same(StaticCatalog.Empty, run.Store.Current);
        Assert.Equal([$"{Folder}/champion.json"], _folder.Files);
        Assert.Equal(3, _dragon.Asked.Count(path => path == _dragon.BreaksOff));

        _dragon.BreaksOff = null;
        await run.LookAsync();
        Assert.Equal("16.18.1", run.Store.Current.Version);
    }

    [Fact]
    public async Task Something_else_in_place_of_a_file_is_never_kept()
    {
        using var run = new StaticDataRun(_folder, _dragon);
        await run.LookAsync();
        _dragon.Publish("16.19.1");
        _dragon.Put("/cdn/16.19.1/data/en_US/champion.json", "<html>Sign in to the hotel's network</html>");

        await run.LookAsync();

        Assert.Equal("16.18.1", run.Store.Current.Version);
        Assert.DoesNotContain(_folder.Files, file => file.Contains("16.19.1", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Two_answers_of_a_busy_server_are_asked_for_again()
    {
        _dragon.Busy = 2;
        using var run = new StaticDataRun(_folder, _dragon);

        await run.LookAsync();

        Assert.Equal("16.18.1", run.Store.Current.Version);
        Assert.Empty(run.Logged.Warnings);
    }

    public void Dispose()
    {
        _dragon.Dispose();
        _folder.Dispose();
    }

    private async Task FillAsync()
    {
        using var run = new StaticDataRun(_folder, _dragon);
        await run.LookAsync();
    }
}
