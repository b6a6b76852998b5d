using System.Net;
using System.Text.Json.Nodes;
using MnM.Simulator.World.Friends;
using MnM.Simulator.World.People;

namespace MnM.Tests.Simulator.RiotApi;

/// <summary>The matches of a week of friends: what they say is what the week knows.</summary>
public sealed class FriendsMatchTests
{
    [Theory]
    [InlineData(GameFate.Played)]
    [InlineData(GameFate.Remade)]
    [InlineData(GameFate.Aborted)]
    public async Task A_match_of_League_of_Legends_says_who_played_what_when_and_who_won(GameFate fate)
    {
        await using var machine = new FriendsMachine();
        var game = machine.Week.Games.First(game => game.Product == Products.League && game.Fate == fate);
        machine.GoTo(game.ListedAt);
        var info = (await machine.MatchAsync(game))["info"]!;
        var participants = info["participants"]!.AsArray();

        Assert.Equal(
            (game.GameId, game.QueueId, game.OpenedAt.ToUnixTimeMilliseconds(), game.StartedAt.ToUnixTimeMilliseconds(), (int)game.Duration.TotalSeconds),
            ((long)info["gameId"]!, (int)info["queueId"]!, (long)info["gameCreation"]!, (long)info["gameStartTimestamp"]!, (int)info["gameDuration"]!));
        Assert.Equal(
            game.Seats.Select(seat => (seat.Person.Puuid, seat.ChampionId, seat.Win)),
            participants.Select(one => ((string)one!["puuid"]!, (int)one["championId"]!, (bool)one["win"]!)));
        Assert.Equal(fate == GameFate.Aborted ? "Abort_Unexpected" : "GameComplete", (string)info["endOfGameResult"]!);
        Assert.All(participants, one => Assert.Equal(
            (fate == GameFate.Remade, (int)game.Duration.TotalSeconds, fate == GameFate.Played ? 1 : 0),
            ((bool)one!["gameEndedInEarlySurrender"]!, (int)one["timePlayed"]!, (int)one["nexusTakedowns"]! + (int)one["nexusLost"]!)));
        var timeline = await machine.Riot.ReadAsync("europe", $"/lol/match/v5/matches/{game.MatchId}/timeline");
        var last = (JsonObject)timeline["info"]!["frames"]!.AsArray()[^1]!;
        Assert.Equal((long)game.Duration.TotalMilliseconds, (long)last["timestamp"]!);
    }

    [Fact]
    public async Task A_match_of_Teamfight_Tactics_says_who_came_where_and_when()
    {
        await using var machine = new FriendsMachine();
        foreach (var game in machine.Week.Games.Where(game => game.Product == Products.Tactics).Take(5))
        {
            machine.GoTo(machine.Week.Games.Where(other => other.OpenedAt <= game.OpenedAt).Max(other => other.ListedAt));
            var info = (await machine.MatchAsync(game))["info"]!;

            Assert.Equal(
                (game.GameId, game.QueueId, game.StartedAt.ToUnixTimeMilliseconds(), game.EndedAt.ToUnixTimeMilliseconds(), game.Duration.TotalSeconds),
                ((long)info["gameId"]!, (int)info["queue_id"]!, (long)info["gameCreation"]!, (long)info["game_datetime"]!, Math.Floor((double)info["game_length"]!)));
            Assert.Equal(
                game.Seats.Select(seat => (seat.Person.Puuid, seat.Placement, seat.Win)).Order(),
                info["participants"]!.AsArray().Select(one => ((string)one!["puuid"]!, (int)one["placement"]!, (bool)one["win"]!)).Order());
        }
    }

    [Theory]
    [InlineData(GameFate.Private, true, HttpStatusCode.Forbidden)]
    [InlineData(GameFate.Missing, true, HttpStatusCode.NotFound)]
    [InlineData(GameFate.Custom, false, HttpStatusCode.NotFound)]
    public async Task Some_matches_are_closed_never_there_or_not_even_listed(GameFate fate, bool isListed, HttpStatusCode status)
    {
        await using var machine = new FriendsMachine();
        var game = machine.Week.Games.First(game => game.Fate == fate && game.People.Any(person => !machine.Week.Hides(person) && IsFriend(person)));
        var friend = machine.FriendIn(game).Person;
        machine.GoTo(game.StartedAt);
        Assert.Equal(fate == GameFate.Custom ? "CUSTOM" : "MATCHED", (string)(await machine.SpectateAsync(game, friend))["gameType"]!);
        machine.GoTo(game.ListedAt.AddDays(1));

        Assert.Equal(isListed, (await machine.IdsAsync(game, friend)).Contains(game.MatchId));
        Assert.Equal(status, await machine.MatchStatusAsync(game));

        bool IsFriend(Person person) => machine.Week.Friends.Any(friend => friend.Person == person);
    }
}
