using System.Collections.Immutable;
using MnM.Collector.Backplane;
using MnM.Collector.Riot.Wire;

namespace MnM.Collector.Riot;

/// <summary>How much players have played their champions. https://developer.riotgames.com/apis#champion-mastery-v4</summary>
internal sealed class MasteryApi(RiotClient riot)
{
    /// <summary>The champions a player has most points with, the most first.</summary>
    /// <param name="puuid">Whose.</param>
    /// <param name="count">How many; null for all.</param>
    /// <param name="platform">Of <see cref="Routing.Platforms"/>.</param>
    /// <param name="lane">How urgent it is.</param>
    /// <param name="cancellationToken">Ends the question.</param>
    public async Task<RiotAnswer<ImmutableArray<ChampionMastery>>> FindTopAsync(Puuid puuid, int? count, string platform, Lane lane, CancellationToken cancellationToken) =>
        (await riot.GetAsync(
            new RiotCall(platform, count is null ? "champion-mastery-v4.by-puuid" : "champion-mastery-v4.top", lane),
            $"lol/champion-mastery/v4/champion-masteries/by-puuid/{puuid}" + (count is null ? "" : FormattableString.Invariant($"/top?count={count}")),
            RiotJson.Default.MasteryJsonArray,
            wire => wire.OfType<MasteryJson>().Select(Mastery).ToList(),
            cancellationToken)).Select(masteries => masteries.ToImmutableArray());

    /// <summary>A player's mastery of one champion; not found where it was never played.</summary>
    public Task<RiotAnswer<ChampionMastery>> FindAsync(Puuid puuid, int championId, string platform, Lane lane, CancellationToken cancellationToken) => riot.GetAsync(
        new RiotCall(platform, "champion-mastery-v4.by-champion", lane),
        FormattableString.Invariant($"lol/champion-mastery/v4/champion-masteries/by-puuid/{puuid}/by-champion/{championId}"),
        RiotJson.Default.MasteryJson,
        Mastery,
        cancellationToken);

    private static ChampionMastery Mastery(MasteryJson wire) => new(
        wire.ChampionId, wire.ChampionLevel, wire.ChampionPoints, RiotTime.Of(wire.LastPlayTime), wire.ChampionPointsSinceLastLevel, wire.ChampionPointsUntilNextLevel,
        wire.TokensEarned, wire.ChampionSeasonMilestone);
}

/// <summary>A player's mastery of a champion.</summary>
/// <param name="ChampionId">As Riot numbers it, known to MnM or not.</param>
/// <param name="Level">From 1, without an end.</param>
/// <param name="Points">All of them.</param>
/// <param name="LastPlayedAt">UTC; null where Riot does not say.</param>
/// <param name="PointsSinceLastLevel">Points of this level.</param>
/// <param name="PointsUntilNextLevel">Points that lack; below 0 where only marks lack.</param>
/// <param name="Tokens">Marks of this level.</param>
/// <param name="Milestone">Of this season.</param>
public sealed record ChampionMastery(
    int ChampionId, int Level, int Points, DateTimeOffset? LastPlayedAt, long PointsSinceLastLevel, long PointsUntilNextLevel, int Tokens, int Milestone);
