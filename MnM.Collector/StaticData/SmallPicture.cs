using SkiaSharp;

namespace MnM.Collector.StaticData;

/// <summary>Makes small pictures of Riot's. It alone mentions SkiaSharp, so that the library is loaded with the first picture that is made.</summary>
internal static class SmallPicture
{
    /// <summary>Riot's largest are some 600 pixels wide. A file of a few bytes may claim to be of any size.</summary>
    private const int LargestEdge = 1024;
    private const int Quality = 75;

    // A picture is made once: nothing is worth keeping for the next.
    static SmallPicture() => SKGraphics.SetResourceCacheTotalByteLimit(0);

    /// <summary>The middle square as WebP, at most <paramref name="edge"/> pixels wide; null where the file is no picture or a damaged or huge one.</summary>
    public static byte[]? Make(byte[] file, int edge)
    {
        using var data = SKData.CreateCopy(file);
        using var codec = SKCodec.Create(data);
        if (codec is null || codec.Info.Width is < 1 or > LargestEdge || codec.Info.Height is < 1 or > LargestEdge)
        {
            return null;
        }

        using var whole = new SKBitmap(new SKImageInfo(codec.Info.Width, codec.Info.Height, SKColorType.Rgba8888, SKAlphaType.Premul));
        if (codec.GetPixels(whole.Info, whole.GetPixels()) != SKCodecResult.Success)
        {
            return null;
        }

        var shorter = Math.Min(whole.Width, whole.Height);
        using var square = new SKBitmap();
        whole.ExtractSubset(square, SKRectI.Create((whole.Width - shorter) / 2, (whole.Height - shorter) / 2, shorter, shorter));
        using var small = new SKBitmap(whole.Info.WithSize(Math.Min(edge, shorter), Math.Min(edge, shorter)));
        using var pixels = small.PeekPixels();
        return square.ScalePixels(small, new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear))
            ? pixels.Encode(new SKWebpEncoderOptions(SKWebpEncoderCompression.Lossy, Quality))?.ToArray()
            : null;
    }
}
