using System.Text.Json.Nodes;

namespace MnM.Tests.Simulator;

public sealed class ScriptedGameTests
{
    [Fact]
    public void A_kill_counts_for_three_and_is_listed_by_names_without_tag()
    {
        var poll = Poll.At(new ScriptBuilder().Kill(100, killer: 1, victim: 3, helpers: 2).Play(), 101);

        Assert.Equal(1, Score(poll, "Name 1#TAG", "kills"));
        Assert.Equal(1, Score(poll, "Name 2#TAG", "assists"));
        Assert.Equal(1, Score(poll, "Name 3#TAG", "deaths"));
        var kill = Assert.Single(Poll.Events(poll, "ChampionKill"));
        Assert.Equal("""{"Assisters":["Name 2"],"EventID":2,"EventName":"ChampionKill","EventTime":100.0,"KillerName":"Name 1","VictimName":"Name 3"}""",
            kill.ToJsonString());
    }

    [Fact]
    public void A_death_that_nobody_caused_names_a_minion()
    {
        var poll = Poll.At(new ScriptBuilder().Kill(200, killer: 0, victim: 3).Play(), 201);

        Assert.StartsWith("Minion_T100", (string?)Assert.Single(Poll.Events(poll, "ChampionKill"))["KillerName"], StringComparison.Ordinal);
        Assert.Equal(1, Score(poll, "Name 3#TAG", "deaths"));
    }

    [Fact]
    public void First_blood_multikill_and_ace_are_found_where_the_timeline_is_silent()
    {
        var poll = Poll.At(new ScriptBuilder().Kill(100, 1, 3).Kill(105, 1, 4).Kill(200, 1, 3).Play(), 300);

        Assert.Equal("Name 1", (string?)Assert.Single(Poll.Events(poll, "FirstBlood"))["Recipient"]);
        Assert.Equal(2, (int?)Assert.Single(Poll.Events(poll, "Multikill"))["KillStreak"]);
        Assert.Equal("ORDER", (string?)Assert.Single(Poll.Events(poll, "Ace"))["AcingTeam"]);
    }

    [Fact]
    public void The_dead_come_back_after_the_time_of_their_level()
    {
        var game = new ScriptBuilder().With("LEVEL_UP", 90, ("participantId", 3), ("level", 7)).Kill(100, 1, 3).Play();

        Assert.Equal((true, 10.0), Death(Poll.At(game, 110)));
        Assert.Equal((false, 0.0), Death(Poll.At(game, 121)));

        static (bool, double) Death(JsonObject poll) => ((bool)Player(poll, "Name 3#TAG")["isDead"]!, (double)Player(poll, "Name 3#TAG")["respawnTimer"]!);
    }

    [Fact]
    public void An_undone_purchase_gives_its_components_back()
    {
        var game = new ScriptBuilder().Item("PURCHASED", 10, 1036).Item("DESTROYED", 100, 1036).Item("PURCHASED", 100, 1053)
            .With("ITEM_UNDO", 105, ("participantId", 1), ("beforeId", 1053), ("afterId", 0)).Play();

        Assert.Equal([1053, 3340], Items(Poll.At(game, 101)));
        Assert.Equal([1036, 3340], Items(Poll.At(game, 106)));
    }

    [Fact]
    public void A_completed_item_takes_its_components_even_if_no_event_says_so()
    {
        var game = new ScriptBuilder().Item("PURCHASED", 10, 1036).Item("PURCHASED", 100, 1053).Play();

        Assert.Equal([1053, 3340], Items(Poll.At(game, 101)));
    }

    [Fact]
    public void Potions_stack_and_items_unknown_to_the_catalog_are_shown_by_number()
    {
        var game = new ScriptBuilder().Item("PURCHASED", 10, 2003).Item("PURCHASED", 10, 2003).Item("PURCHASED", 11, 9999).Item("SOLD", 20, 2003).Play();

        var before = Player(Poll.At(game, 15), "Name 1#TAG")["items"]!.AsArray();
        Assert.Equal(2, (int?)before[0]!["count"]);
        Assert.Equal("Item 9999", (string?)before[1]!["displayName"]);
        Assert.Equal(1, (int?)Player(Poll.At(game, 25), "Name 1#TAG")["items"]![0]!["count"]);
    }

