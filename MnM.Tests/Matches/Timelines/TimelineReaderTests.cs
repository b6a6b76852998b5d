using System.Text;
using System.Text.Json.Nodes;
using MnM.Collector.Matches.Timelines;
using MnM.Tests.Live.Recording;
using static MnM.Tests.Matches.Timelines.TimelineJson;

namespace MnM.Tests.Matches.Timelines;

public sealed class TimelineReaderTests
{
    [Fact]
    public void A_frame_that_comes_a_little_late_is_that_of_its_minute()
    {
        var timeline = Read(Frames(0, 60_003, 119_998, 180_067));
        Assert.Equal(new MinuteFigures(13, 1100, 110, 2), timeline.At(1)[1]);
        Assert.Equal(new MinuteFigures(23, 1200, 120, 3), timeline.At(2)[1]);
        Assert.Equal(4, TimelineReader.CountFrames(Frames(0, 60_003, 119_998, 180_067)));
    }

    [Theory]
    [InlineData(75_000)]
    [InlineData(105_000)]
    [InlineData(118_000)]
    public void A_match_that_was_over_before_has_nothing_at_that_minute(long end) => Assert.Empty(Read(Frames(0, 60_003, end)).At(2));

    [Theory]
    [InlineData("{}")]
    [InlineData("not json")]
    [InlineData("""{"info":{"frames":{}}}""")]
    public void What_is_no_timeline_is_none(string json)
    {
        Assert.Null(TimelineReader.Read(Encoding.UTF8.GetBytes(json)));
        Assert.Null(TimelineReader.CountFrames(Encoding.UTF8.GetBytes(json)));
    }

    [Fact]
    public void Kills_tell_who_and_where_and_that_no_champion_did_it()
    {
        var timeline = Events(
            5,
            Event("CHAMPION_KILL", 80.5, ("killerId", 1), ("victimId", 6), ("assistingParticipantIds", new JsonArray(2, 0, 3, 2)), ("position", new JsonObject { ["x"] = 400, ["y"] = -3 })),
            Event("CHAMPION_KILL", 70, ("killerId", 0), ("victimId", 1)));
        Assert.Equal([(70, 0, 1), (80.5, 1, 6)], timeline.Kills.Select(kill => (kill.At, kill.Killer, kill.Victim)));
        Assert.Equal([2, 3], timeline.Kills[1].Assists.ToList());
        Assert.Equal(new MapPlace(400, -3), timeline.Kills[1].Place);
        Assert.Null(timeline.Kills[0].Place);
    }

    [Fact]
    public void What_is_told_twice_to_the_letter_happened_once_but_equal_items_and_plates_are_two()
    {
        var kill = Event("CHAMPION_KILL", 80, ("killerId", 1), ("victimId", 6));
        var skill = Event("SKILL_LEVEL_UP", 3, ("participantId", 1), ("skillSlot", 2), ("levelUpType", "NORMAL"));
        var part = Item("ITEM_DESTROYED", 90, 1036);
        var plate = Event("TURRET_PLATE_DESTROYED", 600, ("teamId", 100), ("killerId", 0), ("laneType", "TOP_LANE"));
        var timeline = Events(15, kill, kill, skill, skill, part, part, plate, plate);
        Assert.Equal(2, timeline.Buildings.Length);
        Assert.Single(timeline.Kills);
        Assert.Single(timeline.Skills);
        Assert.Equal(2, timeline.Items.Length);
    }

    [Fact]
    public void An_ability_that_evolves_is_no_point()
    {
        var timeline = Events(5, Event("SKILL_LEVEL_UP", 400, ("participantId", 1), ("skillSlot", 1), ("levelUpType", "EVOLVE")));
        Assert.Empty(timeline.Skills);
    }

