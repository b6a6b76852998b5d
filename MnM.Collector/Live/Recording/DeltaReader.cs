using System.Text.Json;
using MnM.Collector.Riot.Wire;

namespace MnM.Collector.Live.Recording;

/// <summary>Applies deltas of <see cref="DeltaCodec"/>.</summary>
internal static class DeltaReader
{
    /// <summary>Appends the JSON value that <paramref name="delta"/> makes of <paramref name="was"/>.</summary>
    /// <exception cref="FormatException">The delta does not belong to this value, or is damaged.</exception>
    public static void Apply(JsonElement was, JsonElement delta, DeltaBuffer output)
    {
        var tree = JsonTree.Of(was.Raw());
        tree.Apply(delta);
        tree.Write(output);
    }
}
