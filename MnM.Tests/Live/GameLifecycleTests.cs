using MnM.Collector.Live;
using MnM.Collector.Live.Lcu;

namespace MnM.Tests.Live;

public sealed class GameLifecycleTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(60);

    [Theory]
    [InlineData("None", GamePhase.ClientOpen)]
    [InlineData("Lobby", GamePhase.Lobby)]
    [InlineData("Matchmaking", GamePhase.Lobby)]
    [InlineData("CheckedIntoTournament", GamePhase.Lobby)]
    [InlineData("ReadyCheck", GamePhase.Lobby)]
    [InlineData("ChampSelect", GamePhase.ChampSelect)]
    [InlineData("GameStart", GamePhase.InGame)]
    [InlineData("FailedToLaunch", GamePhase.ClientOpen)]
    [InlineData("InProgress", GamePhase.InGame)]
    [InlineData("Reconnect", GamePhase.InGame)]
    [InlineData("WatchInProgress", GamePhase.InGame)]
    [InlineData("WaitingForStats", GamePhase.PostGame)]
    [InlineData("PreEndOfGame", GamePhase.PostGame)]
    [InlineData("EndOfGame", GamePhase.PostGame)]
    [InlineData("TerminatedInError", GamePhase.ClientOpen)]
    [InlineData("SomethingOf2027", GamePhase.ClientOpen)]
    public void Every_word_of_the_client_has_a_phase_for_people(string raw, GamePhase expected) => Assert.Equal(expected, GameLifecycle.PhaseOf(raw));

    [Theory]
    [InlineData(null, LiveConnection.Starting, GamePhase.Closed)]
    [InlineData(null, LiveConnection.Waiting, GamePhase.Closed)]
    [InlineData(null, LiveConnection.Loading, GamePhase.InGame)]
    [InlineData(null, LiveConnection.InGame, GamePhase.InGame)]
    [InlineData(null, LiveConnection.Lost, GamePhase.InGame)]
    [InlineData(null, LiveConnection.NotShown, GamePhase.InGame)]
    [InlineData(null, LiveConnection.Ended, GamePhase.PostGame)]
    [InlineData(GamePhase.ClientOpen, LiveConnection.Waiting, GamePhase.ClientOpen)]
    [InlineData(GamePhase.ClientOpen, LiveConnection.InGame, GamePhase.InGame)]
    [InlineData(GamePhase.ClientOpen, LiveConnection.Lost, GamePhase.ClientOpen)]
    [InlineData(GamePhase.ClientOpen, LiveConnection.Ended, GamePhase.ClientOpen)]
    [InlineData(GamePhase.Lobby, LiveConnection.Lost, GamePhase.Lobby)]
    [InlineData(GamePhase.ChampSelect, LiveConnection.Waiting, GamePhase.ChampSelect)]
    [InlineData(GamePhase.ChampSelect, LiveConnection.Ended, GamePhase.ChampSelect)]
    [InlineData(GamePhase.InGame, LiveConnection.Waiting, GamePhase.InGame)]
    [InlineData(GamePhase.InGame, LiveConnection.Ended, GamePhase.PostGame)]
    [InlineData(GamePhase.PostGame, LiveConnection.InGame, GamePhase.PostGame)]
    [InlineData(GamePhase.PostGame, LiveConnection.Waiting, GamePhase.PostGame)]
    public void The_client_and_the_games_port_together_say_what_is_on(GamePhase? told, LiveConnection live, GamePhase expected) =>
        Assert.Equal(expected, GameLifecycle.PhaseOf(told, live));

    [Theory]
    [InlineData(GamePhase.InGame, 3600, nameof(GameFate.Goes))]
    [InlineData(GamePhase.PostGame, 1, nameof(GameFate.ToldOver))]
    [InlineData(GamePhase.Lobby, 2, nameof(GameFate.Goes))]
    [InlineData(GamePhase.Lobby, 3, nameof(GameFate.ToldOver))]
    [InlineData(GamePhase.ChampSelect, 3, nameof(GameFate.ToldOver))]
    [InlineData(GamePhase.ClientOpen, 9, nameof(GameFate.Goes))]
    [InlineData(GamePhase.ClientOpen, 10, nameof(GameFate.GivenUp))]
    [InlineData(null, 59, nameof(GameFate.Goes))]
    [InlineData(null, 60, nameof(GameFate.GivenUp))]
    public void A_silent_game_ends_by_the_clients_word_or_after_the_grace_time(GamePhase? told, int silent, string expected) =>
        Assert.Equal(expected, GameLifecycle.FateOf(told, TimeSpan.FromSeconds(silent), Grace, fewPolls: TimeSpan.FromSeconds(3)).ToString());

    [Theory]
    [InlineData(GamePhase.Lobby)]
    [InlineData(GamePhase.ClientOpen)]
    [InlineData(null)]
    public void However_rare_polls_are_a_single_failed_one_ends_nothing(GamePhase? told) =>
        Assert.Equal(GameFate.Goes, GameLifecycle.FateOf(told, TimeSpan.FromSeconds(60), Grace, fewPolls: TimeSpan.FromSeconds(180)));

    [Fact]
    public void Phases_are_remembered_with_their_times_newest_first()
    {
        var state = LiveState.Starting;
        string[] told = ["None", "Lobby", "Matchmaking", "Matchmaking", "ChampSelect"];
        for (var minute = 0; minute < told.Length; minute++)
        {
            state = GameLifecycle.Follow(state with { Client = Client(told[minute]) }, Noon.AddMinutes(minute));
        }

        Assert.Equal<PhaseView>(
            [
                new PhaseView(GamePhase.ChampSelect, "ChampSelect", Noon.AddMinutes(4)),
                new PhaseView(GamePhase.Lobby, "Matchmaking", Noon.AddMinutes(2)),
                new PhaseView(GamePhase.Lobby, "Lobby", Noon.AddMinutes(1)),
                new PhaseView(GamePhase.ClientOpen, "None", Noon),
                new PhaseView(GamePhase.Closed, null, default),
            ],
            state.Phases);
    }

    [Fact]
    public void No_more_phases_are_remembered_than_a_page_shows()
    {
        var state = LiveState.Starting;
        for (var change = 0; change < 100; change++)
        {
            state = GameLifecycle.Follow(state with { Client = Client(change % 2 == 0 ? "Lobby" : "None") }, Noon.AddSeconds(change));
        }

        Assert.Equal(LiveState.PhasesKept, state.Phases.Length);
        Assert.Equal(Noon.AddSeconds(99), state.Phase.Since);
    }

    [Theory]
    [InlineData("Lobby")]
    [InlineData("ChampSelect")]
    public void A_result_ends_with_the_next_lobby_so_that_the_game_after_it_is_not_taken_for_the_one_that_is_over(string raw)
    {
        var ended = new LiveState { Connection = LiveConnection.Ended, Client = Client("EndOfGame"), LastGame = new(1, Noon, true) };
        Assert.Equal(LiveConnection.Ended, GameLifecycle.Follow(ended, Noon).Connection);

        var next = GameLifecycle.Follow(ended with { Client = Client(raw) }, Noon);
        Assert.Equal((LiveConnection.Waiting, null, ended.LastGame), (next.Connection, next.Game, next.LastGame));
        Assert.Equal(GamePhase.InGame, GameLifecycle.Follow(next with { Client = Client("GameStart") }, Noon).Phase.Phase);
    }

    private static ClientView Client(string raw) => ClientView.None with { Connection = ClientConnection.Connected, RawPhase = raw };
}
