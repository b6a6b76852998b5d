using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;
using MnM.Collector.Tft;
using MnM.Collector.Tft.Analytics;
using MnM.Collector.Tft.Patches;
using MnM.Collector.Tft.Rows;

namespace MnM.Tests.Tft.Explorer;

/// <summary>Matches in the analytics store of a running MnM: Jinx with two stars wins mostly, Ahri does not, Vi is everywhere.</summary>
internal static class PlayedBoards
{
    private static readonly DateTimeOffset Evening = new(2026, 11, 20, 20, 0, 0, TimeSpan.Zero);

    /// <param name="services">Those of MnM.</param>
    /// <param name="matches">How many.</param>
    /// <param name="named">What Riot calls units, items and traits, where that is not what it is.</param>
    public static async Task StoreAsync(IServiceProvider services, int matches, Func<string, string>? named = null)
    {
        var (store, names) = (services.GetRequiredService<ITftAnalytics>(), services.GetRequiredService<NameBook>());
        var made = new List<FlatMatch>();
        var platform = await names.CodeOfAsync(NameKind.Platform, "euw1", CancellationToken.None);
        var (jinx, ahri, vi) = (await UnitAsync("TFT18_Jinx"), await UnitAsync("TFT18_Ahri"), await UnitAsync("TFT18_Vi"));
        var (blade, shard) = (await ItemAsync("TFT_Item_Blade"), await ItemAsync("TFT_Item_Shard"));
        var bastion = await names.CodeOfAsync(NameKind.Trait, IdOf("TFT18_Bastion"), CancellationToken.None);
        for (var match = 0; match < matches; match++)
        {
            made.Add(new FlatMatch($"EUW1_{match}", match, platform, Evening.AddMinutes(match), new Patch(18, 2), Set: 18, Queue: 1100, [.. Enumerable.Range(1, 8).Select(place => Board(match, place))]));
        }

        await store.OpenAsync(CancellationToken.None);
        await store.StoreAsync(made, CancellationToken.None);

        string IdOf(string id) => named?.Invoke(id) ?? id;
        Task<int> UnitAsync(string id) => names.CodeOfAsync(NameKind.Unit, IdOf(id), CancellationToken.None);
        Task<int> ItemAsync(string id) => names.CodeOfAsync(NameKind.Item, IdOf(id), CancellationToken.None);

        FlatBoard Board(int match, int place)
        {
            // In each fifth match it goes the other way, so that there is something to be unsure of.
            var good = place <= 4 != (match % 5 == 0);
            ImmutableArray<FlatUnit> units =
            [
                good ? new FlatUnit(jinx, Star: 2, Rarity: 4, place % 2 == 0 ? [blade] : [blade, shard]) : new FlatUnit(ahri, Star: 1, Rarity: 2, [shard]),
                new FlatUnit(vi, Star: 1, Rarity: 1, []),
            ];
            ImmutableArray<FlatTrait> traits = [new FlatTrait(bastion, Units: 2, Style: 1, Tier: good ? 2 : 1)];
            return new FlatBoard(
                place, Level: good ? 9 : 8, LastRound: 30, GoldLeft: 3, place == 1 ? new LadderStanding(TftTier.Challenger, 900, TimeSpan.FromMinutes(20)) : null, units, traits, FlatMatchMaker.CompOf(units, traits));
        }
    }
}
