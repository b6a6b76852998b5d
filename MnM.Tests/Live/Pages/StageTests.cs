using MnM.Collector.Live;
using MnM.Web.Live;

namespace MnM.Tests.Live.Pages;

public sealed class StageTests
{
    [Theory]
    [InlineData("None", LiveConnection.Waiting, Stage.ClientOpen)]
    [InlineData("Lobby", LiveConnection.Waiting, Stage.Lobby)]
    [InlineData("Matchmaking", LiveConnection.Starting, Stage.Lobby)]
    [InlineData("ReadyCheck", LiveConnection.Waiting, Stage.Lobby)]
    [InlineData("ChampSelect", LiveConnection.Waiting, Stage.ChampSelect)]
    [InlineData("GameStart", LiveConnection.Waiting, Stage.Loading)]
    [InlineData("InProgress", LiveConnection.Loading, Stage.Loading)]
    [InlineData("InProgress", LiveConnection.InGame, Stage.Game)]
    [InlineData("Reconnect", LiveConnection.Lost, Stage.Game)]
    [InlineData("InProgress", LiveConnection.NotShown, Stage.NotShown)]
    [InlineData("PreEndOfGame", LiveConnection.Ended, Stage.Result)]
    [InlineData("None", LiveConnection.Ended, Stage.Result)]
    [InlineData("Lobby", LiveConnection.Ended, Stage.Lobby)]
    [InlineData("ChampSelect", LiveConnection.Ended, Stage.ChampSelect)]
    [InlineData("EndOfGame", LiveConnection.Waiting, Stage.ClientOpen)]
    public void What_is_shown_follows_client_and_game(string raw, LiveConnection connection, Stage stage)
    {
        var game = connection is LiveConnection.InGame or LiveConnection.Lost or LiveConnection.Ended ? LiveViews.Rift() : null;
        Assert.Equal(stage, Stages.Of(ClientViews.State(ClientViews.Open() with { ChampSelect = ClientViews.ChampSelect() }, raw, connection, game)));
    }

    [Theory]
    [InlineData(LiveConnection.Starting, Stage.Starting)]
    [InlineData(LiveConnection.Waiting, Stage.Closed)]
    [InlineData(LiveConnection.Loading, Stage.Loading)]
    [InlineData(LiveConnection.NotShown, Stage.NotShown)]
    public void Without_a_client_the_game_alone_decides(LiveConnection connection, Stage stage) =>
        Assert.Equal(stage, Stages.Of(GameLifecycle.Follow(new LiveState { Connection = connection }, LiveViews.At)));

    [Theory]
    [InlineData("CLASSIC", Stage.Result)]
    [InlineData("BRAWL", Stage.ClientOpen)]
    public void The_clients_own_result_is_shown_where_MnM_saw_no_game_but_never_of_Brawl(string mode, Stage stage) =>
        Assert.Equal(stage, Stages.Of(ClientViews.State(ClientViews.Open() with { EndOfGame = ClientViews.EndOfGame() with { GameMode = mode } }, "EndOfGame")));

    [Fact]
    public void A_missing_root_hides_neither_lobby_nor_game()
    {
        var missing = new LiveState { Connection = LiveConnection.Waiting, Trust = LiveTrust.RootMissing };
        Assert.Equal(Stage.NoRoot, Stages.Of(missing));
        Assert.Equal(Stage.Lobby, Stages.Of(GameLifecycle.Follow(missing with { Client = ClientViews.Open() with { RawPhase = "Lobby" } }, LiveViews.At)));
    }
}
