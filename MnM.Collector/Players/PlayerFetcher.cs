using MnM.Collector.Backplane;
using MnM.Collector.Riot;

namespace MnM.Collector.Players;

/// <summary>Asks Riot for what is known of players and keeps it. It asks whenever it is told to: what is fresh enough is the caller's decision, see <see cref="Freshness"/>.</summary>
internal sealed class PlayerFetcher(AccountApi accounts, SummonerApi summoners, LeagueApi leagues, MasteryApi masteries, PlayerStore store, PlayerQueries players)
{
    /// <summary>The player of a Riot ID.</summary>
    public async Task<RiotAnswer<KnownPlayer>> FindAsync(string gameName, string tagLine, string region, Lane lane, CancellationToken cancellationToken)
    {
        var answer = await accounts.FindByRiotIdAsync(gameName, tagLine, region, lane, cancellationToken);

        // Some answers lack the name that was asked for.
        return answer.Found is { } account
            ? new RiotAnswer<KnownPlayer>.Fetched(await KeepAsync(account with { GameName = account.GameName ?? gameName, TagLine = account.TagLine ?? tagLine }, cancellationToken))
            : answer.Select<KnownPlayer>(_ => throw new InvalidOperationException());
    }

    /// <summary>Keeps an account that Riot told with something else.</summary>
    public async Task<KnownPlayer> KeepAsync(RiotAccount account, CancellationToken cancellationToken)
    {
        await store.KeepAsync(account, RiotProduct.League, cancellationToken);
        return (await players.FindAsync(account.Puuid, cancellationToken))!;
    }

    /// <summary>Icon and level.</summary>
    public async Task<RiotAnswer<PlayerProfile>> FetchProfileAsync(KnownPlayer player, string platform, Lane lane, CancellationToken cancellationToken)
    {
        var answer = (await summoners.FindAsync(player.Puuid, platform, lane, cancellationToken)).Select(summoner => new PlayerProfile(summoner.ProfileIcon, summoner.Level));
        if (answer.Found is { } profile)
        {
            await store.KeepAsync(player.Id, profile, cancellationToken);
        }

        return answer;
    }

    /// <summary>Solo and flex rank.</summary>
    public async Task<RiotAnswer<PlayerRanks>> FetchRanksAsync(KnownPlayer player, string platform, Lane lane, CancellationToken cancellationToken)
    {
        var answer = await FetchRankedJsonAsync(player, platform, lane, cancellationToken);
        return answer is RiotAnswer<byte[]>.Fetched
            ? new RiotAnswer<PlayerRanks>.Fetched((await players.FindAsync(player.Puuid, cancellationToken))!.Ranks!.Value)
            : answer.Select<PlayerRanks>(_ => throw new InvalidOperationException());
    }

    /// <summary>The ranks of all queues as Riot sent them: UTF-8 JSON.</summary>
    public async Task<RiotAnswer<byte[]>> FetchRankedJsonAsync(KnownPlayer player, string platform, Lane lane, CancellationToken cancellationToken)
    {
        var answer = await leagues.FindEntriesWithJsonAsync(player.Puuid, platform, lane, cancellationToken);
        if (answer.Found is { Value: var entries })
        {
            await store.KeepAsync(player.Id, [.. entries], cancellationToken);
        }

        return answer.Select(found => found.Json);
    }

    /// <summary>Mastery of all champions: one question serves every pick of the next hour.</summary>
    public async Task<RiotAnswer<MasteryList>> FetchMasteriesAsync(KnownPlayer player, string platform, Lane lane, CancellationToken cancellationToken)
    {
        var answer = (await masteries.FindTopAsync(player.Puuid, count: null, platform, lane, cancellationToken))
            .Select(all => new MasteryList([.. all.Select(one => new PlayerMastery(one.ChampionId, one.Level, one.Points, one.LastPlayedAt))]));
        if (answer.Found is { } list)
        {
            await store.KeepAsync(player.Id, list, cancellationToken);
        }

        return answer;
    }
}

/// <summary>How long what Riot said of a player is taken for true.</summary>
internal static class Freshness
{
    /// <summary>Riot IDs change seldom, and a name that was given up is not free at once.</summary>
    public static readonly TimeSpan RiotId = TimeSpan.FromDays(30);

    /// <summary>Few move to another platform.</summary>
    public static readonly TimeSpan Platform = TimeSpan.FromDays(7);
    public static readonly TimeSpan Profile = TimeSpan.FromDays(1);

    /// <summary>No game is shorter.</summary>
    public static readonly TimeSpan Ranks = TimeSpan.FromMinutes(10);
    public static readonly TimeSpan Masteries = TimeSpan.FromHours(1);

    /// <summary>Whether it is fresh at that time; what is not known is not, nor what a clock that was set back since says.</summary>
    public static bool IsFresh(DateTimeOffset? at, TimeSpan lifetime, DateTimeOffset now) => at is { } told && now - told < lifetime && now >= told;
}
