using System.Collections.Immutable;

namespace MnM.Simulator.World;

/// <summary>Turns the events of a timeline into what players have and what the live client lists.</summary>
internal sealed class ScriptedEvents
{
    private readonly MatchScript _script;
    private readonly Dictionary<int, PlayerState> _players;
    private readonly double _joinedAt;
    private readonly LiveEventLog _log = new();
    private readonly PriorityQueue<LiveEvent, double> _due = new();
    private readonly Dictionary<int, int> _stealsLeft;
    private readonly KillStreaks? _streaks;
    private readonly bool _destroysComponents;
    private int _dragons;
    private bool _ended;

    public ScriptedEvents(MatchScript script, Dictionary<int, PlayerState> players, double joinedAt)
    {
        (_script, _players, _joinedAt) = (script, players, joinedAt);
        _stealsLeft = script.Participants.ToDictionary(one => one.Id, one => one.ObjectivesStolen);
        _streaks = script.Events.Any(one => one.Type == "CHAMPION_SPECIAL_KILL") ? null : new KillStreaks();
        _destroysComponents = script.Events.All(one => one.Type != "ITEM_DESTROYED");
        _log.Add("GameStart", joinedAt > 0 ? joinedAt : 0.0204548);
        if (script.MapId is 11 or 12)
        {
            Later("MinionsSpawning", script.OnSummonersRift ? 65.0335 : 60.0212);
        }
    }

    public IReadOnlyList<LiveEvent> Log => _log.Events;

    public string Terrain { get; private set; } = "Default";

    /// <summary>Lists what falls due by itself until then.</summary>
    public void AdvanceTo(double time)
    {
        while (_due.TryPeek(out var next, out var at) && at <= time)
        {
            Add(_due.Dequeue());
        }
    }

    public void Apply(ScriptEvent one)
    {
        AdvanceTo(one.Time);
        switch (one.Type)
        {
            case "CHAMPION_KILL": Kill(one); break;
            case "CHAMPION_SPECIAL_KILL": SpecialKill(one); break;
            case "ELITE_MONSTER_KILL": MonsterKill(one); break;
            case "BUILDING_KILL": BuildingKill(one); break;
            case "WARD_PLACED" when one.Kind != "UNDEFINED": Player(one.Participant)?.PlaceWard(one.Time); break;
            case "WARD_KILL": Player(one.Killer)?.KillWard(); break;
            case "LEVEL_UP" when Player(one.Participant) is { } player && one.Level > player.Level:
                (player.Level, player.StatsChangedAt) = (one.Level, one.Time);
                break;
            case "SKILL_LEVEL_UP" when one.Kind is "NORMAL" or "" && one.SkillSlot is >= 1 and <= 4:
                Player(one.Participant)?.AbilityLevels[one.SkillSlot - 1] += 1;
                break;
            default: Item(one); break;
        }
    }

    /// <summary>The nexus falls: from here the scoreboard is the match's.</summary>
    public void End(bool win)
    {
        if (_ended)
        {
            return;
        }

        _ended = true;
        foreach (var player in _players.Values)
        {
            (player.Kills, player.Deaths, player.Assists) = (player.Script.Kills, player.Script.Deaths, player.Script.Assists);
            player.Level = player.Script.Level;
            player.Inventory.Set(player.Script.Items);
        }

        Add(new LiveEvent(0, "GameEnd", _script.Duration) { Result = win ? "Win" : "Lose" });
    }

    private void Item(ScriptEvent one)
    {
        if (one.Type.StartsWith("ITEM_", StringComparison.Ordinal) && Player(one.Participant) is { } player)
        {
            player.StatsChangedAt = one.Time;
            switch (one.Type)
            {
                case "ITEM_PURCHASED": player.Inventory.Buy(one.Time, one.Item, _destroysComponents); break;
                case "ITEM_SOLD": player.Inventory.Sell(one.Time, one.Item); break;
                case "ITEM_DESTROYED": player.Inventory.Destroy(one.Time, one.Item); break;
                case "ITEM_UNDO": player.Inventory.Undo(one.Time, one.ItemBefore, one.ItemAfter); break;
            }
        }
    }

    private void Kill(ScriptEvent one)
    {
        if (Player(one.Victim) is not { } victim)
        {
            return;
        }

        victim.Deaths++;
        victim.RespawnsAt = one.Time + RespawnRule.Seconds(victim.Level, one.Time, _script.OnSummonersRift);
        var killer = Player(one.Killer);
        killer?.Kills += 1;
        foreach (var assistant in one.Assists)
        {
            Player(assistant)?.Assists += 1;
        }

        Add(new LiveEvent(0, "ChampionKill", one.Time)
        {
            Assisters = Names(one.Assists),
            KillerName = killer?.Script.EventName ?? DeadlyName(one, victim.Script.TeamId),
            VictimName = victim.Script.EventName,
        });
        if (_streaks is not null && killer is not null)
        {
            Specials(one, killer, victim);
        }
    }

    private void Specials(ScriptEvent one, PlayerState killer, PlayerState victim)
    {
        var streak = _streaks!.Count(killer.Script.Id, one.Time);
        if (streak > 1)
        {
            SpecialKill(one with { Kind = "KILL_MULTI", KillStreak = streak });
        }

        if (_streaks.IsFirst)
        {
            SpecialKill(one with { Kind = "KILL_FIRST_BLOOD" });
        }

        if (_players.Values.All(player => player.Script.TeamId != victim.Script.TeamId || player.RespawnsAt > one.Time))
        {
            SpecialKill(one with { Kind = "KILL_ACE" });
        }
    }

