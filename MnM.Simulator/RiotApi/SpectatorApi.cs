using System.Text.Json.Nodes;
using MnM.Simulator.World;

namespace MnM.Simulator.RiotApi;

/// <summary>spectator-v5: the game of the evening, to those who play it. Of whom streamer mode hides neither name nor game is told.</summary>
internal sealed class SpectatorApi(RiotWorld world)
{
    public RiotAnswer ActiveGame(RiotRequest request) => world.About(request, (home, person) =>
        world.Running is { } game && game.Find(person) is { } seat && !IsHidden(game, seat)
            ? RiotAnswer.Ok(Game(game, home, request.Product))
            : RiotAnswer.NotFound("spectator game info isn't found"));

    private static bool IsHidden(LedgerEntry game, ScriptParticipant one) => game.Game.HidesNames && one.Id != game.Game.LocalParticipantId;

    private JsonObject Game(LedgerEntry game, RiotPlatform home, string product)
    {
        var script = game.Game.Script;
        return new JsonObject
        {
            ["gameId"] = script.GameId,
            ["mapId"] = script.MapId,
            ["gameMode"] = script.GameMode,
            ["gameType"] = script.QueueId is 0 or 700 ? "CUSTOM" : "MATCHED",
            ["gameQueueConfigId"] = script.QueueId,
            ["participants"] = new JsonArray([.. script.Participants.Select(one => (JsonNode)Participant(game, one, product))]),
            ["observers"] = new JsonObject { ["encryptionKey"] = Convert.ToBase64String(BitConverter.GetBytes(script.GameId)) },
            ["platformId"] = home.Name.ToUpperInvariant(),
            ["bannedChampions"] = Bans(game),
            ["gameStartTime"] = game.StartedAt?.ToUnixTimeMilliseconds() ?? 0,
            ["gameLength"] = game.StartedAt is { } start ? (long)((world.Now - start) / (game.EndsAt - start) * script.Duration) : 0,
        };
    }

    private static JsonObject Participant(LedgerEntry game, ScriptParticipant one, string product)
    {
        var person = IsHidden(game, one) ? null : game.Seats.GetValueOrDefault(one.Id);
        return new JsonObject
        {
            ["puuid"] = person?.PuuidFor(product),
            ["teamId"] = one.TeamId,
            ["spell1Id"] = one.Spells[0],
            ["spell2Id"] = one.Spells[1],
            ["championId"] = one.ChampionId,
            ["lastSelectedSkinIndex"] = 0,
            ["profileIconId"] = person?.ProfileIcon ?? 29,
            ["riotId"] = person?.RiotId ?? one.ChampionAlias,
            ["bot"] = one.IsBot,
            ["gameCustomizationObjects"] = new JsonArray(),

            // Since patch 25.16 only the keystone.
            ["perks"] = new JsonObject
            {
                ["perkIds"] = new JsonArray(one.Runes.Keystone),
                ["perkStyle"] = one.Runes.PrimaryTree,
                ["perkSubStyle"] = one.Runes.SecondaryTree,
            },
        };
    }

    private static JsonArray Bans(LedgerEntry game) => new([.. game.Game.Match["info"].Children("teams").SelectMany(team => team.Children("bans").Select(ban => (JsonNode)new JsonObject
    {
        ["championId"] = ban.Int("championId"),
        ["teamId"] = team.Int("teamId"),
        ["pickTurn"] = ban.Int("pickTurn"),
    }))]);
}
