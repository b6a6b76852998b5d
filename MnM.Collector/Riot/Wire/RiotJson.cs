using System.Text.Json.Serialization;

namespace MnM.Collector.Riot.Wire;

/// <summary>
/// What MnM reads of Riot's answers; every part may be missing, and what is not named here is passed over.
/// https://developer.riotgames.com/apis
/// </summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(AccountJson))]
[JsonSerializable(typeof(RegionJson))]
[JsonSerializable(typeof(SummonerJson))]
[JsonSerializable(typeof(LeagueEntryJson[]))]
[JsonSerializable(typeof(LadderJson))]
[JsonSerializable(typeof(MasteryJson))]
[JsonSerializable(typeof(MasteryJson[]))]
[JsonSerializable(typeof(ActiveGameJson))]
[JsonSerializable(typeof(PlatformStatusJson))]
[JsonSerializable(typeof(ReplaysJson))]
[JsonSerializable(typeof(string[]))]
internal sealed partial class RiotJson : JsonSerializerContext;

internal sealed record AccountJson(string? Puuid, string? GameName, string? TagLine);

internal sealed record RegionJson(string? Region);

internal sealed record SummonerJson(int ProfileIconId, long RevisionDate, int SummonerLevel);

internal sealed record LeagueEntryJson(
    string? Puuid, string? QueueType, string? Tier, string? Rank, int LeaguePoints, int Wins, int Losses, bool HotStreak, bool Veteran, bool FreshBlood, bool Inactive);

internal sealed record LadderJson(string? Tier, string? Queue, LeagueEntryJson?[]? Entries);

internal sealed record MasteryJson(
    int ChampionId, int ChampionLevel, int ChampionPoints, long LastPlayTime, long ChampionPointsSinceLastLevel, long ChampionPointsUntilNextLevel, int TokensEarned,
    int ChampionSeasonMilestone);

internal sealed record ActiveGameJson(
    long GameId, string? PlatformId, string? GameMode, string? GameType, int MapId, int? GameQueueConfigId, long GameStartTime, long GameLength,
    ActivePlayerJson?[]? Participants, BanJson?[]? BannedChampions);

internal sealed record ActivePlayerJson(
    string? Puuid, string? RiotId, int TeamId, int ChampionId, long Spell1Id, long Spell2Id, int ProfileIconId, bool Bot, PerksJson? Perks);

internal sealed record PerksJson(int[]? PerkIds, int PerkStyle, int PerkSubStyle);

internal sealed record BanJson(int ChampionId, int TeamId, int PickTurn);

internal sealed record PlatformStatusJson(string? Id, string? Name, NoticeJson?[]? Maintenances, NoticeJson?[]? Incidents);

internal sealed record NoticeJson(ContentJson?[]? Titles);

internal sealed record ContentJson(string? Locale, string? Content);

internal sealed record ReplaysJson([property: JsonPropertyName("matchFileURLs")] string?[]? MatchFileUrls);
