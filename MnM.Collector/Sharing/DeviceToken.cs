using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace MnM.Collector.Sharing;

/// <summary>What a device presents: 256 random bits as text. They cannot be guessed, so a plain hash of them tells nothing.</summary>
public static class DeviceToken
{
    private const int Bytes = 32;
    private const int Letters = 43;

    /// <summary>A new one.</summary>
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>Its hash as it is stored; null for a text that can be none.</summary>
    public static byte[]? HashOf(string? token) => token is { Length: Letters } ? SHA256.HashData(Encoding.UTF8.GetBytes(token)) : null;
}
