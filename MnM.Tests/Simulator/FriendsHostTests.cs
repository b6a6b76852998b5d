using System.Text.Json.Nodes;
using MnM.Simulator;
using MnM.Simulator.World.Friends;

namespace MnM.Tests.Simulator;

public sealed class FriendsHostTests
{
    [Fact]
    public async Task The_program_says_who_the_friends_are_and_plays_their_week_at_the_hour_that_was_asked_for()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var clock = new SimulatorClock();
        var week = new FriendsWeek(new FriendsWeekOptions { Start = clock.GetUtcNow(), Seed = 5, Friends = 10 });
        var game = week.Games.First(game => week.Friends.Any(friend => !friend.IsStreamer && game.Find(friend.Person) is not null));
        var options = new SimulatorOptions { Seed = 5, Friends = 10, FriendsHour = (game.StartedAt - clock.GetUtcNow()).TotalHours + 0.01 };
        await using var simulator = await SimulatorHost.StartAsync(options, clock, patience.Token);

        var names = simulator.Settings.Lines.Single(line => line.StartsWith("FRIENDS=", StringComparison.Ordinal))["FRIENDS=".Length..].Split(',');
        Assert.Equal(week.Friends.Select(friend => friend.Person.RiotId), names);
        Assert.DoesNotContain(new SimulatorSettings("", "", "", "", "", "", "", "").Lines, line => line.StartsWith("FRIENDS", StringComparison.Ordinal));

        var friend = week.Friends.First(friend => !friend.IsStreamer && game.Find(friend.Person) is not null);
        var api = game.Product == "tft" ? "tft/v5/active-games/by-puuid" : "v5/active-games/by-summoner";
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Add("X-Riot-Token", simulator.Settings.RiotApiKey);
        var address = $"{simulator.Settings.RiotBaseUrl.Replace("{route}", game.Platform, StringComparison.Ordinal)}/lol/spectator/{api}/{friend.Person.Puuid}";
        var told = JsonNode.Parse(await http.GetStringAsync(new Uri(address), patience.Token))!;
        Assert.Equal(game.GameId, (long)told["gameId"]!);
    }
}
