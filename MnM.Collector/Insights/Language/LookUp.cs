using System.Collections.Immutable;
using System.Text;
using System.Text.Json;

namespace MnM.Collector.Insights.Language;

/// <summary>What a tool answered.</summary>
/// <param name="Json">For the model.</param>
/// <param name="GameNames">Names of champions in it.</param>
internal sealed record LookUp(string Json, ImmutableArray<string> GameNames)
{
    /// <summary>Nothing was found out; the sentence holds no number, which the model could repeat.</summary>
    public static LookUp Nothing(string why) => Of(json => json.WriteString("error", why));

    /// <summary>An object with these members.</summary>
    public static LookUp Of(Action<Utf8JsonWriter> write, params IEnumerable<string> gameNames)
    {
        using var body = new MemoryStream();
        using (var json = new Utf8JsonWriter(body, new JsonWriterOptions { Encoder = ReportText.Readable }))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        return new LookUp(Encoding.UTF8.GetString(body.ToArray()), [.. gameNames.Distinct()]);
    }
}
