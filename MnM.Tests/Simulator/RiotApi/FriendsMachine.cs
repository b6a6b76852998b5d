using System.Net;
using System.Text.Json.Nodes;
using MnM.Simulator;
using MnM.Simulator.RiotApi.Limits;
using MnM.Simulator.World.Friends;
using MnM.Simulator.World.People;

namespace MnM.Tests.Simulator.RiotApi;

/// <summary>Riot's API in a week of friends, at whatever time of it the test goes to; only forward.</summary>
internal sealed class FriendsMachine : IAsyncDisposable
{
    private readonly RiotMachine _riot;

    public FriendsMachine()
    {
        Week = new FriendsWeek(new FriendsWeekOptions { Start = new SimulatorClock().GetUtcNow().AddDays(1) });
        _riot = new RiotMachine(week: Week);
    }

    public FriendsWeek Week { get; }

    public RiotMachine Riot => _riot;

    /// <summary>The first friend in a game.</summary>
    public Friend FriendIn(FriendGame game, bool streams = false) => Week.Friends.First(friend => friend.IsStreamer == streams && game.Find(friend.Person) is not null);

    public void GoTo(DateTimeOffset time) => _riot.Clock.Advance((time - _riot.Clock.GetUtcNow()).TotalSeconds);

    public async Task<JsonNode> SpectateAsync(FriendGame game, Person person) => await _riot.ReadAsync(game.Platform, Spectator(game, person));

    public Task<HttpStatusCode> SpectatorStatusAsync(FriendGame game, Person person) => _riot.StatusAsync(game.Platform, Spectator(game, person));

    public Task<JsonNode> MatchAsync(FriendGame game, RiotKey? key = null) => _riot.ReadAsync("europe", MatchPath(game), key);

    public Task<HttpStatusCode> MatchStatusAsync(FriendGame game) => _riot.StatusAsync("europe", MatchPath(game));

    public async Task<List<string>> IdsAsync(FriendGame game, Person person, string query = "") =>
        [.. (await _riot.ReadAsync("europe", $"/{(IsTactics(game) ? "tft/match/v1" : "lol/match/v5")}/matches/by-puuid/{person.Puuid}/ids?count=100{query}")).AsArray().Select(id => (string)id!)];

    public ValueTask DisposeAsync() => _riot.DisposeAsync();

    private static bool IsTactics(FriendGame game) => game.Product == Products.Tactics;

    private static string MatchPath(FriendGame game) => $"/{(IsTactics(game) ? "tft/match/v1" : "lol/match/v5")}/matches/{game.MatchId}";

    private static string Spectator(FriendGame game, Person person) =>
        IsTactics(game) ? $"/lol/spectator/tft/v5/active-games/by-puuid/{person.Puuid}" : $"/lol/spectator/v5/active-games/by-summoner/{person.Puuid}";
}
