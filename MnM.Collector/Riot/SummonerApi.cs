using MnM.Collector.Backplane;
using MnM.Collector.Riot.Wire;

namespace MnM.Collector.Riot;

/// <summary>Icon and level. https://developer.riotgames.com/apis#summoner-v4</summary>
internal sealed class SummonerApi(RiotClient riot)
{
    /// <summary>A player's profile on a platform.</summary>
    public Task<RiotAnswer<Summoner>> FindAsync(Puuid puuid, string platform, Lane lane, CancellationToken cancellationToken) => riot.GetAsync(
        new RiotCall(platform, "summoner-v4.by-puuid", lane),
        $"lol/summoner/v4/summoners/by-puuid/{puuid}",
        RiotJson.Default.SummonerJson,
        wire => new Summoner(wire.ProfileIconId, wire.SummonerLevel, RiotTime.Of(wire.RevisionDate)),
        cancellationToken);
}

/// <summary>A player's profile.</summary>
/// <param name="ProfileIcon">Number of the picture.</param>
/// <param name="Level">Of the account.</param>
/// <param name="RevisedAt">When something of it changed last, UTC; null where Riot does not say.</param>
public sealed record Summoner(int ProfileIcon, int Level, DateTimeOffset? RevisedAt);
