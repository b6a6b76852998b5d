using System.Collections.Immutable;
using MnM.Collector.Live;

namespace MnM.Tests.Live.Pages;

/// <summary>Builds polls of invented games.</summary>
internal static class LiveViews
{
    public static readonly DateTimeOffset At = new(2026, 3, 1, 20, 0, 0, TimeSpan.Zero);

    private static readonly string[] Lanes = ["TOP", "JUNGLE", "MIDDLE", "BOTTOM", "UTILITY"];
    private static readonly string[] Champions = ["Ornn", "Vi", "Ahri", "Jinx", "Thresh", "Camille", "LeeSin", "Syndra", "Kaisa", "Nautilus"];
    private static readonly string[] Names = ["Mossbeard", "Tin Kettle", "Nightjar", "PaperCrane", "Oskar the Odd", "quietstorm", "Lanternfish", "Vex Machina", "BlueberryPi", "zwölfuhr"];
    private static readonly int[] Values = [9400, 9100, 11700, 13200, 7100, 9900, 8600, 9800, 11400, 6300];
    private static readonly (int K, int D, int A)[] Scores = [(2, 3, 11), (5, 4, 9), (7, 2, 8), (8, 3, 6), (1, 5, 16), (4, 4, 3), (5, 5, 7), (3, 5, 5), (4, 4, 6), (1, 5, 10)];
    private static readonly int[] Creeps = [170, 140, 200, 210, 30, 180, 130, 190, 200, 30];

    /// <summary>Ten players on Summoner's Rift at 24:37; slot 2 is "you".</summary>
    public static LiveView Rift() => Of([.. Enumerable.Range(0, 10).Select(Player)]);

    public static PlayerView Player(int slot)
    {
        var n = slot % 10;
        return new()
        {
            Slot = slot,
            Team = n < 5 ? TeamView.Blue : TeamView.Red,
            ChampionName = Champions[n] switch { "LeeSin" => "Lee Sin", "Kaisa" => "Kai’Sa", var name => name },
            ChampionAlias = Champions[n],
            DisplayName = Names[n],
            GameName = Names[n],
            TagLine = "INV",
            Position = Lanes[n % 5],
            IsActivePlayer = slot == 2,
            Level = 14,
            Kills = Scores[n].K,
            Deaths = Scores[n].D,
            Assists = Scores[n].A,
            CreepScore = Creeps[n],
            WardScore = 18.4,
            Items = [Item(3071, 0), Item(3047, 1), Item(6333, 3), Item(3340, 6)],
            ItemValue = Values[n],
            Spell1 = new("SummonerFlash", "Flash"),
            Spell2 = new("SummonerTeleport", "Teleport"),
            Keystone = new(8437, "Grasp of the Undying"),
        };
    }

    public static ItemView Item(int id, int place, string? name = null, int value = 3000) => new(id, name ?? $"Item {id}", place, 1, value);

    public static LiveView Of(ImmutableArray<PlayerView> players) => new()
    {
        GameId = 7,
        Sequence = 100,
        PolledAt = At,
        GameTime = 1477,
        GameMode = "CLASSIC",
        MapName = "Map11",
        MapNumber = 11,
        MapTerrain = "Infernal",
        Players = players,
        Teams =
        [
            .. players.Select(p => p.Team).Distinct().Select(team => new TeamView(
                team, players.Where(p => p.Team == team).Sum(p => p.Kills), team == TeamView.Blue ? 6 : 3, team == TeamView.Blue ? 1 : 0,
                team == TeamView.Blue ? ["Fire", "Water", "Air"] : ["Earth"], team == TeamView.Blue ? 1 : 0, team == TeamView.Blue ? 2 : 1,
                team == TeamView.Blue ? 0 : 1, 0, players.Where(p => p.Team == team).Sum(p => p.ItemValue))),
        ],
        ActivePlayer = Mine(),
        Events = Story(),
        Completions = [new(1462, 2, 3089, "Rabadon’s Deathcap")],
        ItemValues = [.. Enumerable.Range(0, 148).Select(n => new ItemValuePoint(n * 10, Curve(n))), new(1477, 4500)],
        Recording = new(1477, 1, 0, null),
        Response = default,
    };

    public static ActivePlayerView Mine() => new()
    {
        Slot = 2,
        RiotId = "Nightjar#INV",
        Level = 15,
        CurrentGold = 1284.6,
        Abilities = [new("Q", "AhriQ", "Orb of Deception", 5), new("W", "AhriW", "Fox-Fire", 3), new("E", "AhriE", "Charm", 5), new("R", "AhriR", "Spirit Rush", 2)],
        Stats = new(412, 86, 45, 71, 48, 395, 1820, 2140, "MANA", 900, 1312, 18, 0.92, 0, 1, 0, 0.72, 0),
    };

    public static GameEventView Event(int ordinal, double time, string name, int? actor = null, int? victim = null, string? detail = null, params int[] assists) => new()
    {
        Ordinal = ordinal,
        Name = name,
        Time = time,
        Team = actor is { } slot ? slot < 5 ? TeamView.Blue : TeamView.Red : null,
        Actor = actor is { } a ? Names[a] : null,
        ActorSlot = actor,
        Victim = victim is { } v ? Names[v] : null,
        VictimSlot = victim,
        AssistSlots = [.. assists],
        Detail = detail,
    };

    /// <summary>The next poll: a second later, one player changed, all others the same objects.</summary>
    public static LiveView Next(this LiveView game, int slot, Func<PlayerView, PlayerView> change, double seconds = 1) => game with
    {
        Sequence = game.Sequence + 1,
        GameTime = game.GameTime + seconds,
        PolledAt = game.PolledAt.AddSeconds(seconds),
        Players = game.Players.SetItem(slot, change(game.Players[slot])),
    };

    /// <summary>The next poll, in which nothing happens.</summary>
    public static LiveView Next(this LiveView game, double seconds = 1) => game.Next(0, player => player, seconds);

    public static LiveState InGame(LiveView game) => State(LiveConnection.InGame, game);

    public static LiveState State(LiveConnection connection, LiveView? game = null) => GameLifecycle.Follow(new() { Connection = connection, Game = game }, At);

    private static ImmutableArray<GameEventView> Story() =>
    [
        Event(0, 0, "GameStart"), Event(1, 65, "MinionsSpawning"), Event(2, 366, "DragonKill", 6, detail: "Earth"), Event(3, 744, "HeraldKill", 6),
        Event(4, 912, "DragonKill", 1, detail: "Fire"), Event(5, 1086, "TurretKilled", 2, detail: "Turret_T2_C_05_A"), Event(6, 1236, "DragonKill", 1, detail: "Water"),
        Event(7, 1314, "ChampionKill", 2, 5, assists: 0), Event(8, 1317, "ChampionKill", 2, 7), Event(9, 1317.1, "Multikill", 2, detail: "2"),
        Event(10, 1326, "BaronKill", 1), Event(11, 1428, "TurretKilled", 0, detail: "Turret_TChaos_L0_P2_528623213"),
        Event(12, 1442, "InhibKilled", 3, detail: "Barracks_T2_R1"), Event(13, 1471, "ChampionKill", 9, 4, assists: 8), Event(14, 1476, "ChampionKill", 3, 6, assists: [1, 4]),
    ];

    private static int Curve(int n) => n switch
    {
        < 20 => (n % 3 * 60) - 60,
        < 60 => -(n - 20) * 35,
        < 80 => -1400 + ((n - 60) * 20),
        < 110 => -1000 + ((n - 80) * 75),
        < 120 => 1250 - ((n - 110) * 70),
        _ => 550 + ((n - 120) * 140),
    };
}
