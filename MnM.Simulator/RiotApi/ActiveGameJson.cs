using System.Text.Json.Nodes;
using MnM.Simulator.World.People;

namespace MnM.Simulator.RiotApi;

/// <summary>A running game as both spectator APIs tell it.</summary>
internal static class ActiveGameJson
{
    public static JsonObject Of(
        long gameId, string platform, int map, string mode, int queue, DateTimeOffset? startedAt, double length, IEnumerable<JsonObject> participants, JsonArray? bans = null) => new()
        {
            ["gameId"] = gameId,
            ["mapId"] = map,
            ["gameMode"] = mode,
            ["gameType"] = queue is 0 or 700 ? "CUSTOM" : "MATCHED",
            ["gameQueueConfigId"] = queue,
            ["participants"] = new JsonArray([.. participants]),
            ["observers"] = new JsonObject { ["encryptionKey"] = Convert.ToBase64String(BitConverter.GetBytes(gameId)) },
            ["platformId"] = platform.ToUpperInvariant(),
            ["bannedChampions"] = bans ?? [],
            ["gameStartTime"] = startedAt?.ToUnixTimeMilliseconds() ?? 0,
            ["gameLength"] = (long)length,
        };

    /// <param name="person">Null for a bot, and for whom streamer mode hides.</param>
    /// <param name="product">Whose ids the key sees.</param>
    /// <param name="place">What is played.</param>
    public static JsonObject Participant(Person? person, string product, ActivePlace place)
    {
        var json = new JsonObject
        {
            ["puuid"] = person?.PuuidFor(product),
            ["teamId"] = place.Team,
            ["spell1Id"] = place.Spell1,
            ["spell2Id"] = place.Spell2,
            ["championId"] = place.Champion,
            ["profileIconId"] = person?.ProfileIcon ?? 29,
            ["riotId"] = person?.RiotId ?? place.Alias,
            ["gameCustomizationObjects"] = new JsonArray(),

            // Since patch 25.16 only the keystone.
            ["perks"] = new JsonObject
            {
                ["perkIds"] = place.Keystone == 0 ? [] : new JsonArray(place.Keystone),
                ["perkStyle"] = place.PrimaryTree,
                ["perkSubStyle"] = place.SecondaryTree,
            },
        };
        if (place != ActivePlace.OfTactics)
        {
            json["bot"] = place.IsBot;
            json["lastSelectedSkinIndex"] = 0;
        }

        return json;
    }
}

/// <summary>What somebody plays in a running game; the alias stands where a name is hidden.</summary>
internal sealed record ActivePlace(int Team, int Champion, string Alias, int Spell1, int Spell2, int Keystone, int PrimaryTree, int SecondaryTree, bool IsBot = false)
{
    /// <summary>Teamfight Tactics has one side, and neither champions nor runes.</summary>
    public static ActivePlace OfTactics { get; } = new(100, 0, "", 0, 0, 0, 0, 0);
}
