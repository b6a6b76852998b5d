using System.Collections.Immutable;
using MnM.Collector.Live;
using MnM.Collector.Live.Lcu;

namespace MnM.Tests.Live.Pages;

/// <summary>Builds what an invented League client shows; you sit in cell 2, the mid lane of the blue side.</summary>
internal static class ClientViews
{
    /// <summary>Riot's numbers of the champions of <see cref="LiveViews"/>, by slot.</summary>
    public static readonly int[] ChampionIds = [516, 254, 103, 222, 412, 164, 64, 134, 145, 111];

    private static readonly string[] Lanes = ["TOP", "JUNGLE", "MIDDLE", "BOTTOM", "UTILITY"];

    public static ClientView Open() => ClientView.None with
    {
        Connection = ClientConnection.Connected,
        RawPhase = "None",
        Place = new("/games/league/lockfile", 4711, 51234),
        ConnectedAt = LiveViews.At.AddMinutes(-12),
        Account = new("Nightjar", "INV", "secret-puuid-of-nightjar", 231, 29),
        Platform = "euw1",
    };

    public static LobbyView Lobby() => new()
    {
        QueueId = 420,
        GameMode = "CLASSIC",
        IsCustom = false,
        Places = 2,
        Members = [new("Nightjar#INV", true, true, ["MIDDLE", "TOP"]), new("PaperCrane#INV", false, false, ["FILL"])],
    };

    /// <summary>The first picks: one locked, one hidden, you to act.</summary>
    public static ChampSelectView ChampSelect() => new()
    {
        GameId = 7001,
        QueueId = 420,
        IsCustom = false,
        IsSpectating = false,
        MyTeam =
        [
            Member(0, champion: ChampionIds[0], locked: true), Member(1, intent: ChampionIds[1]) with { Name = "Ally 2", IsHidden = true, Puuid = null },
            Member(2, champion: ChampionIds[2], turn: "pick") with { IsYou = true }, Member(3, intent: ChampionIds[3]), Member(4),
        ],
        TheirTeam = [.. Enumerable.Range(5, 5).Select(cell => Enemy(cell, cell == 5 ? ChampionIds[5] : 0))],
        MyBans = [157, 238, -1, 55, 84],
        TheirBans = [11, 35, 80],
        Bans = 10,
        Draft =
        [
            Act(0, "pick", ChampionIds[0], done: true), Act(1, "pick", 0), Act(2, "pick", ChampionIds[2], now: true), Act(3, "pick", 0), Act(4, "pick", 0),
            .. Enumerable.Range(5, 5).Select(cell => Act(cell, "pick", cell == 5 ? ChampionIds[5] : 0, done: cell == 5)),
        ],
        Bench = [],
        Timer = new("BAN_PICK", LiveViews.At.AddSeconds(27), TimeSpan.FromSeconds(30)),
    };

    public static ChampSelectMember Member(int cell, int champion = 0, int intent = 0, string? turn = null, bool locked = false) => new()
    {
        Cell = cell,
        Name = LiveViews.Player(cell).DisplayName + "#INV",
        IsHidden = false,
        IsYou = false,
        Puuid = $"secret-puuid-{cell}",
        ChampionId = champion,
        IntentId = intent,
        Position = Lanes[cell % 5],
        Spell1Id = 4,
        Spell2Id = cell == 1 ? 11 : 12,
        Turn = turn,
        HasLocked = locked,
    };

    public static ChampSelectMember Enemy(int cell, int champion) => Member(cell, champion, locked: champion > 0) with
    {
        Name = $"Enemy {cell - 4}",
        IsHidden = true,
        Puuid = null,
        Position = "",
        Spell1Id = 0,
        Spell2Id = 0,
    };

    public static DraftAction Act(int cell, string type, int champion, bool done = false, bool now = false) => new(cell, type, champion, cell < 5, done, now);

    /// <summary>The figures after the game of <see cref="LiveViews.Rift"/>, won by blue.</summary>
    public static EndOfGameView EndOfGame() => new()
    {
        GameId = 7001,
        GameLength = 1502,
        GameMode = "CLASSIC",
        QueueType = "RANKED_SOLO_5x5",
        Won = true,
        Teams = [new(100, true, Players(0)), new(200, false, Players(5))],
    };

    /// <summary>A state with its phase, as the lifecycle would derive it.</summary>
    public static LiveState State(ClientView client, string raw, LiveConnection connection = LiveConnection.Waiting, LiveView? game = null) =>
        GameLifecycle.Follow(new LiveState { Connection = connection, Game = game, Client = client with { RawPhase = raw } }, LiveViews.At.AddSeconds(-34));

    private static ImmutableArray<EndOfGamePlayer> Players(int from) => [.. Enumerable.Range(from, 5).Select(slot => Player(slot))];

    private static EndOfGamePlayer Player(int slot)
    {
        var live = LiveViews.Player(slot);
        return new()
        {
            Name = live.DisplayName + "#INV",
            ChampionId = ChampionIds[slot],
            ChampionName = live.ChampionName,
            IsYou = slot == 2,
            IsBot = false,
            Level = 15,
            Kills = live.Kills,
            Deaths = live.Deaths,
            Assists = live.Assists + 1,
            CreepScore = live.CreepScore + 7,
            GoldEarned = live.ItemValue + 2150,
            DamageToChampions = 9000 + (slot * 2310),
            VisionScore = 20 + slot,
            Items = [3071, 3047, 0, 6333, 0, 0, 3340],
        };
    }
}
