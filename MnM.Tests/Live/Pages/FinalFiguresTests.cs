using System.Text.Json;
using MnM.Collector.Live;
using MnM.Collector.Live.Lcu;
using MnM.Collector.StaticData;
using MnM.Web.Live;

namespace MnM.Tests.Live.Pages;

public sealed class FinalFiguresTests
{
    [Fact]
    public void Figures_find_their_players_by_number_or_by_name()
    {
        var told = ClientViews.EndOfGame();
        Assert.Equal(LiveViews.Rift().Players.Select(player => player.CreepScore + 7), Creeps(told));

        // Some clients tell no number.
        Assert.Equal(Creeps(told), Creeps(told with { Teams = [.. told.Teams.Select(team => team with { Players = [.. team.Players.Reverse().Select(player => player with { ChampionId = 0 })] })] }));
    }

    [Fact]
    public void Figures_of_another_game_are_not_taken()
    {
        var told = ClientViews.EndOfGame();
        var other = told with { Teams = [told.Teams[0], told.Teams[1] with { Players = told.Teams[1].Players.SetItem(0, told.Teams[1].Players[0] with { ChampionId = 1, ChampionName = "Annie" }) }] };

        Assert.Empty(FinalFigures.Of(LiveViews.Rift(), other, StaticCatalogs.Known));
        Assert.Same(LiveViews.Rift().Players[0].ChampionAlias, FinalFigures.Correct(LiveViews.Rift(), []).Players[0].ChampionAlias);
    }

    [Fact]
    public void The_same_champion_twice_is_told_apart_by_name()
    {
        var game = LiveViews.Of([LiveViews.Player(0), LiveViews.Player(1) with { ChampionAlias = "Ornn", ChampionName = "Ornn" }]);
        var both = ClientViews.EndOfGame().Teams[0].Players.Take(2).Reverse().Select(player => player with { ChampionId = 516, ChampionName = "Ornn" });
        var finals = FinalFigures.Of(game, ClientViews.EndOfGame() with { Teams = [new(100, true, [.. both])] }, StaticCatalogs.Known);

        Assert.Equal([177, 147], finals.Select(final => final.CreepScore));
    }

    [Fact]
    public void The_scene_of_a_result_is_exact_and_counts_gold_instead_of_items()
    {
        var scene = Scene(LiveViews.Rift(), ClientViews.EndOfGame());

        var row = scene.Board.Lanes[2].Blue!;
        Assert.Equal(("207", "22", "Vision score", new Worth(13_850, true)), (row.Creeps, row.Wards, row.WardsTitle, row.Worth));
        Assert.Equal((9, 15), (row.Player.Assists, row.Player.Level));
        Assert.Equal(new Worth(50_500 + (5 * 2150), true), scene.BlueWorth);
        Assert.Equal("Mid: gold earned blue +1.9k", scene.Board.Lanes[2].Title);
    }

    [Fact]
    public void While_the_game_runs_creeps_are_rounded_and_gold_is_not_told()
    {
        var scene = LiveScene.Of(LiveViews.Rift(), [], null);

        Assert.Equal(("≈200", "Item value"), (scene.Board.Lanes[2].Blue!.Creeps, scene.BlueWorth.Title));
        Assert.Equal("Mid: item value blue +1.9k", scene.Board.Lanes[2].Title);
    }

    [Fact]
    public void A_game_that_only_the_client_saw_has_people_and_figures_and_no_course()
    {
        var game = FinalFigures.GameOf(ClientViews.EndOfGame(), StaticCatalogs.Known, LiveViews.At);
        var scene = Scene(game, ClientViews.EndOfGame());

        Assert.False(scene.WasWatched);
        Assert.Null(scene.Plot);
        Assert.Equal((23, 17), (scene.Blue.Kills, scene.Red.Kills));
        Assert.Equal(["Ornn", "Vi", "Ahri", "Jinx", "Thresh"], scene.Board.Lanes.Select(lane => lane.Blue!.Player.ChampionAlias));
        Assert.Equal(("Nightjar", true), (scene.You!.DisplayName, scene.You.IsActivePlayer));
        Assert.Equal(["Black Cleaver", "Item 3047", "Item 6333", "Item 3340"], game.Players[0].Items.Select(item => item.Name));
        Assert.Equal([0, 1, 3, 6], game.Players[0].Items.Select(item => item.Place));
    }

    [Fact]
    public void Recorded_blocks_of_real_clients_become_games()
    {
        var games = 0;
        foreach (var file in Recordings.Files("lcu").Where(file => file.Contains("eog", StringComparison.Ordinal)))
        {
            using var document = JsonDocument.Parse(File.ReadLines(file).First() is { Length: > 5 } line ? line : File.ReadAllText(file));
            var root = document.RootElement;
            var block = root.ValueKind == JsonValueKind.Array ? root[2].GetProperty("data") : root.TryGetProperty("data", out var data) ? data : root;
            if (EndOfGameReader.Read(block) is { } told)
            {
                var game = FinalFigures.GameOf(told, StaticCatalog.Empty, LiveViews.At);
                Assert.Equal(game.Players.Length, FinalFigures.Of(game, told, StaticCatalog.Empty).Length);
                Assert.All(game.Players, player => Assert.NotEqual("", player.ChampionName));
                games++;
            }
        }

        Assert.True(games > 1 || Recordings.Folder is null);
    }

    [Fact]
    public void A_result_stays_as_long_as_the_client_shows_its_own()
    {
        var client = ClientViews.Open() with { EndOfGame = ClientViews.EndOfGame() };
        var scenes = new LiveScenes(StaticCatalogs.Store());
        var first = scenes.Next(ClientViews.State(client, "EndOfGame", LiveConnection.Ended, LiveViews.Rift()), Stage.Result);

        // The poller lets go of the last poll after some minutes.
        Assert.Same(first, scenes.Next(ClientViews.State(client, "EndOfGame"), Stage.Result));
        Assert.Null(scenes.Next(ClientViews.State(client, "Lobby"), Stage.Lobby));
    }

    [Fact]
    public void A_poll_that_changes_nothing_of_the_game_makes_no_new_scene()
    {
        var scenes = new LiveScenes(StaticCatalogs.Store());
        var state = LiveViews.InGame(LiveViews.Rift());

        Assert.Same(scenes.Next(state, Stage.Game), scenes.Next(state with { Client = ClientViews.Open() }, Stage.Game));
    }

    private static LiveScene Scene(LiveView game, EndOfGameView told)
    {
        var finals = FinalFigures.Of(game, told, StaticCatalogs.Known);
        return LiveScene.Of(FinalFigures.Correct(game, finals), [], null, finals);
    }

    private static List<int> Creeps(EndOfGameView told) => [.. FinalFigures.Of(LiveViews.Rift(), told, StaticCatalogs.Known).Select(final => final.CreepScore)];
}
