using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MnM.Collector;
using MnM.Collector.History.Import;
using MnM.Collector.Live;
using MnM.Collector.Matches;
using MnM.Collector.Players;
using MnM.Collector.Scouting;
using MnM.Collector.Tracking;
using MnM.Tests.History.Time;
using MnM.Tests.Hosting;
using MnM.Tests.Live.Pages;
using MnM.Tests.Matches;
using MnM.Tests.Scouting;
using MnM.Tests.Tft.Explorer;

namespace MnM.Tests.Security;

/// <summary>A MnM for viewers in which everybody and everything is called as nobody should be.</summary>
internal static class HostileWorld
{
    public const string Match = "EUW1_7001";

    public static string Anna { get; } = StoredGames.Id('a');

    /// <summary>What Riot calls a unit, an item or a trait.</summary>
    public static string Of(string thing) => thing + HostileNames.All[1];

    public static async Task<RunningMnm> StartAsync()
    {
        var mnm = await WatchedPeople.StartForViewersAsync();
        var services = mnm.App.Services;
        mnm.Publish(LiveViews.InGame(LiveViews.Of([.. Enumerable.Range(0, 10).Select(Player)]) with { IsMatched = true }));
        var cards = ScoutViews.LoadingScreen();
        services.GetRequiredService<Feed<ScoutingState>>().Publish(cards with { Blue = [.. cards.Blue.Select((card, place) => card with { Name = HostileNames.At(place) })] });
        await PlayedBoards.StoreAsync(services, matches: 50, Of);
        await services.GetRequiredService<MatchStore>().StoreAsync(Written(), CancellationToken.None);
        await using var db = await mnm.ContextAsync();
        await StoredGames.AddPlayerAsync(db, HostileNames.Script, "EUW", Anna);
        var anna = (await db.Set<Player>().SingleAsync(player => player.GameName == HostileNames.Script)).Id;
        db.Add(new TrackedPlayer { PlayerId = anna, Platform = "euw1", AddedAt = LiveViews.At });
        db.Add(new ImportJob { Id = "job", PlayerId = anna, Puuid = Anna, Region = "europe", GameName = HostileNames.Script, TagLine = "EUW", Queues = "", CreatedAt = LiveViews.At, EndedAt = LiveViews.At });
        db.Add(new Game { Id = 1, QueueId = 420, GameMode = "CLASSIC", MapName = "Map11", MapNumber = 11, StartedAt = LiveViews.At, LastPolledAt = LiveViews.At, Polls = 1 });
        db.AddRange(Enumerable.Range(0, 10).Select(slot => PlayerInGame.Of(1, Player(slot))));
        await db.SaveChangesAsync();
        for (var number = 1; number <= 12; number++)
        {
            await StoredGames.AddMatchAsync(db, number, LiveViews.At.AddDays(number), [Anna, .. Enumerable.Range(0, 9).Select(place => StoredGames.Id((char)('b' + place)))], participant: one =>
                (one.GameName, one.ChampionId, one.ChampionName) = (HostileNames.At(one.Number), 9999, one.Puuid == Anna ? HostileNames.Formula : "Ahri"));
        }

        return mnm;
    }

    private static FetchedMatch Written()
    {
        var match = MatchJson.Written();
        foreach (var (one, place) in match["info"]!["participants"]!.AsArray().Select((one, place) => (one!, place)))
        {
            (one["riotIdGameName"], one["championName"]) = (HostileNames.At(place), HostileNames.At(place + 1));
        }

        var json = Encoding.UTF8.GetBytes(match.ToJsonString());
        return new FetchedMatch(MatchReader.Read(Match, json, LiveViews.At)!, json);
    }

    private static PlayerView Player(int slot) => LiveViews.Player(slot) with { DisplayName = HostileNames.At(slot), GameName = HostileNames.At(slot), ChampionName = HostileNames.At(slot + 1) };
}
