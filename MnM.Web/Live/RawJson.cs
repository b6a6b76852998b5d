using System.Text.Json;
using System.Text.Json.Serialization;

namespace MnM.Web.Live;

/// <summary>JSON that is handed on as it was received; what is none becomes a string.</summary>
[JsonConverter(typeof(Converter))]
public sealed record RawJson(string Text)
{
    private const int MaxDepth = 256;

    private sealed class Converter : JsonConverter<RawJson>
    {
        public override RawJson Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            using var value = JsonDocument.ParseValue(ref reader);
            return new(value.RootElement.GetRawText());
        }

        public override void Write(Utf8JsonWriter writer, RawJson value, JsonSerializerOptions options)
        {
            // Read and written anew, half a surrogate pair would throw and take the whole answer with it.
            if (IsJson(value.Text))
            {
                writer.WriteRawValue(value.Text, skipInputValidation: true);
            }
            else
            {
                writer.WriteStringValue(value.Text);
            }
        }

        private static bool IsJson(string text)
        {
            try
            {
                JsonDocument.Parse(text, new() { MaxDepth = MaxDepth }).Dispose();
                return true;
            }
            catch (JsonException)
            {
                return false;
            }
        }
    }
}
