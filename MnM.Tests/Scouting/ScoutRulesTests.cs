using System.Collections.Immutable;
using MnM.Collector.Backplane;
using MnM.Collector.Players;
using MnM.Collector.Riot;
using MnM.Collector.Scouting;
using MnM.Collector.StaticData;
using MnM.Tests.Live.Pages;

namespace MnM.Tests.Scouting;

/// <summary>What scouting decides without asking anybody.</summary>
public sealed class ScoutRulesTests
{
    private static readonly Puuid[] People = [.. Enumerable.Range(0, 4).Select(number => Puuid.Find(new string((char)('a' + number), 78))!)];

    [Fact]
    public void Whom_Riot_withholds_stays_hidden_even_if_the_game_tells_a_name()
    {
        var loading = Game(ScoutingPhase.Loading, Seat("Nightjar", ScoutViews.Thresh) with { IsYou = true }, Seat(null, ScoutViews.Ahri) with { IsAnonymous = true });
        var playing = Game(ScoutingPhase.InGame, Seat("Nightjar", ScoutViews.Thresh) with { IsYou = true }, Seat("Told After All", ScoutViews.Ahri));

        var merged = ScoutRules.Merge(loading, playing);

        Assert.Equal((true, "Ally 2"), (merged.Seats[1].IsHidden, merged.Seats[1].Stand));
        Assert.False(merged.Seats[0].IsHidden);
    }

    [Fact]
    public void Where_several_play_one_champion_whom_Riot_withholds_stays_hidden_all_the_same()
    {
        var loading = Game(ScoutingPhase.Loading, Seat("Nightjar", ScoutViews.Ahri), Seat(null, ScoutViews.Ahri) with { IsAnonymous = true });
        var playing = Game(ScoutingPhase.InGame, Seat("Nightjar", ScoutViews.Ahri), Seat("Told After All", ScoutViews.Ahri));

        var merged = ScoutRules.Merge(loading, playing);

        Assert.Equal(("Nightjar", null), (merged.Seats[0].Name?.GameName, merged.Seats[1].Name));
    }

    [Fact]
    public void Whom_champ_select_hid_may_be_named_by_the_loading_screen()
    {
        var select = Game(ScoutingPhase.ChampSelect, Seat(null, ScoutViews.Ahri) with { Position = "MIDDLE" });

        var merged = ScoutRules.Merge(select, Game(ScoutingPhase.Loading, Seat("Ally Name", ScoutViews.Ahri)));

        Assert.Equal(("Ally Name", "MIDDLE"), (merged.Seats[0].Name?.GameName, merged.Seats[0].Position));
    }

    [Fact]
    public void A_champion_that_static_data_does_not_know_is_called_by_its_number()
    {
        var client = ClientViews.Open() with { ChampSelect = ClientViews.ChampSelect() with { MyTeam = [ClientViews.Member(0, champion: 9999), ClientViews.Member(1)] } };
        var seats = ScoutCast.Read(ClientViews.State(client, "ChampSelect"), null, StaticCatalog.Empty)!.Seats;

        Assert.Equal([(9999, "Champion 9999"), (0, "")], seats.Select(seat => (seat.ChampionId, seat.ChampionName)));
    }

    [Fact]
    public void People_stay_while_nobody_tells_of_them()
    {
        var select = Game(ScoutingPhase.ChampSelect, Seat("Nightjar", ScoutViews.Thresh));

        Assert.Equal(select.Seats, ScoutRules.Merge(select, new ScoutGame(ScoutingPhase.Loading, 7, 420, "", [])).Seats);
    }

