using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MnM.Collector.Matches;
using MnM.Collector.Players;
using MnM.Collector.Tracking;
using MnM.Tests.History.Time;
using MnM.Tests.Hosting;
using MnM.Web.Tracking;

namespace MnM.Tests.Security;

/// <summary>Anna and Bea are followed. Of three games they played together the second and the third, which still runs, were watched, and named Anna alone.</summary>
public sealed class HiddenFriendsTests : IAsyncLifetime
{
    private RunningMnm _viewers = null!;

    public async Task InitializeAsync()
    {
        _viewers = await WatchedPeople.StartForViewersAsync();
        var now = TimeProvider.System.GetUtcNow();
        await using var db = await _viewers.ContextAsync();
        foreach (var (name, letter) in new[] { ("Anna", 'a'), ("Bea", 'b') })
        {
            await StoredGames.AddPlayerAsync(db, name, "EUW", StoredGames.Id(letter));
        }

        foreach (var number in new[] { 1, 2 })
        {
            await StoredGames.AddMatchAsync(db, number, now.AddHours(-number), WatchedPeople.Ids);
        }

        // By then they were called otherwise.
        db.AddWatched(7, "EUW1_2", WatchedPeople.NamesOf("acdefghij"));
        db.AddWatched(8, "EUW1_3", "ANNA", "Somebody");
        foreach (var friend in await db.Set<Player>().ToListAsync())
        {
            db.Add(new TrackedPlayer { PlayerId = friend.Id, Platform = "euw1", AddedAt = now.AddDays(-1) });
            db.AddRange(new[] { 1, 2 }.Select(number => new TrackedGame
            {
                PlayerId = friend.Id,
                GameId = $"EUW1_{number}",
                Status = GameStatus.Completed,
                DetectedAt = now.AddHours(-number),
                EndedAt = now.AddMinutes(-number),
                Side = 100,
                Won = true,
            }));
            db.Add(new TrackedGame { PlayerId = friend.Id, GameId = "EUW1_3", DetectedAt = now, SeenAt = now });
        }

        await db.SaveChangesAsync();
    }

    public Task DisposeAsync() => _viewers.DisposeAsync().AsTask();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Games_that_hid_a_friend_stand_in_no_list_of_viewers(bool isNameless)
    {
        if (isNameless)
        {
            // Riot's match does not name her either, and where the game hid her stands nobody's name.
            await using var db = await _viewers.ContextAsync();
            db.AddRange(WatchedPeople.Of(7, 9, ""), WatchedPeople.Of(8, 9, ""));
            await db.SaveChangesAsync();
            await db.Set<MatchParticipant>().Where(one => one.Puuid == StoredGames.Id('b')).ExecuteUpdateAsync(one => one.SetProperty(row => row.GameName, ""));
        }

        var games = JsonNode.Parse(await _viewers.Client.GetStringAsync("/api/tracking/games"))!.AsArray();
        Assert.Equal(
            ["Anna#EUW EUW1_1", "Anna#EUW EUW1_2", "Anna#EUW EUW1_3", "Bea#EUW EUW1_1"],
            games.Select(game => $"{game!["riot_id"]} {game["game_id"]}").Order());

        var friends = JsonNode.Parse(await _viewers.Client.GetStringAsync("/api/tracking/players"))!.AsArray();
        Assert.Equal(["Anna#EUW EUW1_3", "Bea#EUW "], friends.Select(friend => $"{friend!["riot_id"]} {friend["game"]?["game_id"]}"));
    }

    [Fact]
    public async Task The_page_of_friends_tells_viewers_nothing_of_them()
    {
        var monitor = _viewers.App.Services.GetRequiredService<FriendsMonitor>();
        await monitor.ReadAsync(CancellationToken.None);

        Assert.Equal((true, 2, 2), Of(monitor.Scenes.Current));
        Assert.Equal((false, 1, 1), Of(monitor.Scenes.Current.ForViewers(withCustomGames: true)));
        Assert.Equal((false, 1, 1), Of(monitor.Scenes.Current.ForViewers(withCustomGames: false)));
        Assert.Null(FriendsScene.Loading.ForViewers(withCustomGames: true).View);
    }

    /// <summary>Whether Bea plays, how many games her form shows, and how many she has played with Anna.</summary>
    private static (bool Plays, int Form, int Together) Of(FriendsScene scene)
    {
        var bea = scene.Friends.Single(friend => friend.GameName == "Bea");
        return (bea.Game is not null, bea.Form.Length, scene.View!.Pairings.Single().Share.Games);
    }
}
