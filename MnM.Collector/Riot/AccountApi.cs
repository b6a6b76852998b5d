using MnM.Collector.Backplane;
using MnM.Collector.Riot.Wire;

namespace MnM.Collector.Riot;

/// <summary>Who a Riot ID belongs to. https://developer.riotgames.com/apis#account-v1</summary>
/// <remarks>Every region but sea knows all accounts; the nearest is asked.</remarks>
internal sealed class AccountApi(RiotClient riot)
{
    private const int ShortestName = 3;
    private const int LongestName = 16;
    private const int LongestTag = 5;

    /// <summary>The account of a Riot ID.</summary>
    /// <param name="gameName">The part before the #.</param>
    /// <param name="tagLine">The part behind it.</param>
    /// <param name="region">A region of <see cref="Routing"/>.</param>
    /// <param name="lane">How urgent it is.</param>
    /// <param name="cancellationToken">Ends the question.</param>
    /// <param name="product">Whose id is wanted.</param>
    public async Task<RiotAnswer<RiotAccount>> FindByRiotIdAsync(
        string gameName, string tagLine, string region, Lane lane, CancellationToken cancellationToken, RiotProduct product = RiotProduct.League)
    {
        (gameName, tagLine) = (gameName.Trim(), tagLine.Trim());
        if (gameName.Length is < ShortestName or > LongestName || tagLine.Length is 0 or > LongestTag || tagLine is "." or "..")
        {
            // Nobody is called so, and dots would lead to another address.
            return new RiotAnswer<RiotAccount>.NotFound();
        }

        return await riot.GetAsync(
            Call(region, "account-v1.by-riot-id", lane, product),
            $"riot/account/v1/accounts/by-riot-id/{Uri.EscapeDataString(gameName)}/{Uri.EscapeDataString(tagLine)}",
            RiotJson.Default.AccountJson,
            Account,
            cancellationToken);
    }

    /// <summary>The account of an id, with the Riot ID that it has today.</summary>
    public Task<RiotAnswer<RiotAccount>> FindAsync(Puuid puuid, string region, Lane lane, CancellationToken cancellationToken, RiotProduct product = RiotProduct.League) =>
        riot.GetAsync(Call(region, "account-v1.by-puuid", lane, product), $"riot/account/v1/accounts/by-puuid/{puuid}", RiotJson.Default.AccountJson, Account, cancellationToken);

    /// <summary>The platform a player plays on, in lower case, as Riot names it.</summary>
    public Task<RiotAnswer<string>> FindPlatformAsync(Puuid puuid, string region, Lane lane, CancellationToken cancellationToken, RiotProduct product = RiotProduct.League) =>
        riot.GetAsync(
            Call(region, "account-v1.region-by-game", lane, product),
            $"riot/account/v1/region/by-game/{(product == RiotProduct.Tactics ? "tft" : "lol")}/by-puuid/{puuid}",
            RiotJson.Default.RegionJson,
            wire => wire.Region?.ToLowerInvariant(),
            cancellationToken);

    private static RiotCall Call(string region, string method, Lane lane, RiotProduct product) => new(Routing.AccountRegionOf(region), method, lane, product);

    private static RiotAccount? Account(AccountJson wire) => Puuid.TryParse(wire.Puuid, out var puuid) ? new RiotAccount(puuid, wire.GameName, wire.TagLine) : null;
}

/// <summary>An account; an old one may have no Riot ID yet.</summary>
public sealed record RiotAccount(Puuid Puuid, string? GameName, string? TagLine);
