using MnM.Collector.Live.Lcu;
using MnM.Collector.Matches;

namespace MnM.Web.Matches;

/// <summary>A participant's figures as scoreboards take exact ones.</summary>
internal static class MatchFinals
{
    public static EndOfGamePlayer Of(MatchParticipant one) => new()
    {
        Name = one.TagLine.Length > 0 ? $"{one.GameName}#{one.TagLine}" : one.GameName,
        ChampionId = one.ChampionId,
        ChampionName = one.ChampionName,
        IsYou = false,
        IsBot = one.IsBot,
        Level = one.Level,
        Kills = one.Kills,
        Deaths = one.Deaths,
        Assists = one.Assists,
        CreepScore = one.Cs,
        GoldEarned = one.GoldEarned,
        DamageToChampions = one.Damage,
        VisionScore = one.VisionScore,
        Items = one.ReadItems(),
    };
}
