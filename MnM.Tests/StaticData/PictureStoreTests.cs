using MnM.Collector.StaticData;
using MnM.Tests.Hosting;

namespace MnM.Tests.StaticData;

public sealed class PictureStoreTests : IDisposable
{
    private const string Ahri = "/cdn/16.18.1/img/champion/Ahri.png";

    private readonly TemporaryFolder _folder = new();
    private readonly FakeDataDragon _dragon = new();
    private readonly StaticDataRun _run;

    public PictureStoreTests() => _run = new(_folder, _dragon);

    [Theory]
    [InlineData(PictureKind.Champion, "monkeyKing", "16.18.1/img/champion/MonkeyKing.png", "champion/MonkeyKing.png")]
    [InlineData(PictureKind.Champion, "FiddleSticks", "16.18.1/img/champion/Fiddlesticks.png", "champion/Fiddlesticks.png")]
    [InlineData(PictureKind.Champion, "Zaahen", "16.18.1/img/champion/Zaahen.png", "champion/Zaahen.png")]
    [InlineData(PictureKind.Item, "3031", "16.18.1/img/item/3031.png", "item/3031.png")]
    [InlineData(PictureKind.Item, "03031", "16.18.1/img/item/3031.png", "item/3031.png")]
    [InlineData(PictureKind.Spell, "SummonerFlash", "16.18.1/img/spell/SummonerFlash.png", "spell/SummonerFlash.png")]
    [InlineData(PictureKind.Rune, "8112", "img/perk-images/Styles/Domination/Electrocute/Electrocute.png", "rune/8112.png")]
    [InlineData(PictureKind.ProfileIcon, "29", "16.18.1/img/profileicon/29.png", "profileicon/29.png")]
    public async Task A_picture_is_fetched_from_where_the_catalog_says(PictureKind kind, string key, string address, string file)
    {
        await _run.LookAsync();
        _dragon.Put($"/cdn/{address}", FakeDataDragon.Png);

        var path = await _run.FindAsync(kind, key);

        Assert.Equal(_folder.File($"static/pictures/{file}"), path);
        Assert.Equal(FakeDataDragon.Png, await File.ReadAllBytesAsync(path!));
    }

    [Fact]
    public async Task Twenty_who_ask_at_once_share_one_fetch()
    {
        await _run.LookAsync();
        _dragon.Put(Ahri, FakeDataDragon.Png);
        var held = new TaskCompletionSource();
        _dragon.PicturesHeld = held.Task;

        var all = Enumerable.Range(0, 20).Select(_ => _run.FindAsync(PictureKind.Champion, "Ahri")).ToList();
        held.SetResult();
        var paths = await Task.WhenAll(all);

        Assert.All(paths, Assert.NotNull);
        Assert.Single(_dragon.Asked, path => path == Ahri);
    }

