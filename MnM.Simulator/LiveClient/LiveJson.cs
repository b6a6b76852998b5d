using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace MnM.Simulator.LiveClient;

/// <summary>JSON as the game prints it: tabs, letters of every script unescaped, 32-bit numbers in full.</summary>
internal static class LiveJson
{
    private static readonly JsonWriterOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Indented = true,
        IndentCharacter = '\t',
        IndentSize = 1,
        NewLine = "\n",
        SkipValidation = true,
    };

    public static byte[] Write(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(16 * 1024);
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            write(json);
        }

        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>A 32-bit float as the game prints it: widened to 64 bits, then the shortest text that reads back the same.</summary>
    public static void WriteFloat(this Utf8JsonWriter json, string name, double value)
    {
        Span<byte> text = stackalloc byte[40];
        ((double)(float)value).TryFormat(text, out var length, default, CultureInfo.InvariantCulture);
        if (text[..length].IndexOfAny((byte)'.', (byte)'E') < 0)
        {
            ".0"u8.CopyTo(text[length..]);
            length += 2;
        }

        if (text[..length].IndexOf((byte)'E') is var exponent and >= 0)
        {
            text[exponent] = (byte)'e';
        }

        json.WritePropertyName(name);
        json.WriteRawValue(text[..length], skipInputValidation: true);
    }
}
