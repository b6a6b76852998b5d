using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;
using MnM.Collector.Live;
using MnM.Collector.StaticData;

namespace MnM.Tests.Live;

public sealed class LiveGameTests
{
    private static readonly DateTimeOffset Start = new(2026, 10, 3, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Slots_stay_when_the_list_follows_the_scoreboard()
    {
        var views = Play(Polls.Response(10), Polls.Response(11, Reverse), Polls.Response(12));
        Assert.All(views, view => Assert.Equal("ChampionA", view.Players[0].ChampionAlias));
        Assert.Equal("9876543210", string.Concat(views[1].SlotsInResponse));
    }

    [Fact]
    public void Slots_stay_in_streamer_mode()
    {
        static void Hide(JsonObject response)
        {
            foreach (var player in response.Players())
            {
                foreach (var name in (string[])["riotId", "riotIdGameName", "riotIdTagLine", "summonerName"])
                {
                    player![name] = "";
                }
            }
        }

        var views = Play(Polls.Response(10, Hide), Polls.Response(11, response =>
        {
            Hide(response);
            Reverse(response);
            response.Players()[0]!["scores"]!["kills"] = 3;
        }));
        Assert.Equal(10, views[1].Players.Length);
        Assert.Equal(3, views[1].Players[9].Kills);
        Assert.Equal("ChampionJ", views[1].Players[9].DisplayName);
    }

    [Fact]
    public void An_unchanged_player_keeps_the_object()
    {
        var views = Play(Polls.Response(10), Polls.Response(11, response => response.Players()[3]!["level"] = 4));
        Assert.All(Enumerable.Range(0, 10), slot => Assert.Equal(slot != 3, ReferenceEquals(views[0].Players[slot], views[1].Players[slot])));
    }

    [Theory]
    [InlineData("Turret_T2_L_03_A")]
    [InlineData("Turret_TChaos_L0_P3_3795288474")]
    public void A_tower_goes_to_the_other_side_whoever_gave_the_last_hit(string tower)
    {
        var view = Play(Polls.Response(10, response => response.Events().Add(
            Polls.Event(1, "TurretKilled", 9, ("TurretKilled", tower), ("KillerName", "Minion_T100L0S37N0229")))))[0];
        Assert.Equal((1, 0), (view.Teams[0].Towers, view.Teams[1].Towers));
        Assert.Equal("ORDER", view.Events[1].Team);
    }

    [Fact]
    public void Objectives_and_kills_are_counted_for_their_team()
    {
        var view = Play(Polls.Response(10, response =>
        {
            response.Players()[7]!["scores"]!["kills"] = 4;
            response.Events().Add(Polls.Event(1, "DragonKill", 5, ("KillerName", "Player 7"), ("DragonType", "Fire"), ("Stolen", "True")));
            response.Events().Add(Polls.Event(2, "HordeKill", 6, ("KillerName", "Player 7")));
            response.Events().Add(Polls.Event(3, "AtakhanKill", 7, ("KillerName", "Player 1")));
        }))[0];
        Assert.Equal(4, view.Teams[1].Kills);
        Assert.Equal("Fire", Assert.Single(view.Teams[1].Dragons));
        Assert.Equal((1, 1), (view.Teams[1].Grubs, view.Teams[0].Atakhans));
        Assert.True(view.Events[1].Stolen);
        Assert.Equal(7, view.Events[1].ActorSlot);
    }

    [Fact]
    public void An_event_told_again_is_kept_once()
    {
        var kill = Polls.Event(1, "ChampionKill", 5, ("KillerName", "Player 0"), ("VictimName", "Player 5"), ("Assisters", new JsonArray("Player 1")));
        var views = Play(
            Polls.Response(10, response => response.Events().Add(kill.DeepClone())),
            Polls.Response(11, response =>
            {
                response.Events().Clear();
                response.Events().Add(Polls.Event(0, "MinionsSpawning", 2));
                response.Events().Add(kill.DeepClone());
            }));
        Assert.Equal(["GameStart", "ChampionKill", "MinionsSpawning"], views[1].Events.Select(told => told.Name));
        Assert.Equal(1, Assert.Single(views[1].Events[1].AssistSlots));
    }

    [Fact]
    public void A_name_that_two_people_bear_names_nobody()
    {
        var view = Play(Polls.Response(10, response =>
        {
            response.Players()[4]!["riotIdGameName"] = "Player 0";
            response.Events().Add(Polls.Event(1, "ChampionKill", 5, ("KillerName", "Player 0"), ("VictimName", "Player 5")));
        }))[0];
        Assert.Null(view.Events[1].ActorSlot);
        Assert.Equal("Player 0", view.Events[1].Actor);
    }

    [Fact]
    public void Item_value_is_what_static_data_says_items_cost_in_full()
    {
        var view = Play(Polls.Response(10, response => response.Players()[0]!["items"]!.AsArray().Add(Polls.Item(6655, 1, 800))))[0];
        Assert.Equal(450 + 2900, view.Players[0].ItemValue);
        Assert.Equal("Luden's", view.Players[0].Items[1].Name);
        Assert.Equal(2900, view.ItemValues[^1].Difference);
    }

    [Fact]
    public void A_finished_item_is_noted_when_it_appears_and_only_then()
    {
        static void Buy(JsonObject response) => response.Players()[0]!["items"]!.AsArray().Add(Polls.Item(6655, 1, 800));
        var views = Play(Polls.Response(10), Polls.Response(11, Buy), Polls.Response(12, Buy));
        Assert.Empty(views[0].Completions);
        Assert.Equal(new ItemCompletion(11, 0, 6655, "Luden's"), Assert.Single(views[2].Completions));
    }

    [Fact]
    public void The_local_player_is_known_and_tells_gold_and_abilities()
    {
        var view = Play(Polls.Response(10))[0];
        Assert.Equal(0, view.ActivePlayer!.Slot);
        Assert.True(view.Players[0].IsActivePlayer);
        Assert.Equal(123.45600128173828, view.ActivePlayer.CurrentGold);
        Assert.Equal(1, view.ActivePlayer.Abilities[0].Rank);
    }

    [Fact]
    public void While_spectating_nobody_is_the_local_player()
    {
        var view = Play(Polls.Response(10, response => response["activePlayer"] = new JsonObject { ["error"] = "Spectator mode doesn't currently support this feature" }))[0];
        Assert.Null(view.ActivePlayer);
        Assert.DoesNotContain(view.Players, player => player.IsActivePlayer);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(16)]
    public void Any_number_of_players_is_a_game(int players)
    {
        var view = Play(Polls.Response(10, players: players))[0];
        Assert.Equal(players, view.Players.Length);
        Assert.Equal(players, view.Teams.Sum(team => view.Players.Count(player => player.Team == team.Team)));
    }

    [Fact]
    public void One_person_more_is_the_same_game_with_one_slot_more()
    {
        var views = Play(Polls.Response(10, players: 9), Polls.Response(11, response => response.Players().Add(Polls.Player(20, "CHAOS")), players: 9));
        Assert.Equal(10, views[1].Players.Length);
        Assert.Equal("ChampionU", views[1].Players[9].ChampionAlias);
    }

    private static void Reverse(JsonObject response)
    {
        var players = response.Players().Select(player => player!.DeepClone()).Reverse().ToArray();
        response["allPlayers"] = new JsonArray(players);
    }

    private static ImmutableArray<LiveView> Play(params string[] responses)
    {
        var catalog = new StaticCatalog
        {
            Items = new Dictionary<int, StaticItem> { [6655] = new(6655, "Luden's", 2900, true, "6655.png") }.ToFrozenDictionary(),
        };
        LiveGame? game = null;
        var views = ImmutableArray.CreateBuilder<LiveView>();
        foreach (var response in responses)
        {
            var polled = PolledResponse.Parse(Encoding.UTF8.GetBytes(response), Start.AddSeconds(views.Count));
            game ??= LiveGame.Begin(1, polled);
            Assert.True(views.Count == 0 || game.Owns(polled));
            views.Add(game.Accept(polled, catalog).View);
        }

        game!.Dispose();
        return views.ToImmutable();
    }
}
