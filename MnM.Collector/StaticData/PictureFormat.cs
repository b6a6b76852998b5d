namespace MnM.Collector.StaticData;

/// <summary>What a file is by its first bytes, whatever its name or its sender say.</summary>
public static class PictureFormat
{
    /// <summary>How many bytes suffice to tell.</summary>
    public const int HeadLength = 12;

    /// <summary>image/png, image/jpeg, image/webp, or null for anything else.</summary>
    public static string? MediaType(ReadOnlySpan<byte> head) => head switch
    {
        [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => "image/png",
        [0xFF, 0xD8, 0xFF, ..] => "image/jpeg",
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => "image/webp",
        _ => null,
    };
}
