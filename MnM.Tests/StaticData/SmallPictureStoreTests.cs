using MnM.Collector.StaticData;
using MnM.Tests.Hosting;
using SkiaSharp;

namespace MnM.Tests.StaticData;

public sealed class SmallPictureStoreTests : IDisposable
{
    private const string Ahri = "/cdn/16.18.1/img/champion/Ahri.png";

    private readonly TemporaryFolder _folder = new();
    private readonly FakeDataDragon _dragon = new();
    private readonly StaticDataRun _run;

    public SmallPictureStoreTests() => _run = new(_folder, _dragon);

    [Theory]
    [InlineData(PictureSize.Small, 48, 1200)]
    [InlineData(PictureSize.Large, 96, 4000)]
    public async Task A_champion_takes_a_few_kilobytes_instead_of_thirty(PictureSize size, int edge, int most)
    {
        await _run.LookAsync();
        var painting = Painting.Png(120, 120);
        _dragon.Put(Ahri, painting);

        var path = await FindAsync(size);

        Assert.Equal(_folder.File($"static/pictures/champion/Ahri-{edge}.webp"), path);
        Assert.InRange(painting.Length, 20_000, 40_000);
        Assert.InRange(new FileInfo(path!).Length, 500, most);
        Assert.Equal((edge, edge), SizeOf(path!));
    }

    [Fact]
    public async Task A_picture_is_never_enlarged()
    {
        await _run.LookAsync();
        _dragon.Put(Ahri, Painting.Png(64, 64));

        Assert.Equal((64, 64), SizeOf((await FindAsync(PictureSize.Large))!));
    }

    [Fact]
    public async Task Of_a_wide_picture_the_middle_is_shown()
    {
        await _run.LookAsync();
        using var wide = new SKBitmap(300, 100);
        wide.Erase(SKColors.Red);
        wide.Erase(SKColors.Blue, SKRectI.Create(100, 0, 100, 100));
        using var png = wide.Encode(SKEncodedImageFormat.Png, 100);
        _dragon.Put(Ahri, png.ToArray());

        using var small = SKBitmap.Decode(await FindAsync(PictureSize.Small));

        Assert.Equal((48, 48), (small.Width, small.Height));
        Assert.All([small.GetPixel(1, 1), small.GetPixel(46, 46), small.GetPixel(24, 24)], pixel => Assert.True(pixel.Blue > 200 && pixel.Red < 60, pixel.ToString()));
    }

    [Fact]
    public async Task What_is_clear_stays_clear()
    {
        await _run.LookAsync();
        using var round = new SKBitmap(new SKImageInfo(64, 64, SKColorType.Rgba8888, SKAlphaType.Premul));
        round.Erase(SKColors.Transparent);
        round.Erase(SKColors.Gold, SKRectI.Create(16, 16, 32, 32));
        using var png = round.Encode(SKEncodedImageFormat.Png, 100);
        _dragon.Put(Ahri, png.ToArray());

        using var small = SKBitmap.Decode(await FindAsync(PictureSize.Small));

        Assert.Equal((0, 255), (small.GetPixel(2, 2).Alpha, small.GetPixel(24, 24).Alpha));
    }

    [Fact]
    public async Task A_picture_that_an_older_version_kept_is_made_small_without_the_network()
    {
        Directory.CreateDirectory(_folder.File("static/pictures/champion"));
        await File.WriteAllBytesAsync(_folder.File("static/pictures/champion/Ahri.png"), Painting.Png(120, 120));
        _dragon.Offline = true;

        Assert.Equal((48, 48), SizeOf((await FindAsync(PictureSize.Small))!));
    }

    [Fact]
    public async Task Twenty_who_ask_at_once_share_one()
    {
        await _run.LookAsync();
        _dragon.Put(Ahri, Painting.Png(120, 120));

        var paths = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => FindAsync(PictureSize.Small)));

        Assert.Single(paths.Distinct());
        Assert.Single(_folder.Files, file => file.Contains("webp", StringComparison.Ordinal));
        Assert.Single(_dragon.Asked, path => path == Ahri);
    }

    [Fact]
    public async Task A_picture_that_breaks_off_is_none_and_is_not_tried_again_soon()
    {
        await _run.LookAsync();
        _dragon.Put(Ahri, Painting.Png(120, 120)[..5000]);

        Assert.Null(await FindAsync(PictureSize.Small));
        Assert.Null(await FindAsync(PictureSize.Small));

        Assert.Single(_run.Logged.Warnings);
        _run.Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Null(await FindAsync(PictureSize.Small));
        Assert.Equal(2, _run.Logged.Warnings.Count);
        Assert.DoesNotContain(_folder.Files, file => file.Contains("webp", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_small_file_that_would_be_huge_is_not_unpacked()
    {
        await _run.LookAsync();
        using var flat = new SKBitmap(1025, 8);
        using var png = flat.Encode(SKEncodedImageFormat.Png, 100);
        _dragon.Put(Ahri, png.ToArray());

        Assert.Null(await FindAsync(PictureSize.Small));
    }

    [Fact]
    public async Task Where_small_pictures_cannot_be_kept_pages_show_Riots_own()
    {
        await _run.LookAsync();
        _dragon.Put(Ahri, Painting.Png(120, 120));
        // A folder in the file's place stands for a full disk.
        Directory.CreateDirectory(_folder.File("static/pictures/champion/Ahri-48.webp"));

        Assert.Equal(_folder.File("static/pictures/champion/Ahri.png"), await FindAsync(PictureSize.Small));
    }

    public void Dispose()
    {
        _run.Dispose();
        _dragon.Dispose();
        _folder.Dispose();
    }

    private async Task<string?> FindAsync(PictureSize size) => await _run.SmallPictures.FindAsync(PictureKind.Champion, "Ahri", size, CancellationToken.None);

    private static (int Width, int Height) SizeOf(string path)
    {
        using var codec = SKCodec.Create(path);
        Assert.Equal(SKEncodedImageFormat.Webp, codec.EncodedFormat);
        return (codec.Info.Width, codec.Info.Height);
    }
}
