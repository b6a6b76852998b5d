using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using MnM.Collector.Backplane;
using MnM.Collector.Riot;
using MnM.Collector.Riot.Keys;

namespace MnM.Collector.Players;

/// <summary>
/// Finds out whether a key is of another product than the one before, which sees everybody by other ids: some players whose ids are known are asked for by Riot ID.
/// If so, all of them are, in the lowest lane. What is stored of them stays theirs.
/// </summary>
internal sealed partial class ProductWatch(
    RiotKeys keys, AccountApi accounts, PlayerStore store, PlayerQueries players, IOptions<RiotOptions> riot, TimeProvider time, ILogger<ProductWatch> logger)
    : PollingService(time, logger)
{
    /// <summary>One alone may have got a name that another gave up.</summary>
    private const int Witnesses = 3;

    private const int PeopleAtOnce = 20;

    private readonly Dictionary<RiotProduct, Seen> _seen = [];

    /// <inheritdoc />
    protected override TimeSpan Interval => TimeSpan.FromSeconds(5);

    private string Region => riot.Value.Region ?? "europe";

    /// <inheritdoc />
    public override async Task TickAsync(CancellationToken cancellationToken)
    {
        foreach (var product in Enum.GetValues<RiotProduct>())
        {
            if (keys.Find(product) is not { } key)
            {
                continue;
            }

            if (!_seen.TryGetValue(product, out var seen) || seen.Key != key)
            {
                if (!await LookAsync(product, cancellationToken))
                {
                    // Riot does not answer, or refuses the key.
                    continue;
                }

                _seen[product] = seen = new Seen(key);
            }

            await RenewAsync(product, seen, cancellationToken);
        }
    }

    /// <summary>Answers whether Riot told what it was asked for.</summary>
    private async Task<bool> LookAsync(RiotProduct product, CancellationToken cancellationToken)
    {
        RiotAccount? other = null;
        foreach (var (gameName, tagLine, puuid) in await players.NewestAsync(product, Witnesses, cancellationToken))
        {
            switch (await accounts.FindByRiotIdAsync(gameName, tagLine, Region, Lane.Crawl, cancellationToken, product))
            {
                case RiotAnswer<RiotAccount>.Fetched { Value: var account } when account.Puuid.Value == puuid:
                    return true;
                case RiotAnswer<RiotAccount>.Fetched { Value: var account }:
                    other ??= account with { GameName = gameName, TagLine = tagLine };
                    break;
                case RiotAnswer<RiotAccount>.NotFound:
                    // Renamed since.
                    break;
                default:
                    return false;
            }
        }

        if (other is not null)
        {
            await store.BeginGenerationAsync(other, product, cancellationToken);
            Log.OtherProduct(logger, product);
        }

        return true;
    }

    /// <summary>Asks for some of those whom only a key before knows.</summary>
    private async Task RenewAsync(RiotProduct product, Seen seen, CancellationToken cancellationToken)
    {
        while (seen.Next is { } next)
        {
            var people = await players.LeftBehindAsync(product, next, PeopleAtOnce, cancellationToken);
            foreach (var (id, gameName, tagLine) in people)
            {
                var answer = await accounts.FindByRiotIdAsync(gameName, tagLine, Region, Lane.Crawl, cancellationToken, product);
                if (answer.Found is { } account)
                {
                    await store.KeepAsync(account with { GameName = account.GameName ?? gameName, TagLine = account.TagLine ?? tagLine }, product, cancellationToken);
                }
                else if (answer is not RiotAnswer<RiotAccount>.NotFound)
                {
                    return;
                }

                seen.Next = id;
            }

            seen.Next = people.IsEmpty ? null : seen.Next;
        }
    }

    /// <summary>A key whose product is known. No record: its text would show the key.</summary>
    private sealed class Seen(string key)
    {
        public string Key => key;

        /// <summary>Whose turn is past, by our own id; null where nobody is left.</summary>
        public long? Next { get; set; } = 0;
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "The key for {Product} is of another product, which knows all players by other ids: they are asked for again by their Riot IDs")]
        public static partial void OtherProduct(ILogger logger, RiotProduct product);
    }
}
