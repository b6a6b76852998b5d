using System.Text.Json;
using System.Text.Json.Serialization;

namespace MnM.Collector.Tracking;

/// <summary>What came of a game for a player, as it is stored and sent out. What a product does not have is left out.</summary>
public sealed record GameResult
{
    /// <summary>League of Legends: whether the player won; left out of a remake.</summary>
    public bool? Win { get; init; }

    /// <summary>Whether it ended early for a player who was missing.</summary>
    public bool? Remake { get; init; }

    /// <summary>Teamfight Tactics and Arena: from 1, the best.</summary>
    public int? Placement { get; init; }
    public int? Kills { get; init; }
    public int? Deaths { get; init; }
    public int? Assists { get; init; }

    /// <summary>Minions and neutral monsters.</summary>
    public int? Cs { get; init; }
    public int? Gold { get; init; }

    /// <summary>To champions; in Teamfight Tactics to players.</summary>
    public int? Damage { get; init; }
    public int? VisionScore { get; init; }
    public int? Level { get; init; }

    /// <summary>TOP, JUNGLE, MIDDLE, BOTTOM, UTILITY.</summary>
    public string? Position { get; init; }

    /// <summary>Static data's name of the champion.</summary>
    public string? Champion { get; init; }

    /// <summary>Teamfight Tactics: the last round that the player saw.</summary>
    public int? LastRound { get; init; }

    /// <summary>Teamfight Tactics: players sent home.</summary>
    public int? Eliminated { get; init; }

    /// <summary>As it is stored.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, ResultJson.Default.GameResult);

    /// <summary>What is stored; null where that is nothing or cannot be read.</summary>
    public static GameResult? Read(string? json)
    {
        try
        {
            return json is null ? null : JsonSerializer.Deserialize(json, ResultJson.Default.GameResult);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(GameResult))]
internal sealed partial class ResultJson : JsonSerializerContext;
