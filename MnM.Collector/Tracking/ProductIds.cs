using MnM.Collector.Backplane;
using MnM.Collector.Players;
using MnM.Collector.Riot;
using MnM.Collector.Riot.Keys;

namespace MnM.Collector.Tracking;

/// <summary>Finds the ids by which each product's key sees a player: a key that is entered later sees ids of its own.</summary>
internal sealed class ProductIds(AccountApi accounts, PlayerStore players, RiotKeys keys, KeyHealth health, TimeProvider time)
{
    private const int MostAtOnce = 2;
    private static readonly TimeSpan TryAgain = TimeSpan.FromHours(1);
    private readonly AskedTimes _asked = new(time);

    /// <summary>Asks for some of those that are missing.</summary>
    /// <param name="roster">Who is tracked.</param>
    /// <param name="untilEnd">Ends the questions.</param>
    /// <param name="cancellationToken">Ends everything.</param>
    public async Task FindMissingAsync(Roster roster, CancellationToken untilEnd, CancellationToken cancellationToken)
    {
        try
        {
            await FindAsync(roster, untilEnd, cancellationToken);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // The time is up; they are still missing in the next round.
        }
    }

    private async Task FindAsync(Roster roster, CancellationToken untilEnd, CancellationToken cancellationToken)
    {
        var missing =
            from player in roster.Players
            where player is { GameName: not null, TagLine: not null }
            from product in Enum.GetValues<RiotProduct>()
            where player.IdFor(product) is null && health.IsUsable(product)
            where _asked.Waited(new Watch(player.Id, product)) is not { } waited || waited >= TryAgain
            select (player, product);
        foreach (var (player, product) in missing.Take(MostAtOnce).ToList())
        {
            // One key for both products sees both by one id.
            var other = product == RiotProduct.League ? RiotProduct.Tactics : RiotProduct.League;
            if (!keys.IsApart(RiotProduct.Tactics) && player.IdFor(other) is { } shared)
            {
                await players.KeepAsync(new RiotAccount(shared, player.GameName, player.TagLine), product, cancellationToken);
                continue;
            }

            var answer = await accounts.FindByRiotIdAsync(player.GameName!, player.TagLine!, player.Region, Lane.Tracking, untilEnd, product);
            if (answer.Found is { } account)
            {
                await players.KeepAsync(account with { GameName = account.GameName ?? player.GameName, TagLine = account.TagLine ?? player.TagLine }, product, cancellationToken);
            }

            _asked.Note(new Watch(player.Id, product));
        }
    }
}
