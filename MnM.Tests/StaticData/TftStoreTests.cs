using MnM.Collector.StaticData;
using MnM.Tests.Hosting;

namespace MnM.Tests.StaticData;

public sealed class TftStoreTests : IDisposable
{
    private const string Units = """
        {"type": "tft-champion", "data": {
          "Maps/Shipping/Map22/Sets/TFTSet17/Shop/TFT17_Jinx": {"id": "TFT17_Jinx", "name": "Jinx the Loud", "tier": 4, "image": {"full": "TFT17_Jinx.TFT_Set17.png"}},
          "Maps/Shipping/Map22/Sets/TFTSet17/Shop/TFT17_Ahri": {"tier": 3, "name": " "},
          "TFT17_Nothing": null}}
        """;

    private const string Items = """
        {"data": {"TFT_Item_InfinityEdge": {"id": "TFT_Item_InfinityEdge", "name": "Infinity Edge"}, "TFT9_Augment_Gold": {"id": "TFT9_Augment_Gold", "name": "Gold"}}}
        """;

    private readonly TemporaryFolder _folder = new();
    private readonly FakeDataDragon _dragon = new();

    [Fact]
    public async Task Names_costs_and_pictures_are_read_and_kept()
    {
        using var run = await LookAsync("16.18.1");

        var tft = run.Store.Current.Tft;
        Assert.Equal(new TftEntry("TFT17_Jinx", "Jinx the Loud", 4, "TFT17_Jinx.TFT_Set17.png"), tft.Units.Find("tft17_jinx"));
        Assert.Equal(new TftEntry("TFT17_Ahri", "Ahri", 3, "TFT17_Ahri.png"), tft.Units.Find("TFT17_Ahri"));
        Assert.Equal(2, tft.Units.Count);
        Assert.Contains("static/16.18.1/en_US/tft-item.json", _folder.Files);
        Assert.True(run.Tft.UpToDate);
    }

    [Fact]
    public async Task An_unknown_id_is_shown_by_its_last_part_with_the_whole_id_beside_it()
    {
        using var run = await LookAsync("16.18.1");

        var units = run.Store.Current.Tft.Units;
        Assert.Equal(new TftLabel("DA_NewUnit", "NewUnit", false), units.LabelOf("DA_NewUnit"));
        Assert.Equal("Whole_", units.LabelOf("Whole_").Text);
        Assert.Equal(new TftLabel("tft17_JINX", "Jinx the Loud", true), units.LabelOf("tft17_JINX"));
    }

    [Fact]
    public async Task Augments_have_no_names_here()
    {
        using var run = await LookAsync("16.18.1");

        Assert.Equal(1, run.Store.Current.Tft.Items.Count);
        Assert.False(run.Store.Current.Tft.Items.LabelOf("TFT9_Augment_Gold").IsKnown);
    }

    [Fact]
    public async Task A_file_that_a_version_does_not_have_is_no_fault()
    {
        using var run = await LookAsync("16.18.1");

        Assert.Equal("Bastion", run.Store.Current.Tft.Traits.LabelOf("TFT17_Bastion").Text);
        Assert.Null(run.Store.Current.Tft.Traits.Version);
        Assert.Empty(run.Logged.Warnings);
    }

    [Fact]
    public async Task A_newer_version_without_names_leaves_those_before_it()
    {
        using var run = await LookAsync("16.18.1");
        _dragon.Publish("16.19.1");

        await run.LookAsync();
        await run.Tft.LookAsync(CancellationToken.None);

        Assert.Equal(("16.19.1", "16.18.1"), (run.Store.Current.Version, run.Store.Current.Tft.Units.Version));
        Assert.True(PictureKey.TryCreate(PictureKind.TftUnit, "tft17_jinx", out var key));
        Assert.Equal("16.18.1/img/tft-champion/TFT17_Jinx.TFT_Set17.png", key.LookUp(run.Store.Current).Path);
    }

    [Fact]
    public async Task The_second_start_reads_the_disk_and_needs_no_network()
    {
        (await LookAsync("16.18.1")).Dispose();
        _dragon.Publish("16.19.1");
        _dragon.Offline = true;
        using var run = new StaticDataRun(_folder, _dragon);

        await run.LookAsync();
        await run.Tft.LookAsync(CancellationToken.None);

        Assert.Equal("Jinx the Loud", run.Store.Current.Tft.Units.LabelOf("TFT17_Jinx").Text);
        Assert.False(run.Tft.UpToDate);
    }

    [Fact]
    public async Task Names_on_disk_do_not_wait_for_an_answer()
    {
        (await LookAsync("16.18.1")).Dispose();
        using var run = new StaticDataRun(_folder, _dragon);
        using CancellationTokenSource patience = new(TimeSpan.FromSeconds(30));
        _dragon.Held = new TaskCompletionSource().Task;

        var tick = run.TickAsync(patience.Token);
        while (!run.Store.Current.Tft.Units.LabelOf("TFT17_Jinx").IsKnown)
        {
            await Task.Yield();
            Assert.False(tick.IsCompleted);
        }

        await patience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => tick);
    }

    [Fact]
    public async Task A_corrupt_file_is_fetched_again()
    {
        (await LookAsync("16.18.1")).Dispose();
        await File.WriteAllTextAsync(_folder.File("static/16.18.1/en_US/tft-champion.json"), """{"data": {"TFT17_Jinx": """);
        using var run = new StaticDataRun(_folder, _dragon);

        await run.LookAsync();
        await run.Tft.LookAsync(CancellationToken.None);

        Assert.True(run.Store.Current.Tft.Units.LabelOf("TFT17_Jinx").IsKnown);
        Assert.Contains("tft-champion.json", Assert.Single(run.Logged.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Something_else_in_place_of_a_file_is_never_kept()
    {
        _dragon.Put("/cdn/16.18.1/data/en_US/tft-trait.json", "<html>Sign in to the hotel's network</html>");

        using var run = await LookAsync("16.18.1");

        Assert.DoesNotContain("static/16.18.1/en_US/tft-trait.json", _folder.Files);
        Assert.True(run.Store.Current.Tft.Units.LabelOf("TFT17_Jinx").IsKnown);
        Assert.False(run.Tft.UpToDate);
        Assert.Single(run.Logged.Warnings);
    }

    public void Dispose()
    {
        _dragon.Dispose();
        _folder.Dispose();
    }

    private async Task<StaticDataRun> LookAsync(string version)
    {
        _dragon.Put($"/cdn/{version}/data/en_US/tft-champion.json", Units);
        _dragon.Put($"/cdn/{version}/data/en_US/tft-item.json", Items);
        var run = new StaticDataRun(_folder, _dragon);
        await run.LookAsync();
        await run.Tft.LookAsync(CancellationToken.None);
        return run;
    }
}
