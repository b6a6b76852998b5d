using System.Text.Json;
using MnM.Collector.Live.Lcu;
using MnM.Collector.StaticData;
using MnM.Web.Live;
using MnM.Web.Live.Client;

namespace MnM.Tests.Live.Pages;

public sealed class DraftSceneTests
{
    [Fact]
    public void Blue_stands_left_whichever_side_is_ones_own()
    {
        var view = ClientViews.ChampSelect();
        var scene = Of(view);
        Assert.Equal((Side.Blue, true, 0), (scene.Blue.Side, scene.Blue.IsYours, scene.Blue.Seats[0].Cell));

        var swapped = Of(view with { MyTeam = view.TheirTeam, TheirTeam = view.MyTeam, MyBans = view.TheirBans, TheirBans = view.MyBans });
        Assert.Equal((0, 5, false, true), (swapped.Blue.Seats[0].Cell, swapped.Red.Seats[0].Cell, swapped.Blue.IsYours, swapped.Red.IsYours));
        Assert.Equal(scene.Blue.Bans.AsEnumerable(), swapped.Blue.Bans);
    }

    [Fact]
    public void Picks_hovers_and_wishes_are_told_apart()
    {
        var seats = Of(ClientViews.ChampSelect()).Blue.Seats;
        Assert.Equal([SeatState.Locked, SeatState.Wants, SeatState.Picks, SeatState.Wants, SeatState.Waits], seats.Select(seat => seat.State));
        Assert.Equal(["Ornn", "wants Vi", "picks now: Ahri?", "wants Jinx", ""], seats.Select(seat => seat.Line));
        Assert.Equal(["open", "me turn open"], new[] { seats[1].Class, seats[2].Class });
    }

    [Fact]
    public void A_champion_taken_before_ones_turn_is_a_hover_and_where_nobody_picks_it_is_final()
    {
        var view = ClientViews.ChampSelect() with { MyTeam = [ClientViews.Member(3, champion: 222)] };
        Assert.Equal(SeatState.Hovers, Of(view).Blue.Seats[0].State);
        Assert.Equal("Jinx?", Of(view).Blue.Seats[0].Line);
        Assert.Equal(SeatState.Locked, Of(view with { Draft = [] }).Blue.Seats[0].State);
    }

    [Fact]
    public void A_hidden_player_stays_who_the_client_says()
    {
        var scene = Of(ClientViews.ChampSelect());
        Assert.Equal(("Ally 2", true), (scene.Blue.Seats[1].Name, scene.Blue.Seats[1].IsHidden));
        Assert.Equal(["Enemy 1", "Enemy 2", "Enemy 3", "Enemy 4", "Enemy 5"], scene.Red.Seats.Select(seat => seat.Name));
        Assert.DoesNotContain("puuid", scene.ToString() + string.Join(' ', scene.Blue.Seats), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Bans_keep_their_places_also_the_one_that_was_let_go()
    {
        var scene = Of(ClientViews.ChampSelect());
        Assert.Equal(["Champion 157", "Champion 238", "No ban", "Champion 55", "Champion 84"], scene.Blue.Bans.Select(ban => ban.Title));
        Assert.Equal(["Champion 11", "Champion 35", "Champion 80", "Not banned yet", "Not banned yet"], scene.Red.Bans.Select(ban => ban.Title));
    }

    [Theory]
    [InlineData("PLANNING", "Tell your team what you want to pick")]
    [InlineData("FINALIZATION", "Last preparations")]
    [InlineData("GAME_STARTING", "The game starts")]
    [InlineData("BAN_PICK", "Your turn to pick")]
    [InlineData("", "Your turn to pick")]
    public void The_step_is_told_in_words(string phase, string words) =>
        Assert.Equal(words, Of(ClientViews.ChampSelect() with { Timer = new(phase, null, default) }).Step);

    [Fact]
    public void Who_acts_is_named_unless_hidden_or_many()
    {
        var view = ClientViews.ChampSelect();
        Assert.Equal("PaperCrane bans", Step(view, ClientViews.Act(3, "ban", 0, now: true)));
        Assert.Equal("Blue picks", Step(view, ClientViews.Act(1, "pick", 0, now: true)));
        Assert.Equal("Red picks", Step(view, ClientViews.Act(6, "pick", 0, now: true), ClientViews.Act(7, "pick", 0, now: true)));
        Assert.Equal("Both teams ban", Step(view, ClientViews.Act(0, "ban", 0, now: true), ClientViews.Act(5, "ban", 0, now: true)));
        Assert.Equal("The bans are shown", Step(view, ClientViews.Act(-1, "ten_bans_reveal", 0, now: true)));
        Assert.Equal("Champ select", Step(view));
    }

    [Fact]
    public void Recorded_champ_selects_of_real_clients_become_scenes()
    {
        var scenes = 0;
        foreach (var line in Recordings.Files("lcu").Where(file => file.EndsWith(".jsonl", StringComparison.Ordinal)).SelectMany(File.ReadLines))
        {
            using var document = JsonDocument.Parse(line);
            var root = document.RootElement;
            var session = root.TryGetProperty("session", out var one) ? one : root.TryGetProperty("data", out var other) ? other : root;
            if (session.ValueKind == JsonValueKind.Object && ChampSelectReader.Read(session, LiveViews.At) is { } view)
            {
                var scene = DraftScene.Of(view, StaticCatalog.Empty);
                Assert.All(scene.Blue.Seats.Concat(scene.Red.Seats), seat => Assert.NotEqual("", seat.Name));
                Assert.True(scene.Blue.Seats.IsEmpty || scene.Blue.Seats[0].Cell < 5);
                Assert.InRange(scene.Blue.Bans.Length, 0, 10);
                scenes++;
            }
        }

        Assert.True(scenes > 100 || Recordings.Folder is null);
    }

    private static DraftScene Of(ChampSelectView view) => DraftScene.Of(view, StaticCatalogs.Known);

    // Nobody's turn but the given ones.
    private static string Step(ChampSelectView view, params DraftAction[] now) =>
        Of(view with { MyTeam = [.. view.MyTeam.Select(member => member with { Turn = null })], Draft = [.. now] }).Step;
}