    [Theory]
    [InlineData(ScoutingPhase.ChampSelect, 7, ScoutingPhase.InGame, 7, true)]
    [InlineData(ScoutingPhase.ChampSelect, 7, ScoutingPhase.ChampSelect, 8, false)]
    [InlineData(ScoutingPhase.ChampSelect, 0, ScoutingPhase.Loading, 7, true)]
    [InlineData(ScoutingPhase.InGame, 0, ScoutingPhase.ChampSelect, 0, false)]
    [InlineData(ScoutingPhase.InGame, 0, ScoutingPhase.Loading, 0, true)]
    [InlineData(ScoutingPhase.PostGame, 0, ScoutingPhase.InGame, 0, false)]
    [InlineData(ScoutingPhase.PostGame, 7, ScoutingPhase.PostGame, 0, true)]
    internal void A_game_is_told_from_the_next(ScoutingPhase before, long id, ScoutingPhase now, long nextId, bool same)
    {
        Assert.Equal(same, ScoutRules.IsSame(new ScoutGame(before, id, null, "", []), new ScoutGame(now, nextId, null, "", [])));
    }

    [Fact]
    public void Matches_are_fetched_one_of_each_player_in_turn_the_newest_first()
    {
        Dossier[] players = [Listed(0, "a1", "a2", "a3"), Listed(1, "b1", "a2"), Listed(2)];
        HashSet<string> asked = [];
        List<string> order = [];
        while (FormTurns.Next(players, asked, Lane.Live) is { } next)
        {
            order.Add(next);
            asked.Add(next);
        }

        Assert.Equal(["a1", "b1", "a2", "a3"], order);
    }

    [Fact]
    public void Only_the_first_five_of_a_player_are_urgent()
    {
        var player = Listed(0, "m1", "m2", "m3", "m4", "m5", "m6");

        Assert.Null(FormTurns.Next([player], new HashSet<string>(), Lane.Requested));
        Assert.Equal("m6", FormTurns.Next([player], new HashSet<string> { "m1", "m2", "m3", "m4", "m5" }, Lane.Requested));
        Assert.Null(FormTurns.Next([player], new HashSet<string> { "m1", "m2", "m3", "m4", "m5" }, Lane.Live));
    }

    [Fact]
    public void The_newest_games_of_a_friend_whose_older_ones_are_stored_come_first()
    {
        var friend = Listed(0, "f1", "f2", "f3", "f4", "f5", "f6", "f7") with { Matches = new[] { "f3", "f4", "f5", "f6", "f7" }.ToImmutableDictionary(id => id, Match) };
        var stranger = Listed(1, "s1", "s2");

        Assert.Equal("f1", FormTurns.Next([stranger, friend], new HashSet<string> { "s1" }, Lane.Live));
        Assert.Null(FormTurns.Next([friend], new HashSet<string>(), Lane.Requested));
    }

    [Fact]
    public void A_streak_ends_before_the_first_game_that_is_not_there_and_is_none_before_the_list_is()
    {
        var friend = Listed(0, "m1", "m2", "m3", "m4", "m5") with
        {
            Player = new KnownPlayer(1, People[0], "Player 0", "MNM", null),
            Matches = Enumerable.Range(1, 5).Select(number => Match($"m{number}") with { StartedAt = ScoutViews.At.AddHours(-number) }).ToImmutableDictionary(match => match.Id),
        };

        Assert.Equal((5, 5), Streak(friend));
        Assert.Equal((2, 2), Streak(friend with { Matches = friend.Matches.Remove("m3") }));
        Assert.Equal((4, 4), Streak(friend with { Matches = friend.Matches.Remove("m3"), Closed = ["m3"] }));
        Assert.Equal((0, 0), Streak(friend with { Matches = friend.Matches.Remove("m1"), Failed = ImmutableDictionary<string, string>.Empty.Add("m1", "Riot does not answer.") }));
        Assert.Equal((0, 0), Streak(friend with { Listed = new(ScoutPartState.Loading) }));

        static (int Unbroken, int Streak) Streak(Dossier dossier) => dossier.FormWith(0, null, isOver: false) is var form ? (form.Unbroken, form.Streak) : default;
    }

