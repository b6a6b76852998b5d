using System.Net;
using MnM.Simulator.RiotApi.Limits;
using MnM.Simulator.World.Friends;
using MnM.Simulator.World.People;

namespace MnM.Tests.Simulator.RiotApi;

/// <summary>A week of friends as Riot's API tells it.</summary>
public sealed class FriendsWeekApiTests
{
    private static readonly HttpStatusCode Gone = HttpStatusCode.NotFound;

    [Fact]
    public async Task Friends_and_strangers_are_found_where_they_live()
    {
        await using var machine = new FriendsMachine();
        foreach (var friend in machine.Week.Friends.Where(friend => friend.Circle is 0 or 5))
        {
            Assert.Equal(friend.Person.Puuid, await machine.Riot.PuuidAsync(friend.Person.RiotId));
            var region = await machine.Riot.ReadAsync("europe", $"/riot/account/v1/region/by-game/lol/by-puuid/{friend.Person.Puuid}");
            Assert.Equal(friend.Platform, (string)region["region"]!);
            Assert.Equal(HttpStatusCode.OK, await machine.Riot.StatusAsync(friend.Platform, $"/lol/summoner/v4/summoners/by-puuid/{friend.Person.Puuid}"));
        }

        var stranger = machine.Week.Games[0].Seats.First(seat => machine.Week.Friends.All(friend => friend.Person != seat.Person)).Person;
        Assert.Equal(stranger.Puuid, await machine.Riot.PuuidAsync(stranger.RiotId));
    }

    [Theory]
    [InlineData(Products.League, 10)]
    [InlineData(Products.Tactics, 8)]
    public async Task A_game_is_there_while_it_loads_and_runs_to_all_who_play_it(string product, int seats)
    {
        await using var machine = new FriendsMachine();
        var game = machine.Week.Games.First(game => game.Product == product && !game.People.Any(machine.Week.Hides));
        machine.GoTo(game.OpenedAt.AddSeconds(-1));
        Assert.Equal(Gone, await machine.SpectatorStatusAsync(game, game.People[0]));

        machine.GoTo(game.OpenedAt);
        Assert.Equal(0, (long)(await machine.SpectateAsync(game, game.People[0]))["gameStartTime"]!);

        machine.GoTo(game.StartedAt.AddSeconds(60.5));
        foreach (var person in game.People)
        {
            var told = await machine.SpectateAsync(game, person);
            Assert.Equal(
                (game.GameId, game.QueueId, game.StartedAt.ToUnixTimeMilliseconds(), 60, seats),
                ((long)told["gameId"]!, (int)told["gameQueueConfigId"]!, (long)told["gameStartTime"]!, (int)told["gameLength"]!, told["participants"]!.AsArray().Count));
            Assert.Equal(
                game.Seats.Select(seat => (seat.Person.Puuid, seat.Person.RiotId, seat.ChampionId)),
                told["participants"]!.AsArray().Select(one => ((string)one!["puuid"]!, (string)one["riotId"]!, (int)one["championId"]!)));
        }

        machine.GoTo(game.EndedAt);
        Assert.Equal(Gone, await machine.SpectatorStatusAsync(game, game.People[0]));
    }

    [Fact]
    public async Task Whom_streamer_mode_hides_is_not_found_and_is_nobody_in_the_answers_of_others()
    {
        await using var machine = new FriendsMachine();
        var game = machine.Week.Games.First(game => game.Product == Products.League
            && game.Find(machine.Week.Friends.First(friend => friend.IsStreamer).Person) is not null
            && machine.Week.Friends.Any(friend => !friend.IsStreamer && game.Find(friend.Person) is not null));
        var (open, hidden) = (machine.FriendIn(game).Person, machine.FriendIn(game, streams: true).Person);
        machine.GoTo(game.StartedAt);

        Assert.Equal(Gone, await machine.SpectatorStatusAsync(game, hidden));
        var told = (await machine.SpectateAsync(game, open))["participants"]!.AsArray();
        Assert.Contains(told, one => (string?)one!["puuid"] == open.Puuid);
        Assert.DoesNotContain(told, one => (string?)one!["puuid"] == hidden.Puuid || (string?)one["riotId"] == hidden.RiotId);
        Assert.Equal(game.People.Count(machine.Week.Hides), told.Count(one => one!["puuid"] is null));

        machine.GoTo(game.ListedAt);
        Assert.Contains(game.MatchId, await machine.IdsAsync(game, hidden));
    }

