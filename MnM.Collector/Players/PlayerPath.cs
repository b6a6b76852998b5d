using MnM.Collector.Riot;

namespace MnM.Collector.Players;

/// <summary>A player as addresses name one: Nightjar-EUW, Nightjar#EUW, or a PUUID.</summary>
public sealed record PlayerPath
{
    private PlayerPath(string gameName, string tagLine, Puuid? puuid) => (GameName, TagLine, Puuid) = (gameName, tagLine, puuid);

    /// <summary>The Riot ID's first part; empty where the PUUID is given.</summary>
    public string GameName { get; }

    /// <summary>Its second part.</summary>
    public string TagLine { get; }

    /// <summary>Null where the Riot ID is given.</summary>
    internal Puuid? Puuid { get; }

    /// <summary>The path of a Riot ID.</summary>
    public static PlayerPath Of(string gameName, string tagLine) => new(gameName, tagLine, null);

    /// <summary>What a part of an address names, percent signs decoded; null where it is none of the three.</summary>
    public static PlayerPath? Parse(string? text)
    {
        text = text?.Trim() ?? "";
        if (Riot.Puuid.Find(text) is { } puuid)
        {
            return new PlayerPath("", "", puuid);
        }

        // Names may have a hyphen, tags have none.
        var parting = text.LastIndexOf('#') is var sharp and >= 0 ? sharp : text.LastIndexOf('-');
        return parting > 0 && text[..parting].Trim() is { Length: > 0 } name && text[(parting + 1)..].Trim() is { Length: > 0 } tag ? new PlayerPath(name, tag, null) : null;
    }

    /// <summary>Whether it names the player of that Riot ID. Case and blanks are the same to Riot.</summary>
    public bool Is(string gameName, string tagLine) => Puuid is null && PlayerQueries.KeyOf(GameName, TagLine) == PlayerQueries.KeyOf(gameName, tagLine);

    /// <summary>Whether it names the player of that PUUID.</summary>
    public bool Is(string puuid) => Puuid?.Value == puuid;

    /// <summary>As it stands in an address, before percent signs are put in.</summary>
    public override string ToString() => Puuid?.Value ?? $"{GameName}-{TagLine}";
}
