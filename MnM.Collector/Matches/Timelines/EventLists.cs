using System.Collections.Immutable;
using System.Text.Json;
using MnM.Collector.Riot.Wire;

namespace MnM.Collector.Matches.Timelines;

/// <summary>Collects the events of a timeline by their kinds.</summary>
internal sealed class EventLists
{
    private const string SkillEvolved = "EVOLVE";

    private readonly HashSet<JsonElement> _told = new(ToTheLetter.Instance);
    private readonly HashSet<(int Victim, double At)> _deaths = [];
    private readonly List<TimelineKill> _kills = [];
    private readonly List<TimelineBuilding> _buildings = [];
    private readonly List<TimelineMonster> _monsters = [];
    private readonly List<ItemChange> _items = [];
    private readonly List<SkillPoint> _skills = [];

    /// <summary>Seconds since the game began.</summary>
    public static double Seconds(JsonElement told) => Math.Max(0, told.Member("timestamp"u8).ReadLong() / 1000.0);

    public void Add(JsonElement told)
    {
        switch (told.Member("type"u8).ReadString())
        {
            case "CHAMPION_KILL" when IsNew(told) && IsFirstDeath(told):
                _kills.Add(new TimelineKill(Seconds(told), Number(told, "killerId"u8), Number(told, "victimId"u8), Assists(told), Place(told)));
                break;
            case "BUILDING_KILL" when IsNew(told):
                _buildings.Add(Building(told, told.Member("buildingType"u8).ReadString() switch
                {
                    "TOWER_BUILDING" => BuildingKind.Tower,
                    "INHIBITOR_BUILDING" => BuildingKind.Inhibitor,
                    _ => BuildingKind.Other,
                }));
                break;
            case "ELITE_MONSTER_KILL" when IsNew(told):
                _monsters.Add(Monster(told));
                break;
            case "SKILL_LEVEL_UP" when told.Member("levelUpType"u8).ReadString() != SkillEvolved && IsNew(told):
                _skills.Add(new SkillPoint(Seconds(told), Number(told, "participantId"u8), told.Member("skillSlot"u8).ReadInt()));
                break;
            // Equal ones of these are several: two plates fall at once, two potions are bought at once, a part that is there twice is used up twice.
            case "TURRET_PLATE_DESTROYED":
                _buildings.Add(Building(told, BuildingKind.Plate));
                break;
            case "ITEM_PURCHASED":
                Add(told, ItemChangeKind.Bought, "itemId"u8);
                break;
            case "ITEM_SOLD":
                Add(told, ItemChangeKind.Sold, "itemId"u8);
                break;
            case "ITEM_DESTROYED":
                Add(told, ItemChangeKind.Destroyed, "itemId"u8);
                break;
            case "ITEM_UNDO":
                Add(told, ItemChangeKind.Undone, "beforeId"u8);
                break;
        }
    }

    public Timeline ToTimeline(ImmutableArray<TimelineFrame> frames) => new()
    {
        Frames = frames,
        Kills = [.. _kills.OrderBy(one => one.At)],
        Buildings = [.. _buildings.OrderBy(one => one.At)],
        Monsters = [.. _monsters.OrderBy(one => one.At)],
        Items = [.. _items.OrderBy(one => one.At)],
        Skills = [.. _skills.OrderBy(one => one.At)],
    };

    /// <summary>Riot tells some events twice, to the letter.</summary>
    private bool IsNew(JsonElement told) => _told.Add(told);

    /// <summary>Nobody dies twice at one moment, whatever else is told of it.</summary>
    private bool IsFirstDeath(JsonElement told) =>
        Number(told, "victimId"u8) is var victim && (victim == 0 || _deaths.Add((victim, Seconds(told))));

    private void Add(JsonElement told, ItemChangeKind kind, ReadOnlySpan<byte> item) => _items.Add(new ItemChange(
        Seconds(told), Number(told, "participantId"u8), kind, Number(told, item), Number(told, "afterId"u8)));

    private static TimelineBuilding Building(JsonElement told, BuildingKind kind) => new(
        Seconds(told), kind, Number(told, "teamId"u8), Number(told, "killerId"u8), told.Member("laneType"u8).ReadString(), told.Member("towerType"u8).ReadString(), Place(told))
    {
        Assists = Assists(told),
    };

    private static TimelineMonster Monster(JsonElement told)
    {
        var (kind, type) = (told.Member("monsterType"u8).ReadString(), told.Member("monsterSubType"u8).ReadString());
        return new TimelineMonster(
            Seconds(told),
            kind switch
            {
                "DRAGON" => MonsterKind.Dragon,
                "BARON_NASHOR" => MonsterKind.Baron,
                "RIFTHERALD" => MonsterKind.Herald,
                "HORDE" => MonsterKind.Grub,
                "ATAKHAN" => MonsterKind.Atakhan,
                _ => MonsterKind.Other,
            },
            kind == "DRAGON" ? DragonOf(type) : kind,
            Number(told, "killerTeamId"u8),
            Number(told, "killerId"u8),
            Place(told))
        {
            Assists = Assists(told),
        };
    }

    /// <summary>Riot's FIRE_DRAGON as the running game says it: Fire.</summary>
    private static string DragonOf(string type)
    {
        var word = type.Split('_')[0];
        return word.Length == 0 ? "" : char.ToUpperInvariant(word[0]) + word[1..].ToLowerInvariant();
    }

    private static ImmutableArray<int> Assists(JsonElement told) =>
        [.. told.Member("assistingParticipantIds"u8).Items().Select(one => one.ReadInt()).Where(number => number > 0).Distinct()];

    private static MapPlace? Place(JsonElement told) => told.Member("position"u8) is { ValueKind: JsonValueKind.Object } place
        ? new MapPlace(place.Member("x"u8).ReadInt(), place.Member("y"u8).ReadInt())
        : null;

    /// <summary>A number that is above 0; 0 where there is none.</summary>
    private static int Number(JsonElement told, ReadOnlySpan<byte> name) => told.Member(name).ReadCount();

    private sealed class ToTheLetter : IEqualityComparer<JsonElement>
    {
        public static readonly ToTheLetter Instance = new();

        public bool Equals(JsonElement one, JsonElement other) => one.Raw().SequenceEqual(other.Raw());

        public int GetHashCode(JsonElement told)
        {
            var hash = new HashCode();
            hash.AddBytes(told.Raw());
            return hash.ToHashCode();
        }
    }
}