    [Fact]
    public async Task When_the_next_game_begins_at_once_the_match_of_the_last_is_not_there_yet()
    {
        await using var machine = new FriendsMachine();
        var friend = machine.Week.Friends.First(friend => !friend.IsStreamer).Person;
        var own = machine.Week.Games.Where(game => game.Product == Products.League && game.Find(friend) is not null).ToList();
        var (before, next) = own.Zip(own.Skip(1)).First(pair =>
            pair.First.Fate == GameFate.Played && pair.Second.OpenedAt == pair.First.EndedAt.AddSeconds(10) && pair.First.ListedAt > pair.Second.OpenedAt);
        machine.GoTo(before.EndedAt.AddSeconds(9));
        Assert.Equal(Gone, await machine.SpectatorStatusAsync(before, friend));

        machine.GoTo(next.OpenedAt);
        Assert.Equal(next.GameId, (long)(await machine.SpectateAsync(next, friend))["gameId"]!);
        Assert.Equal(Gone, await machine.MatchStatusAsync(before));
        machine.GoTo(before.ListedAt);
        Assert.Equal(HttpStatusCode.OK, await machine.MatchStatusAsync(before));
    }

    [Fact]
    public async Task Ids_are_of_the_games_that_are_listed_by_then_in_pages_and_spans()
    {
        await using var machine = new FriendsMachine();
        var friend = machine.Week.Friends[3].Person;
        var own = machine.Week.Games.Where(game => game.Product == Products.League && game.IsListed && game.Find(friend) is not null).ToList();
        var (third, last) = (own[2], own[^1]);
        machine.GoTo(last.ListedAt.AddSeconds(-1));
        Assert.DoesNotContain(last.MatchId, await machine.IdsAsync(last, friend));

        machine.GoTo(own.Max(game => game.ListedAt));
        Assert.Equal(own.Select(game => game.MatchId).Reverse(), await machine.IdsAsync(last, friend));
        var (from, to) = (third.StartedAt.ToUnixTimeSeconds(), own[5].StartedAt.ToUnixTimeSeconds() + 1);
        Assert.Equal(own[2..6].Select(game => game.MatchId).Reverse(), await machine.IdsAsync(third, friend, $"&startTime={from}&endTime={to}"));
        Assert.Equal(own.Select(game => game.MatchId).Reverse().Skip(2), await machine.IdsAsync(third, friend, "&start=2"));
    }

    [Fact]
    public async Task League_entries_move_when_the_match_of_a_ranked_game_is_there()
    {
        await using var machine = new FriendsMachine();
        foreach (var (queue, api, name) in new[] { (420, "/lol/league/v4/entries/by-puuid", "RANKED_SOLO_5x5"), (1100, "/tft/league/v1/by-puuid", "RANKED_TFT") })
        {
            var game = machine.Week.Games.First(game => game.QueueId == queue && game.IsRanked && game.OpenedAt > machine.Riot.Clock.GetUtcNow());
            machine.GoTo(game.EndedAt);
            var before = new Dictionary<Person, (int, int)?>();
            foreach (var person in game.People)
            {
                before[person] = await StandingAsync(person);
            }

            machine.GoTo(game.ListedAt);
            Assert.Contains(before.Values, standing => standing is not null);
            foreach (var (person, standing) in before.Where(one => one.Value is not null))
            {
                var win = game.Find(person)!.Win;
                Assert.Equal((standing!.Value.Item1 + (win ? 1 : 0), standing.Value.Item2 + (win ? 0 : 1)), await StandingAsync(person));
            }

            async Task<(int Wins, int Losses)?> StandingAsync(Person person) => (await machine.Riot.ReadAsync(game.Platform, $"{api}/{person.Puuid}")).AsArray()
                .FirstOrDefault(entry => (string)entry!["queueType"]! == name) is { } entry ? ((int)entry["wins"]!, (int)entry["losses"]!) : null;
        }
    }

    [Fact]
    public async Task A_key_for_Teamfight_Tactics_sees_ids_of_its_own()
    {
        await using var machine = new FriendsMachine();
        var game = machine.Week.Games.First(game => game.Product == Products.Tactics);
        var friend = machine.Week.Friends.First(friend => game.Find(friend.Person) is not null).Person;
        machine.GoTo(game.ListedAt);
        var match = (await machine.MatchAsync(game, KnownKeys.Tactics)).ToJsonString();

        Assert.Contains(await machine.Riot.PuuidAsync(friend.RiotId, KnownKeys.Tactics), match, StringComparison.Ordinal);
        Assert.DoesNotContain(friend.Puuid, match, StringComparison.Ordinal);
    }
}
