using MnM.Collector.Live;
using MnM.Collector.StaticData;
using MnM.Web.Live;

namespace MnM.Tests.Live.Pages;

public sealed class WordsTests
{
    [Fact]
    public void Figures_have_thousands_a_true_minus_and_say_what_is_rounded()
    {
        Assert.Equal("1,284", Figures.Whole(1284.9));
        Assert.Equal("−3", Figures.Whole(-3.2));
        Assert.Equal("−1,284", Figures.Whole(-1284));
        Assert.Equal("≈170", Figures.Creeps(170));
        Assert.Equal("9.4k", Figures.Kilo(9400));
        Assert.Equal("−0.5k", Figures.Kilo(-500));
        Assert.Equal("+0.5k", Figures.Lead(-500));
        Assert.Equal("8 %", Figures.Percent(0.08));
        Assert.Equal("6.9/min", Figures.PerMinute(170, 1477));
        Assert.Equal("–/min", Figures.PerMinute(10, 40));
    }

    [Theory]
    [InlineData(1477.9, "24:37")]
    [InlineData(3723, "1:02:03")]
    [InlineData(-5, "0:00")]
    public void Game_time_is_a_clock(double seconds, string text) => Assert.Equal(text, Figures.Clock(seconds));

    [Theory]
    [InlineData(2, 3, 11, "4.3 KDA")]
    [InlineData(4, 0, 3, "7 KDA")]
    [InlineData(0, 0, 0, "0 KDA")]
    public void Kda_of_who_never_died_is_the_sum(int kills, int deaths, int assists, string text) => Assert.Equal(text, Figures.Kda(kills, deaths, assists));

    [Theory]
    [InlineData(-3, "0.0 s ago")]
    [InlineData(0.4, "0.4 s ago")]
    [InlineData(14, "14 s ago")]
    [InlineData(200, "3 min ago")]
    [InlineData(7920, "2 h ago")]
    [InlineData(400_000, "4 days ago")]
    public void Ages_grow_coarser(double seconds, string text) => Assert.Equal(text, Figures.Ago(TimeSpan.FromSeconds(seconds)));

    [Theory]
    [InlineData("CLASSIC", 11, "Summoner’s Rift")]
    [InlineData("ARAM", 12, "ARAM · Howling Abyss")]
    [InlineData("CHERRY", 30, "Arena")]
    [InlineData("PRACTICETOOL", 11, "Practice tool · Summoner’s Rift")]
    [InlineData("KETTLEMODE", 99, "KETTLEMODE · Map99")]
    public void Modes_have_friendly_names_and_unknown_ones_their_own(string mode, int map, string text) =>
        Assert.Equal(text, GameWords.ModeAndMap(LiveViews.Rift() with { GameMode = mode, MapNumber = map, MapName = $"Map{map}" }));

    [Theory]
    [InlineData("Turret_T2_L_03_A", "top outer tower")]
    [InlineData("Turret_T1_C_05_A", "mid outer tower")]
    [InlineData("Turret_T1_C_07_A", "bottom inhibitor tower")]
    [InlineData("Turret_T2_C_01_A", "nexus tower")]
    [InlineData("Turret_TOrder_L0_P3_3795288474", "bottom outer tower")]
    [InlineData("Turret_TOrder_L1_P5_3625540808", "nexus tower")]
    [InlineData("Turret_of_a_later_year", "tower")]
    [InlineData(null, "tower")]
    public void Towers_are_named_in_both_spellings(string? id, string text) => Assert.Equal(text, Structure.Tower(id, 11));

    [Theory]
    [InlineData("Barracks_T2_R1", "bottom inhibitor")]
    [InlineData("Inhib_TOrder_L1_P1_2786523670", "mid inhibitor")]
    [InlineData("Something", "inhibitor")]
    public void Inhibitors_are_named_in_both_spellings(string id, string text) => Assert.Equal(text, Structure.Inhibitor(id, 11));

