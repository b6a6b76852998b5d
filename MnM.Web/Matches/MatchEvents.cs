using System.Collections.Immutable;
using System.Globalization;
using MnM.Collector.Live;
using MnM.Collector.Matches;
using MnM.Collector.Matches.Timelines;

namespace MnM.Web.Matches;

/// <summary>The events of a timeline as the running game tells them, so that they are put into words and drawn in one way.</summary>
internal static class MatchEvents
{
    // As the running game calls whoever is no champion.
    private const string Minion = "Minion_";
    private const string NoChampion = "A tower, minion or monster";

    /// <summary>Kills, buildings and great monsters in order; plates are too many to be told.</summary>
    /// <param name="timeline">What happened.</param>
    /// <param name="people">In the order of the slots.</param>
    /// <param name="players">The same as the scoreboard shows them.</param>
    public static ImmutableArray<GameEventView> Of(Timeline timeline, ImmutableArray<MatchParticipant> people, ImmutableArray<PlayerView> players)
    {
        var slots = people.Index().ToDictionary(one => one.Item.Number, one => one.Index);
        int? SlotOf(int number) => slots.TryGetValue(number, out var slot) ? slot : null;
        string? TeamOf(int number) => SlotOf(number) is { } slot ? players[slot].Team : null;

        var kills = timeline.Kills.Select(kill => Event("ChampionKill", kill.At) with
        {
            Team = TeamOf(kill.Killer),
            Actor = SlotOf(kill.Killer) is null ? NoChampion : null,
            ActorSlot = SlotOf(kill.Killer),
            VictimSlot = SlotOf(kill.Victim),
            AssistSlots = [.. kill.Assists.Select(SlotOf).OfType<int>()],
        });
        var buildings = timeline.Buildings.Where(one => NameOf(one.Kind) is not null).Select(one => Event(NameOf(one.Kind)!, one.At) with
        {
            Team = one.OwnerTeam switch { 100 => TeamView.Red, 200 => TeamView.Blue, _ => TeamOf(one.Killer) },
            Actor = SlotOf(one.Killer) is null ? Minion : null,
            ActorSlot = SlotOf(one.Killer),
            Detail = IdOf(one),
        });
        var monsters = timeline.Monsters.Where(one => NameOf(one.Kind) is not null).Select(one => Event(NameOf(one.Kind)!, one.At) with
        {
            Team = one.Team switch { 100 => TeamView.Blue, 200 => TeamView.Red, _ => TeamOf(one.Killer) },
            ActorSlot = SlotOf(one.Killer),
            Detail = one.Detail,
        });
        return [.. kills.Concat(buildings).Concat(monsters).OrderBy(told => told.Time).Select((told, ordinal) => told with { Ordinal = ordinal })];
    }

    private static GameEventView Event(string name, double time) => new() { Ordinal = 0, Name = name, Time = time };

    private static string? NameOf(BuildingKind kind) => kind switch
    {
        BuildingKind.Tower => "TurretKilled",
        BuildingKind.Inhibitor => "InhibKilled",
        _ => null,
    };

    private static string? NameOf(MonsterKind kind) => kind switch
    {
        MonsterKind.Dragon => "DragonKill",
        MonsterKind.Baron => "BaronKill",
        MonsterKind.Herald => "HeraldKill",
        MonsterKind.Grub => "HordeKill",
        MonsterKind.Atakhan => "AtakhanKill",
        _ => null,
    };

    /// <summary>The id that the running game gives such a building: Turret_TOrder_L2_P3_0.</summary>
    private static string IdOf(TimelineBuilding one)
    {
        var owner = one.OwnerTeam == 100 ? "Order" : "Chaos";
        var lane = one.Lane switch { "TOP_LANE" => 2, "MID_LANE" => 1, _ => 0 };
        var place = one.Tower switch { "OUTER_TURRET" => 3, "INNER_TURRET" => 2, "BASE_TURRET" => 1, "NEXUS_TURRET" => 4, _ => 9 };
        return one.Kind == BuildingKind.Tower
            ? string.Create(CultureInfo.InvariantCulture, $"Turret_T{owner}_L{lane}_P{place}_0")
            : string.Create(CultureInfo.InvariantCulture, $"Inhib_T{owner}_L{lane}_P1_0");
    }
}