    [Fact]
    public async Task At_most_four_pictures_are_fetched_at_once()
    {
        await _run.LookAsync();
        var held = new TaskCompletionSource();
        _dragon.PicturesHeld = held.Task;

        var all = Enumerable.Range(1, 12).Select(id => _run.FindAsync(PictureKind.ProfileIcon, $"{id}")).ToList();
        await _dragon.FourHeld;
        held.SetResult();
        await Task.WhenAll(all);

        Assert.Equal(4, _dragon.MostAtOnce);
        Assert.Equal(12, _dragon.Asked.Count(path => path.Contains("/img/", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task One_who_leaves_does_not_end_the_fetch_of_the_others()
    {
        await _run.LookAsync();
        _dragon.Put(Ahri, FakeDataDragon.Png);
        var held = new TaskCompletionSource();
        _dragon.PicturesHeld = held.Task;
        using var leaving = new CancellationTokenSource();

        var first = _run.Pictures.FindAsync(PictureKind.Champion, "Ahri", leaving.Token).AsTask();
        var second = _run.FindAsync(PictureKind.Champion, "Ahri");
        await leaving.CancelAsync();
        held.SetResult();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        Assert.NotNull(await second);
    }

    [Fact]
    public async Task A_miss_is_remembered_for_ten_minutes()
    {
        await _run.LookAsync();
        Assert.Null(await _run.FindAsync(PictureKind.Champion, "Ahri"));
        _dragon.Put(Ahri, FakeDataDragon.Png);

        _run.Clock.Advance(TimeSpan.FromMinutes(9));
        Assert.Null(await _run.FindAsync(PictureKind.Champion, "Ahri"));
        _run.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.NotNull(await _run.FindAsync(PictureKind.Champion, "Ahri"));
    }

    [Fact]
    public async Task A_picture_missed_for_want_of_a_network_is_asked_for_again_after_a_minute()
    {
        await _run.LookAsync();
        _dragon.Put(Ahri, FakeDataDragon.Png);
        _dragon.Offline = true;
        Assert.Null(await _run.FindAsync(PictureKind.Champion, "Ahri"));
        _dragon.Offline = false;

        Assert.Null(await _run.FindAsync(PictureKind.Champion, "Ahri"));
        _run.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.NotNull(await _run.FindAsync(PictureKind.Champion, "Ahri"));
    }

    [Fact]
    public async Task A_picture_on_disk_needs_neither_catalog_nor_network()
    {
        await _run.LookAsync();
        _dragon.Put(Ahri, FakeDataDragon.Png);
        await _run.FindAsync(PictureKind.Champion, "Ahri");
        _dragon.Offline = true;
        using var later = new StaticDataRun(_folder, _dragon);

        Assert.NotNull(await later.FindAsync(PictureKind.Champion, "Ahri"));
    }

    [Fact]
    public async Task Before_there_is_a_catalog_nothing_is_asked_for_and_nothing_counts_as_missed()
    {
        _dragon.Put(Ahri, FakeDataDragon.Png);

        Assert.Null(await _run.FindAsync(PictureKind.Champion, "Ahri"));
        Assert.Empty(_dragon.Asked);
        await _run.LookAsync();
        Assert.NotNull(await _run.FindAsync(PictureKind.Champion, "Ahri"));
    }

    [Theory]
    [InlineData(PictureKind.Champion, "../../mnm")]
    [InlineData(PictureKind.Champion, "..")]
    [InlineData(PictureKind.Champion, "a/b")]
    [InlineData(PictureKind.Champion, "a\\b")]
    [InlineData(PictureKind.Champion, "C:")]
    [InlineData(PictureKind.Champion, "")]
    [InlineData(PictureKind.Champion, "Ähri")]
    [InlineData(PictureKind.Champion, "ABCDEFGHIJABCDEFGHIJABCDEFGHIJABCDEFGHIJA")]
    [InlineData(PictureKind.Spell, "Summoner%2e")]
    [InlineData(PictureKind.Item, "Ahri")]
    [InlineData(PictureKind.Item, "-1")]
    [InlineData(PictureKind.Rune, "99999999999")]
    [InlineData(PictureKind.ProfileIcon, " 1")]
    public async Task A_key_that_could_be_anything_but_a_name_is_refused(PictureKind kind, string key)
    {
        await _run.LookAsync();
        var before = _dragon.Asked.Count;

        Assert.Null(await _run.FindAsync(kind, key));

        Assert.Equal(before, _dragon.Asked.Count);
    }

    [Fact]
    public async Task What_is_no_picture_or_too_large_is_not_kept()
    {
        await _run.LookAsync();
        _dragon.Put(Ahri, "<svg onload='alert(1)'/>");
        _dragon.Put("/cdn/16.18.1/img/champion/Ashe.png", [.. FakeDataDragon.Png, .. new byte[1 << 20]]);

        Assert.Null(await _run.FindAsync(PictureKind.Champion, "Ahri"));
        Assert.Null(await _run.FindAsync(PictureKind.Champion, "Ashe"));

        Assert.DoesNotContain(_folder.Files, file => file.Contains("pictures", StringComparison.Ordinal));
        Assert.Equal(2, _run.Logged.Warnings.Count);
    }

    public void Dispose()
    {
        _run.Dispose();
        _dragon.Dispose();
        _folder.Dispose();
    }
}
