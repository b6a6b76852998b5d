using System.Diagnostics.CodeAnalysis;

namespace MnM.Collector.Riot;

/// <summary>
/// A player's id as Riot's API gives it to one product's keys. Nothing else can be asked for: the id that the League client knows a person by, and the obfuscated
/// one of a player who is hidden, are shorter and never become one.
/// </summary>
public sealed record Puuid
{
    private const int Length = 78;

    private Puuid(string value) => Value = value;

    /// <summary>Seventy-eight letters, digits, - and _.</summary>
    public string Value { get; }

    /// <summary>The id in that text; null where it holds none, which is so of bots and of players who are hidden.</summary>
    public static Puuid? Find(string? text) => TryParse(text, out var puuid) ? puuid : null;

    /// <summary>Whether the text is an id.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out Puuid? puuid)
    {
        puuid = text is { Length: Length } && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_') ? new Puuid(text) : null;
        return puuid is not null;
    }

    /// <inheritdoc/>
    public override string ToString() => Value;
}
