using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MnM.Collector.Live;
using MnM.Collector.Storage;
using MnM.Tests.History.Time;
using MnM.Tests.Hosting;
using MnM.Tests.Live.Pages;

namespace MnM.Tests.Security;

/// <summary>People of watched games, and a MnM that tells viewers of their matches.</summary>
internal static class WatchedPeople
{
    /// <summary>The ids of the ten of a match; Riot calls each Name and the letter.</summary>
    public static string[] Ids { get; } = [.. "abcdefghij".Select(StoredGames.Id)];

    /// <summary>A running MnM without loops, for which everybody who asks is a viewer.</summary>
    public static Task<RunningMnm> StartForViewersAsync(Action<IServiceCollection>? configure = null) => RunningMnm.StartAsync(services =>
    {
        StillFeed.WithoutLoops(services);
        TestVisitor.AreViewers(services);
        configure?.Invoke(services);
    });

    public static Task<MnmDbContext> ContextAsync(this RunningMnm mnm) => mnm.App.Services.GetRequiredService<IDbContextFactory<MnmDbContext>>().CreateDbContextAsync();

    /// <summary>What a game calls some of the ten: in capitals and without blanks, which is the same to Riot.</summary>
    public static string[] NamesOf(string letters) => [.. letters.Select(letter => $"NAME{char.ToUpperInvariant(letter)}")];

    /// <summary>A watched game of a match, which named these people.</summary>
    public static void AddWatched(this MnmDbContext db, long gameId, string matchId, params string[] names)
    {
        db.Add(new Game { Id = gameId, RiotMatchId = matchId, QueueId = 420, GameMode = "CLASSIC", MapName = "Map11", StartedAt = LiveViews.At, LastPolledAt = LiveViews.At });
        db.AddRange(names.Select((name, slot) => Of(gameId, slot, name)));
    }

    public static PlayerInGame Of(long gameId, int slot, string name) => new()
    {
        GameId = gameId,
        Slot = slot,
        Team = slot < 5 ? "ORDER" : "CHAOS",
        ChampionName = "Ahri",
        ChampionAlias = "Ahri",
        DisplayName = name,
        GameName = name,
        TagLine = "EUW",
        Position = "",
        Items = "",
    };
}
