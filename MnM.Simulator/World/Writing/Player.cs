using MnM.Simulator.StaticData;
using MnM.Simulator.World.People;

namespace MnM.Simulator.World.Writing;

/// <summary>One participant while the game is played.</summary>
internal sealed class Player(int id, Role role, Person member, Champion champion, Archetype archetype, Loadout loadout, BuildPlan build, double form)
{
    public const int MaxLevel = 18;

    public int Id { get; } = id;
    public int Team { get; } = id <= 5 ? RiftMap.Blue : RiftMap.Red;
    public Role Role { get; } = role;
    public Person Member { get; } = member;
    public Champion Champion { get; } = champion;
    public Archetype Archetype { get; } = archetype;
    public Loadout Loadout { get; } = loadout;
    public BuildPlan Build { get; } = build;

    /// <summary>How well this player plays today, around 1.</summary>
    public double Form { get; } = form;

    public Inventory Items { get; } = new();
    public Place Position { get; set; } = RiftMap.Fountain(id <= 5 ? RiftMap.Blue : RiftMap.Red);
    public int[] SkillRanks { get; } = new int[4];
    public int[] Casts { get; } = new int[4];
    public int[] SpellCasts { get; } = new int[2];

    public double Gold { get; set; } = 500;
    public int Spent { get; set; }
    public int CurrentGold => (int)Gold - Spent;
    public double Xp { get; set; }
    public int Level { get; set; } = 1;
    public int Minions { get; set; }
    public int Monsters { get; set; }
    public int EnemyMonsters { get; set; }

    public int Kills { get; set; }
    public int Deaths { get; set; }
    public int Assists { get; set; }
    public int Streak { get; set; }
    public int LargestStreak { get; set; }
    public int Sprees { get; set; }
    public int DeathRow { get; set; }
    public int SoloKills { get; set; }
    public int BountyGold { get; set; }
    public long LastKillAt { get; set; } = -1_000_000;
    public int Multi { get; set; }
    public int[] Multis { get; } = new int[6];
    public bool FirstBlood { get; set; }
    public bool FirstBloodAssist { get; set; }
    public bool FirstTower { get; set; }
    public bool FirstTowerAssist { get; set; }

    public long DeadUntil { get; set; }
    public long AliveSince { get; set; }
    public long LongestLife { get; set; }
    public long TimeDead { get; set; }
    public long LastShopAt { get; set; }
    public double ControlledMs { get; set; }

    public DamageTally Dealt { get; } = new();
    public DamageTally ToChampions { get; } = new();
    public DamageTally Taken { get; } = new();
    public double Healed { get; set; }
    public double HealedOthers { get; set; }
    public double Shielded { get; set; }
    public int ToBuildings { get; set; }
    public int ToEpics { get; set; }

    public int TurretKills { get; set; }
    public int TurretTakedowns { get; set; }
    public int InhibitorKills { get; set; }
    public int InhibitorTakedowns { get; set; }
    public int Plates { get; set; }
    public int DragonKills { get; set; }
    public int BaronKills { get; set; }
    public int DragonTakedowns { get; set; }
    public int BaronTakedowns { get; set; }
    public int HeraldTakedowns { get; set; }
    public int GrubKills { get; set; }

    public int WardsPlaced { get; set; }
    public int ControlPlaced { get; set; }
    public int ControlBought { get; set; }
    public int WardsKilled { get; set; }
    public double Vision { get; set; }
    public int Bought { get; set; }
    public int ConsumablesBought { get; set; }
    public int MinionsAtTen { get; set; }
    public int MonstersAtTen { get; set; }

    public bool IsAlive(long now) => now >= DeadUntil;

    /// <summary>Experience at which each level begins.</summary>
    public static int XpFor(int level) => level < 2 ? 0 : 50 * (level - 1) * (level - 1) + 230 * (level - 1);

    /// <summary>How readily this player takes kills rather than helps with them.</summary>
    public double KillWeight => Form * Archetype switch
    {
        Archetype.Assassin or Archetype.MagicAssassin => 1.5,
        Archetype.Marksman or Archetype.OnHitMarksman => 1.5,
        Archetype.Mage => 1.25,
        Archetype.Fighter or Archetype.MagicFighter => 1.2,
        Archetype.SupportMage => 0.6,
        Archetype.Tank => 0.65,
        _ => 0.28,
    } * (1 + 0.06 * Streak);
}
