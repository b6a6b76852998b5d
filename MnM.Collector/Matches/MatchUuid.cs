using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace MnM.Collector.Matches;

/// <summary>
/// A match's id as a UUID, for programs that know matches by UUIDs. It is made of Riot's id and read back into it, so that no table holds it: version 8 (RFC 9562, 5.8)
/// with the platform's letters in custom_a, MnM's mark in custom_b and the game's number in custom_c.
/// </summary>
public static class MatchUuid
{
    private const int Length = 16;
    private const int LongestPlatform = 6;
    private const ushort Version = 0x8000;
    private const ushort Mark = 0x06D6;
    private const ulong Variant = 0x8000_0000_0000_0000;
    private const ulong Numbers = 0x3FFF_FFFF_FFFF_FFFF;

    /// <summary>The UUID of a match such as EUW1_5720153635; null for what Riot would not write so.</summary>
    public static Guid? Of(string matchId)
    {
        var (platform, number) = matchId.Split('_') is [var before, var after] ? (before, after) : ("", "");
        if (!IsPlatform(platform) || number.StartsWith('0') || !ulong.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var game) || game > Numbers)
        {
            return null;
        }

        Span<byte> bytes = stackalloc byte[Length];
        bytes.Clear();
        Encoding.ASCII.GetBytes(platform, bytes);
        BinaryPrimitives.WriteUInt16BigEndian(bytes[LongestPlatform..], Version | Mark);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[(LongestPlatform + sizeof(ushort))..], Variant | game);
        return new Guid(bytes, bigEndian: true);
    }

    /// <summary>Riot's id of the match; null where the UUID is of anything else.</summary>
    public static string? Read(Guid uuid)
    {
        Span<byte> bytes = stackalloc byte[Length];
        uuid.TryWriteBytes(bytes, bigEndian: true, out _);
        var platform = Encoding.ASCII.GetString(bytes[..LongestPlatform]).TrimEnd('\0');
        var game = BinaryPrimitives.ReadUInt64BigEndian(bytes[(LongestPlatform + sizeof(ushort))..]) & Numbers;
        var matchId = string.Create(CultureInfo.InvariantCulture, $"{platform}_{game}");

        // Version, variant, mark and letters are right where it would be written just so.
        return Of(matchId) == uuid ? matchId : null;
    }

    /// <summary>Riot's id of the match that a part of an address names, by its UUID or by that id in any case; null for what is neither.</summary>
    public static string? Parse(string text) =>
        Guid.TryParseExact(text, "D", out var uuid) ? Read(uuid)
        : text.ToUpperInvariant() is var matchId && Of(matchId) is not null ? matchId
        : null;

    private static bool IsPlatform(string text) => text.Length is > 0 and <= LongestPlatform && text.All(letter => char.IsAsciiLetterUpper(letter) || char.IsAsciiDigit(letter));
}