    [Fact]
    public void Events_are_told_latest_first_with_the_multikill_beside_its_last_kill()
    {
        var lines = EventLines.Of(LiveViews.Rift());

        Assert.Equal("24:36 Jinx kills Lee Sin", lines[0].Title);
        Assert.Equal("Vi, Thresh", lines[0].Aside);
        Assert.Equal("Ahri completes Rabadon’s Deathcap", lines[2].Sentence);
        Assert.Equal(("21:57 Ahri kills Syndra", "double kill"), (lines[6].Title, lines[6].Aside));
        Assert.Equal("The game starts", lines[^1].Sentence);
        Assert.DoesNotContain(lines, line => line.Sentence.Contains("makes a", StringComparison.Ordinal));
    }

    [Fact]
    public void An_event_nobody_knows_keeps_its_raw_name_and_a_minion_is_no_name()
    {
        var unknown = LiveViews.Event(0, 5, "KettleBoiled") with { Detail = "twice" };
        var minion = LiveViews.Event(1, 6, "ChampionKill", null, 4) with { Actor = "Minion_T100L0S37N0229", Team = TeamView.Blue };

        var lines = EventLines.Of(LiveViews.Rift() with { Events = [unknown, minion], Completions = [] });

        Assert.Equal(("KettleBoiled", "twice"), (lines[1].Sentence, lines[1].Aside));
        Assert.Equal("A minion kills Thresh", lines[0].Sentence);
    }

    [Fact]
    public void Objectives_stand_in_one_order_and_zero_is_kept()
    {
        var rift = LiveViews.Rift();

        Assert.Equal(
            ["towers 6", "dragons 3", "baron 1", "grubs 2", "herald 0", "inhibitor 1"],
            Objective.Of(rift.Teams[0], rift).Select(o => $"{o.Word} {o.Count}"));
    }

    [Fact]
    public void Where_no_dragons_are_only_towers_and_inhibitors_count()
    {
        var aram = LiveViews.Rift() with { MapNumber = 12, Teams = [new(TeamView.Blue, 3, 1, 0, [], 0, 0, 0, 0, 0)] };

        Assert.Equal(["tower", "inhibitor"], Objective.Of(aram.Teams[0], aram).Select(o => o.Word));
    }

    [Theory]
    [InlineData(LiveConnection.InGame, Stage.Game, "In game")]
    [InlineData(LiveConnection.Lost, Stage.Game, "Connection lost")]
    [InlineData(LiveConnection.Waiting, Stage.ChampSelect, "Champ select")]
    [InlineData(LiveConnection.Waiting, Stage.Lobby, "In lobby")]
    [InlineData(LiveConnection.Waiting, Stage.ClientOpen, "Client open")]
    [InlineData(LiveConnection.Waiting, Stage.Closed, "Waiting")]
    [InlineData(LiveConnection.Ended, Stage.Result, "Game over")]
    public void The_chip_in_the_bar_tells_what_is_on(LiveConnection connection, Stage stage, string words) =>
        Assert.Equal(words, LiveChip.State(LiveViews.State(connection), stage).Text);

    [Theory]
    [InlineData(420, false, "Ranked Solo")]
    [InlineData(0, true, "Custom game")]
    [InlineData(0, false, "")]
    [InlineData(3110, false, "Queue 3110")]
    public void A_queue_that_nobody_knows_keeps_its_number(int id, bool isCustom, string words) => Assert.Equal(words, GameWords.Queue(id, isCustom, StaticCatalog.Empty));

    [Fact]
    public void The_recording_chip_tells_length_and_gaps()
    {
        var game = LiveViews.Rift();

        Assert.Equal("Recorded 24:36, no gap", LiveChip.Recording(game)!.Text);
        Assert.Equal("Recorded 24:36, 1 gap", LiveChip.Recording(game with { Recording = new(9, 1, 1, null) })!.Text);
        Assert.Equal("Recorded from 5:10, no gap", LiveChip.Recording(game with { Recording = new(9, 310, 0, null) })!.Text);
        Assert.Equal("danger", LiveChip.Recording(game with { Recording = new(9, 1, 0, "The disk is full") })!.Kind);
        Assert.Null(LiveChip.Recording(null));
    }

    [Fact]
    public void Pictures_of_names_with_odd_letters_stay_one_segment()
    {
        Assert.Equal("/assets/champion/48/a%2Fb.webp", Pictures.Champion("a/b"));
        Assert.Equal("/assets/champion/48/_.webp", Pictures.Champion(""));
    }
}
