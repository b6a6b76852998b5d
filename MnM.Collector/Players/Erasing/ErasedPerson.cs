using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace MnM.Collector.Players.Erasing;

/// <summary>Somebody who is to be forgotten, and how Riot's answers are freed of them.</summary>
/// <param name="PlayerId">Our id.</param>
/// <param name="GameName">The Riot ID's first part; empty where it is not known.</param>
/// <param name="TagLine">Its second part.</param>
/// <param name="Ids">All ids by which any key ever saw them.</param>
internal sealed record ErasedPerson(long PlayerId, string GameName, string TagLine, ImmutableHashSet<string> Ids)
{
    /// <summary>What stands in the place of an id: nobody's, in the form of one, since who has none counts as a bot.</summary>
    public static readonly string Nobody = "erased".PadRight(78, '0');

    // What Riot calls a person in matches, in the running game, in the spectator's and in the client's answers.
    private static readonly ImmutableHashSet<string> Naming =
    [
        "riotIdGameName", "riotIdTagline", "riotIdTagLine", "riotId", "gameName", "tagLine", "gameTag", "summonerName", "summonerId", "accountId", "name", "displayName", "puuid", "PUUID", "obfuscatedPuuid",
    ];

    /// <summary>Other texts that mean them alone where they stand, such as a name without its tag in a game.</summary>
    public ImmutableHashSet<string> Aliases { get; init; } = [];

    /// <summary>Whether a Riot ID is theirs.</summary>
    public bool Is(string? gameName, string? tagLine) =>
        GameName.Length > 0 && PlayerQueries.KeyOf(gameName ?? "", tagLine ?? "") == PlayerQueries.KeyOf(GameName, TagLine);

    /// <summary>Whether a text holds one of their ids.</summary>
    public bool IsNamedIn(ReadOnlySpan<byte> json)
    {
        foreach (var id in Ids)
        {
            if (json.IndexOf(Encoding.UTF8.GetBytes(id)) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The JSON without them: where they stood is somebody without id and name. Null where they are not in it, or it is none.</summary>
    public byte[]? Scrub(byte[] json)
    {
        try
        {
            return JsonNode.Parse(json) is { } root && Scrub(root) ? JsonSerializer.SerializeToUtf8Bytes(root) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private bool Scrub(JsonNode node)
    {
        var changed = false;
        if (node is JsonObject part)
        {
            var isTheirs = IsTheirs(part);
            foreach (var (name, value) in part.ToList())
            {
                if (name is not "EventName" && Text(value) is { Length: > 0 } text && (IsId(text) || IsRiotId(text) || (isTheirs && Naming.Contains(name))))
                {
                    part[name] = IsId(text) ? Nobody : "";
                    changed = true;
                }
                else if (value is not null)
                {
                    changed |= Scrub(value);
                }
            }
        }
        else if (node is JsonArray list)
        {
            for (var place = 0; place < list.Count; place++)
            {
                if (Text(list[place]) is { } text && (IsId(text) || IsRiotId(text)))
                {
                    list[place] = IsId(text) ? Nobody : "";
                    changed = true;
                }
                else if (list[place] is { } value)
                {
                    changed |= Scrub(value);
                }
            }
        }

        return changed;
    }

    private bool IsTheirs(JsonObject part) =>
        part.Any(member => Text(member.Value) is { } text && (IsId(text) || IsRiotId(text)))
        || Is(Text(part["riotIdGameName"]) ?? Text(part["gameName"]), Text(part["riotIdTagline"]) ?? Text(part["riotIdTagLine"]) ?? Text(part["tagLine"]));

    private bool IsId(string text) => Ids.Contains(text);

    private bool IsRiotId(string text) => Aliases.Contains(text) || (text.Split('#') is [var name, var tag] && Is(name, tag));

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
