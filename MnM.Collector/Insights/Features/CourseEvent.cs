using System.Collections.Immutable;
using MnM.Collector.Matches.Timelines;

namespace MnM.Collector.Insights.Features;

/// <summary>Something that happened to both sides' score.</summary>
/// <param name="At">Seconds since the game began.</param>
/// <param name="Kind">What.</param>
/// <param name="Side">Who has it: 1 for blue, −1 for red.</param>
/// <param name="Lane">Of an inhibitor.</param>
internal readonly record struct CourseEvent(double At, CourseEventKind Kind, int Side, string Lane = "")
{
    /// <summary>How the reader calls that dragon.</summary>
    private const string Elder = "Elder";

    /// <summary>What a timeline tells, in order. What names no side is left out.</summary>
    /// <param name="timeline">Read.</param>
    /// <param name="sideOf">A participant's side; 0 of nobody.</param>
    public static ImmutableArray<CourseEvent> AllOf(Timeline timeline, Func<int, int> sideOf) =>
    [
        .. timeline.Kills.Select(kill => new CourseEvent(kill.At, CourseEventKind.Kill, sideOf(kill.Killer)))
            .Concat(timeline.Buildings.Select(Of))
            .Concat(timeline.Monsters.Select(monster => Of(monster, sideOf)))
            .Where(told => told.Side != 0)
            .OrderBy(told => told.At),
    ];

    /// <summary>A building counts for the side that it did not belong to, whoever struck it last.</summary>
    private static CourseEvent Of(TimelineBuilding building) => building.Kind switch
    {
        BuildingKind.Plate => new(building.At, CourseEventKind.Plate, -CourseRules.SideOf(building.OwnerTeam)),
        BuildingKind.Tower => new(building.At, CourseEventKind.Tower, -CourseRules.SideOf(building.OwnerTeam)),
        BuildingKind.Inhibitor => new(building.At, CourseEventKind.Inhibitor, -CourseRules.SideOf(building.OwnerTeam), building.Lane),
        _ => default,
    };

    private static CourseEvent Of(TimelineMonster monster, Func<int, int> sideOf)
    {
        var side = CourseRules.SideOf(monster.Team) is not 0 and var told ? told : sideOf(monster.Killer);
        return monster.Kind switch
        {
            MonsterKind.Dragon => new(monster.At, monster.Detail == Elder ? CourseEventKind.Elder : CourseEventKind.Dragon, side),
            MonsterKind.Baron => new(monster.At, CourseEventKind.Baron, side),
            MonsterKind.Herald => new(monster.At, CourseEventKind.Herald, side),
            MonsterKind.Grub => new(monster.At, CourseEventKind.Grub, side),
            MonsterKind.Atakhan => new(monster.At, CourseEventKind.Atakhan, side),
            _ => default,
        };
    }
}

/// <summary>What counts.</summary>
internal enum CourseEventKind
{
    Kill,
    Plate,
    Tower,
    Inhibitor,
    Grub,
    Herald,
    Dragon,
    Elder,
    Baron,
    Atakhan,
}