    [Fact]
    public void Buildings_and_monsters_are_told_by_their_kinds_and_unknown_ones_stay()
    {
        var timeline = Events(
            5,
            Event("BUILDING_KILL", 700, ("buildingType", "TOWER_BUILDING"), ("teamId", 100), ("killerId", 0), ("laneType", "TOP_LANE"), ("towerType", "OUTER_TURRET")),
            Event("BUILDING_KILL", 701, ("buildingType", "INHIBITOR_BUILDING"), ("teamId", 200), ("killerId", 3)),
            Event("BUILDING_KILL", 702, ("buildingType", "OBELISK")),
            Event("TURRET_PLATE_DESTROYED", 400, ("teamId", 200), ("killerId", 3), ("laneType", "BOT_LANE")),
            Event("ELITE_MONSTER_KILL", 500, ("monsterType", "DRAGON"), ("monsterSubType", "FIRE_DRAGON"), ("killerTeamId", 200), ("killerId", 7)),
            Event("ELITE_MONSTER_KILL", 501, ("monsterType", "DRAGON")),
            Event("ELITE_MONSTER_KILL", 502, ("monsterType", "HORDE"), ("killerTeamId", 100)),
            Event("ELITE_MONSTER_KILL", 503, ("monsterType", "KRAKEN")));
        Assert.Equal([BuildingKind.Plate, BuildingKind.Tower, BuildingKind.Inhibitor, BuildingKind.Other], timeline.Buildings.Select(one => one.Kind));
        Assert.Equal((100, "TOP_LANE", "OUTER_TURRET"), (timeline.Buildings[1].OwnerTeam, timeline.Buildings[1].Lane, timeline.Buildings[1].Tower));
        Assert.Equal(
            [(MonsterKind.Dragon, "Fire", 200), (MonsterKind.Dragon, "", 0), (MonsterKind.Grub, "HORDE", 100), (MonsterKind.Other, "KRAKEN", 0)],
            timeline.Monsters.Select(one => (one.Kind, one.Detail, one.Team)));
    }

    [Fact]
    public void The_simulator_s_timeline_tells_everybody_at_ten_and_fifteen()
    {
        var timeline = Read(Encoding.UTF8.GetBytes(MatchJson.WrittenTimeline().ToJsonString()));
        var (ten, fifteen) = (timeline.At(10), timeline.At(15));
        Assert.Equal(Enumerable.Range(1, 10), ten.Keys.Order());
        Assert.All(ten, one => Assert.True(fifteen[one.Key].Gold > one.Value.Gold));
    }

    [Fact]
    public void Changed_and_damaged_timelines_break_nothing()
    {
        var (text, mutations, read) = (Encoding.UTF8.GetString(Frames(0, 60_003, 119_998)), new JsonMutations(3), 0);
        for (var round = 0; round < 300; round++)
        {
            read += TimelineReader.Read(Encoding.UTF8.GetBytes(mutations.Change(text, 3)))?.At(1).Count ?? 0;
            TimelineReader.Read(mutations.Damage(Encoding.UTF8.GetBytes(text), 3));
        }

        Assert.InRange(read, 100, 600);
    }

    [Fact]
    public void Changed_events_break_nothing()
    {
        var (text, mutations, kills) = (MatchJson.WrittenTimeline().ToJsonString(), new JsonMutations(5), 0);
        for (var round = 0; round < 30; round++)
        {
            kills += TimelineReader.Read(Encoding.UTF8.GetBytes(mutations.Change(text, 4)))?.Kills.Length ?? 0;
        }

        Assert.True(kills > 300);
    }

    [RecordedFact("match-v5")]
    [Trait("Category", "Recordings")]
    public void Recorded_timelines_tell_the_figures_of_their_tenth_minute()
    {
        var compared = 0;
        foreach (var (match, json) in Recordings.Pairs())
        {
            var frames = json["info"]!["frames"]!.AsArray();
            var figures = Read(Encoding.UTF8.GetBytes(json.ToJsonString())).At(10);
            if (frames.Count < 12)
            {
                continue;
            }

            compared++;
            Assert.Equal(match["info"]!["participants"]!.AsArray().Count, figures.Count);
            Assert.All(figures, one => Assert.Equal((int)frames[10]!["participantFrames"]![$"{one.Key}"]!["totalGold"]!, one.Value.Gold));
        }

        Assert.True(compared > 50);
    }

    [RecordedFact("match-v5")]
    [Trait("Category", "Recordings")]
    public void Recorded_timelines_tell_the_kills_that_their_matches_count()
    {
        var compared = 0;
        foreach (var (match, json) in Recordings.Pairs())
        {
            var timeline = Read(Encoding.UTF8.GetBytes(json.ToJsonString()));
            foreach (var person in match["info"]!["participants"]!.AsArray())
            {
                Assert.Equal((int)person!["kills"]!, timeline.Kills.Count(kill => kill.Killer == (int)person["participantId"]!));
                Assert.Equal((int)person["deaths"]!, timeline.Kills.Count(kill => kill.Victim == (int)person["participantId"]!));
                compared++;
            }
        }

        Assert.True(compared > 1000);
    }

    private static Timeline Read(byte[] json) => TimelineReader.Read(json)!;
}
