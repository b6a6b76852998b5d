using System.Collections.Immutable;

namespace MnM.Collector.Matches.Timelines;

/// <summary>What happened in a match, as its timeline tells it. Times are seconds since the game began; people are numbers of participants, 0 being none of them.</summary>
public sealed record Timeline
{
    /// <summary>One a minute, in order, and the last at the end.</summary>
    public required ImmutableArray<TimelineFrame> Frames { get; init; }
    public required ImmutableArray<TimelineKill> Kills { get; init; }
    public required ImmutableArray<TimelineBuilding> Buildings { get; init; }
    public required ImmutableArray<TimelineMonster> Monsters { get; init; }

    /// <summary>What was bought, sold, used up and undone, in order.</summary>
    public required ImmutableArray<ItemChange> Items { get; init; }

    /// <summary>Points given to abilities, in order.</summary>
    public required ImmutableArray<SkillPoint> Skills { get; init; }

    /// <summary>When the last frame was taken; 0 without frames.</summary>
    public double End => Frames.IsEmpty ? 0 : Frames[^1].At;

    /// <summary>
    /// The frame of a minute; null where the match was over before, or has no frame within half a minute.
    /// Frames come a little later than each full minute, so the nearest is taken and not the last before it, which is nearly a minute old.
    /// </summary>
    public TimelineFrame? FrameAt(int minute)
    {
        var (wanted, within, late) = (minute * 60.0, 30.0, 1.0);
        return End + late < wanted ? null : Frames.Where(frame => Math.Abs(frame.At - wanted) < within).MinBy(frame => Math.Abs(frame.At - wanted));
    }

    /// <summary>What each participant had at a minute, by number; empty where there is no such frame.</summary>
    public ImmutableDictionary<int, MinuteFigures> At(int minute) => FrameAt(minute)?.People ?? ImmutableDictionary<int, MinuteFigures>.Empty;
}

/// <summary>What everybody had at a moment, by number.</summary>
public sealed record TimelineFrame(double At, ImmutableDictionary<int, MinuteFigures> People);

/// <summary>What a participant had at a moment of the match.</summary>
/// <param name="Cs">Minions and neutral monsters.</param>
/// <param name="Gold">All that was earned, spent or not.</param>
/// <param name="Experience">In the game's points.</param>
/// <param name="Level">From 1.</param>
public readonly record struct MinuteFigures(int Cs, int Gold, int Experience, int Level);

/// <summary>A place on a map, in the game's units from the lower left corner.</summary>
public readonly record struct MapPlace(int X, int Y);

/// <summary>A champion that was killed; <paramref name="Killer"/> is 0 where no champion did it.</summary>
public sealed record TimelineKill(double At, int Killer, int Victim, ImmutableArray<int> Assists, MapPlace? Place);

/// <summary>A building that fell.</summary>
/// <param name="At">When.</param>
/// <param name="Kind">What fell.</param>
/// <param name="OwnerTeam">Whose it was: 100 is blue, 200 is red; 0 where that is not told.</param>
/// <param name="Killer">0 where minions did it.</param>
/// <param name="Lane">Riot's word, for example TOP_LANE; empty where there is none.</param>
/// <param name="Tower">Riot's word, for example OUTER_TURRET; empty where it is none.</param>
/// <param name="Place">Where it stood.</param>
public sealed record TimelineBuilding(double At, BuildingKind Kind, int OwnerTeam, int Killer, string Lane, string Tower, MapPlace? Place)
{
    /// <summary>Who helped.</summary>
    public ImmutableArray<int> Assists { get; init; } = [];
}

/// <summary>What can fall.</summary>
public enum BuildingKind
{
    /// <summary>A tower.</summary>
    Tower,

    /// <summary>An inhibitor.</summary>
    Inhibitor,

    /// <summary>A part of an outer tower's armour.</summary>
    Plate,

    /// <summary>What MnM does not know.</summary>
    Other,
}

/// <summary>A great monster that was killed.</summary>
/// <param name="At">When.</param>
/// <param name="Kind">Which.</param>
/// <param name="Detail">Of a dragon: Fire, Water, Earth, Air, Hextech, Chemtech, Elder; of others Riot's word.</param>
/// <param name="Team">Who took it: 100 is blue, 200 is red; 0 where that is not told.</param>
/// <param name="Killer">0 where no champion did it.</param>
/// <param name="Place">Where.</param>
public sealed record TimelineMonster(double At, MonsterKind Kind, string Detail, int Team, int Killer, MapPlace? Place)
{
    /// <summary>Who helped.</summary>
    public ImmutableArray<int> Assists { get; init; } = [];
}

/// <summary>The great monsters.</summary>
public enum MonsterKind
{
    /// <summary>One of the dragons.</summary>
    Dragon,

    /// <summary>Baron Nashor.</summary>
    Baron,

    /// <summary>The rift herald.</summary>
    Herald,

    /// <summary>A void grub.</summary>
    Grub,

    /// <summary>Atakhan.</summary>
    Atakhan,

    /// <summary>What MnM does not know.</summary>
    Other,
}

/// <summary>A change of somebody's items.</summary>
/// <param name="At">When.</param>
/// <param name="Participant">Whose.</param>
/// <param name="Kind">What happened.</param>
/// <param name="ItemId">The item; of an undone purchase the one that was given back, 0 where a sale was undone.</param>
/// <param name="Returned">Of what was undone: the item that came back; 0 where none did.</param>
public sealed record ItemChange(double At, int Participant, ItemChangeKind Kind, int ItemId, int Returned);

/// <summary>What happens to items.</summary>
public enum ItemChangeKind
{
    /// <summary>Bought, whole or from its parts.</summary>
    Bought,

    /// <summary>Given back for gold.</summary>
    Sold,

    /// <summary>Used up, or a part of what was bought.</summary>
    Destroyed,

    /// <summary>The last purchase or sale was taken back.</summary>
    Undone,
}

/// <summary>A point given to an ability: slots 1 to 4 are Q, W, E and R.</summary>
public sealed record SkillPoint(double At, int Participant, int Slot);