    private void SpecialKill(ScriptEvent one)
    {
        var killer = Player(one.Killer)?.Script;
        switch (one.Kind)
        {
            case "KILL_MULTI":
                Add(new LiveEvent(0, "Multikill", one.Time) { KillerName = NameOf(killer, one), KillStreak = one.KillStreak });
                break;
            case "KILL_FIRST_BLOOD":
                Add(new LiveEvent(0, "FirstBlood", one.Time) { Recipient = NameOf(killer, one) });
                break;
            case "KILL_ACE" when killer is not null:
                Add(new LiveEvent(0, "Ace", one.Time) { Acer = killer.EventName, AcingTeam = killer.TeamId == 200 ? "CHAOS" : "ORDER" });
                break;
        }
    }

    private void MonsterKill(ScriptEvent one)
    {
        var name = one.Kind switch
        {
            "DRAGON" => "DragonKill",
            "RIFTHERALD" => "HeraldKill",
            "BARON_NASHOR" => "BaronKill",
            "HORDE" => "HordeKill",
            "ATAKHAN" => "AtakhanKill",
            _ => "",
        };
        if (name.Length == 0)
        {
            return;
        }

        // The timeline does not say which one was stolen, only the match how many; a thief has no helpers.
        var stolen = one.Assists.IsEmpty && _stealsLeft.GetValueOrDefault(one.Killer) > 0;
        if (stolen)
        {
            _stealsLeft[one.Killer]--;
        }

        var dragon = one.Kind == "DRAGON" ? DragonName(one.SubKind) : null;
        Add(new LiveEvent(0, name, one.Time)
        {
            Assisters = Names(one.Assists),
            DragonType = dragon,
            KillerName = NameOf(Player(one.Killer)?.Script, one),
            Stolen = stolen,
        });
        if (dragon is not null and not "Elder" && ++_dragons == 2)
        {
            Terrain = NextDragon(one.Time);
        }
    }

    private void BuildingKill(ScriptEvent one)
    {
        var killer = NameOf(Player(one.Killer)?.Script, one);
        if (one.Kind == "INHIBITOR_BUILDING")
        {
            var inhibitor = BuildingNames.Inhibitor(one.TeamId, one.Lane);
            Add(new LiveEvent(0, "InhibKilled", one.Time) { Assisters = Names(one.Assists), Building = inhibitor, KillerName = killer });
            Later("InhibRespawningSoon", one.Time + 285, inhibitor);
            Later("InhibRespawned", one.Time + 300, inhibitor);
            return;
        }

        var fallen = _script.Events.Count(other => other.SubKind == "NEXUS_TURRET" && other.TeamId == one.TeamId && other.Time < one.Time);
        var turret = BuildingNames.Turret(one.TeamId, one.Lane, one.SubKind, fallen);
        Add(new LiveEvent(0, "TurretKilled", one.Time) { Assisters = Names(one.Assists), Building = turret, KillerName = killer });
        if (!_log.Has("FirstBrick"))
        {
            Add(new LiveEvent(0, "FirstBrick", one.Time) { KillerName = killer });
        }
    }

    // The rift takes the colour of the third dragon as soon as the second has fallen.
    private string NextDragon(double after) =>
        _script.Events.FirstOrDefault(one => one.Kind == "DRAGON" && one.Time > after && one.SubKind != "ELDER_DRAGON") is { } third
            ? TerrainOf(DragonName(third.SubKind))
            : "Default";

    private static string TerrainOf(string dragon) => dragon switch
    {
        "Fire" => "Infernal",
        "Air" => "Cloud",
        "Water" => "Ocean",
        "Earth" => "Mountain",
        _ => dragon,
    };

    private static string DragonName(string subType) =>
        subType.Split('_')[0] is { Length: > 1 } word ? word[0] + word[1..].ToLowerInvariant() : "Elemental";

    private static string NameOf(ScriptParticipant? killer, ScriptEvent one) =>
        killer?.EventName ?? BuildingNames.Minion(one.TeamId == 100 ? 200 : 100, one.Time);

    private static string DeadlyName(ScriptEvent one, int victimTeam) => one.DeadlyDamage switch
    {
        "TOWER" => BuildingNames.Turret(victimTeam == 100 ? 200 : 100, "MID_LANE", "OUTER_TURRET", 0),
        "MONSTER" => $"{one.DeadlyDamageName}12.1.1",
        _ => BuildingNames.Minion(victimTeam == 100 ? 200 : 100, one.Time),
    };

    private ImmutableArray<string> Names(ImmutableArray<int> participants) =>
        [.. participants.Select(Player).OfType<PlayerState>().Select(player => player.Script.EventName)];

    private PlayerState? Player(int participant) => _players.GetValueOrDefault(participant);

    private void Later(string name, double at, string? building = null) =>
        _due.Enqueue(new LiveEvent(0, name, at) { Building = building }, at);

    private void Add(LiveEvent one)
    {
        if (one.Time >= _joinedAt)
        {
            _log.Add(one);
        }
    }
}