    [Fact]
    public void What_is_old_is_shown_with_its_age_and_asked_for_again()
    {
        var (old, fresh) = (ScoutViews.At.AddDays(-3), ScoutViews.At.AddMinutes(-5));
        var dossier = new Dossier(new RiotName("Vex Machina", "EUW")).With(
            new KnownPlayer(1, People[0], "Vex Machina", "EUW", old)
            {
                Profile = new(new PlayerProfile(1, 402), old),
                Ranks = new(new PlayerRanks(null, null), fresh),
            },
            ScoutViews.At);

        Assert.Equal((ScoutPartState.Renewing, 402, old, true), (dossier.Profile.State, dossier.Profile.Value?.Level, dossier.Profile.FetchedAt, dossier.Profile.IsOld));
        Assert.Equal((ScoutPartState.Ready, ScoutPartState.Loading), (dossier.Ranks.State, dossier.Masteries.State));
        Assert.Equal((ScoutPartState.Failed, 402), (dossier.Fail("gone", mayCome: true).Profile.State, dossier.Fail("gone", mayCome: true).Profile.Value?.Level));
    }

    [Fact]
    public void Premade_groups_are_shown_before_and_after_the_game_and_not_during_it()
    {
        var game = Game(ScoutingPhase.Loading, Seat("One", ScoutViews.Ahri), Seat("Other", ScoutViews.Vi));
        FormMatch[] matches = [Match("EUW1_1"), Match("EUW1_2")];
        var dossiers = game.Seats.Select((seat, place) => new Dossier(seat.Name!)
        {
            Player = new KnownPlayer(place, People[place], seat.Name!.GameName, "MNM", null),
            Matches = matches.ToImmutableDictionary(match => match.Id),
        }).ToImmutableDictionary(dossier => dossier.Name);

        Assert.All(Groups(ScoutingPhase.Loading), group => Assert.Equal("A", group));
        Assert.All(Groups(ScoutingPhase.PostGame), group => Assert.Equal("A", group));
        Assert.All(Groups(ScoutingPhase.InGame), Assert.Null);

        IEnumerable<string?> Groups(ScoutingPhase phase) => ScoutBoard.Draw(game with { Phase = phase }, dossiers, StaticCatalog.Empty, ScoutViews.Clock).Blue.Select(card => card.PremadeGroup);
    }

    [Fact]
    public void Form_counts_games_with_you_and_leaves_remakes_out()
    {
        var form = ScoutViews.Form("WxLLW");

        Assert.Equal((4, 2, 1, 1), (form.All.Games, form.All.Wins, form.Remakes, form.Streak));
        Assert.Equal(3.5, form.All.Kda);

        var shared = FormRules.Count([ScoutViews.Game(0), ScoutViews.Game(1, 'L'), ScoutViews.Game(2, 'x'), ScoutViews.Game(3, champion: ScoutViews.Jinx)], 4, ScoutViews.Jinx, game => game.ChampionId == ScoutViews.Ahri);
        Assert.Equal((2, 1), (shared.WithYou.Games, shared.WithYou.Wins));
        Assert.Equal((1, 1), (shared.OnPick.Games, shared.OnPick.Wins));
    }

    private static FormMatch Match(string id) => new(
        id, ScoutViews.At, TimeSpan.FromMinutes(30), 420, IsRemake: false, [.. People.Select(person => new FormSeat(person.Value, 100, true, ScoutViews.Ahri, "MIDDLE", 1, 1, 1))]);

    private static Dossier Listed(int player, params string[] ids) => new(new RiotName($"Player {player}", "MNM")) { Listed = new(ScoutPartState.Ready, new MatchList([.. ids])) };

    private static ScoutGame Game(ScoutingPhase phase, params ScoutSeat[] seats) => new(phase, 7, 420, "CLASSIC", ScoutCast.Arrange(seats));

    private static ScoutSeat Seat(string? name, int champion) =>
        new() { Side = ScoutSide.Blue, Stand = "", Name = name is null ? null : new RiotName(name, "MNM"), ChampionId = champion };
}