    [Fact]
    public void An_inhibitor_comes_back_after_five_minutes()
    {
        var game = new ScriptBuilder()
            .With("BUILDING_KILL", 600, ("killerId", 1), ("teamId", 200), ("buildingType", "INHIBITOR_BUILDING"), ("laneType", "BOT_LANE"))
            .Play();

        Assert.Empty(Poll.Events(Poll.At(game, 899), "InhibRespawned"));
        var name = (string?)Assert.Single(Poll.Events(Poll.At(game, 900), "InhibRespawned"))["InhibRespawned"];
        Assert.Matches(@"^Inhib_TChaos_L0_P1_\d+$", name);
        Assert.Equal(name, (string?)Assert.Single(Poll.Events(Poll.At(game, 900), "InhibKilled"))["InhibKilled"]);
    }

    [Fact]
    public void Turrets_carry_the_names_of_2025_and_the_first_is_a_brick()
    {
        var game = new ScriptBuilder()
            .Tower(600, 0, 100, "OUTER_TURRET", "TOP_LANE")
            .Tower(700, 3, 100, "NEXUS_TURRET", "MID_LANE")
            .Tower(710, 3, 100, "NEXUS_TURRET", "MID_LANE")
            .Play();

        var poll = Poll.At(game, 720);
        Assert.Collection(Poll.Events(poll, "TurretKilled").Select(one => (string?)one["TurretKilled"]),
            name => Assert.Matches(@"^Turret_TOrder_L2_P3_\d+$", name),
            name => Assert.Matches(@"^Turret_TOrder_L1_P4_\d+$", name),
            name => Assert.Matches(@"^Turret_TOrder_L1_P5_\d+$", name));
        Assert.StartsWith("Minion_T200", (string?)Assert.Single(Poll.Events(poll, "FirstBrick"))["KillerName"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_monster_taken_by_a_thief_is_told_in_words()
    {
        var builder = new ScriptBuilder()
            .With("ELITE_MONSTER_KILL", 600, ("killerId", 1), ("killerTeamId", 100), ("monsterType", "DRAGON"), ("monsterSubType", "HEXTECH_DRAGON"))
            .With("ELITE_MONSTER_KILL", 1100, ("killerId", 1), ("killerTeamId", 100), ("monsterType", "ATAKHAN"));
        builder.Participant(1)["objectivesStolen"] = 1;

        var poll = Poll.At(builder.Play(), 1101);
        var dragon = Assert.Single(Poll.Events(poll, "DragonKill"));
        Assert.Equal(("Hextech", "True"), ((string?)dragon["DragonType"], (string?)dragon["Stolen"]));
        Assert.Equal("False", (string?)Assert.Single(Poll.Events(poll, "AtakhanKill"))["Stolen"]);
    }

    [Fact]
    public void Going_back_shows_the_same_bytes_as_before()
    {
        var game = new ScriptBuilder().Kill(100, 1, 3, 2).Item("PURCHASED", 150, 1036).Play();
        var early = Poll.BytesAt(game, 120);
        Poll.BytesAt(game, 1000);

        Assert.Equal(early, Poll.BytesAt(game, 120));
    }

    private static JsonNode Player(JsonObject poll, string riotId) => Poll.Players(poll).Single(one => (string?)one["riotId"] == riotId);

    private static int Score(JsonObject poll, string riotId, string name) => (int)Player(poll, riotId)["scores"]![name]!;

    private static IEnumerable<int> Items(JsonObject poll) => Player(poll, "Name 1#TAG")["items"]!.AsArray().Select(item => (int)item!["itemID"]!);
}
