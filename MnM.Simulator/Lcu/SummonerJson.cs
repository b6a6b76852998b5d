using System.Text.Json.Nodes;
using MnM.Simulator.World;

namespace MnM.Simulator.Lcu;

/// <summary>Who is logged in, in the League client's shape.</summary>
internal static class SummonerJson
{
    private const int XpOfLevel = 3360;

    public static byte[] Write(Account account) => LcuJson.Write(new JsonObject
    {
        ["accountId"] = account.SummonerId,
        ["displayName"] = "",
        ["gameName"] = account.GameName,
        ["internalName"] = "",
        ["nameChangeFlag"] = false,
        ["percentCompleteForNextLevel"] = account.Level % 100,
        ["privacy"] = "PUBLIC",
        ["profileIconId"] = account.ProfileIconId,
        ["puuid"] = account.Puuid,
        ["rerollPoints"] = new JsonObject
        {
            ["currentPoints"] = 250,
            ["maxRolls"] = 2,
            ["numberOfRolls"] = 1,
            ["pointsCostToRoll"] = 250,
            ["pointsToReroll"] = 250,
        },
        ["summonerId"] = account.SummonerId,
        ["summonerLevel"] = account.Level,
        ["tagLine"] = account.TagLine,
        ["unnamed"] = false,
        ["xpSinceLastLevel"] = XpOfLevel * (account.Level % 100) / 100,
        ["xpUntilNextLevel"] = XpOfLevel,
    });
}
