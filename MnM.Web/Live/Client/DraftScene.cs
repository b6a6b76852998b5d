using System.Collections.Immutable;
using MnM.Collector.Live;
using MnM.Collector.Live.Lcu;
using MnM.Collector.StaticData;

namespace MnM.Web.Live.Client;

/// <summary>One team in champ select.</summary>
/// <param name="Side">Where it stands on the page.</param>
/// <param name="IsYours">Whether the player at this machine is in it.</param>
/// <param name="Seats">By cell; empty where the client does not show the team.</param>
/// <param name="Bans">In order.</param>
public sealed record DraftTeam(Side Side, bool IsYours, ImmutableArray<DraftSeat> Seats, ImmutableArray<DraftBan> Bans);

/// <summary>Champ select as the pages draw it: blue left, as on the map and in the game.</summary>
public sealed record DraftScene
{
    // Cells 0 to 4 are the blue side's.
    private const int CellsOfBlue = 5;

    public required DraftTeam Blue { get; init; }
    public required DraftTeam Red { get; init; }

    /// <summary>The queue; "Champ select" where it is not told.</summary>
    public required string Title { get; init; }

    /// <summary>What is going on.</summary>
    public required string Step { get; init; }

    /// <summary>Whether the player at this machine has to act.</summary>
    public required bool IsYourTurn { get; init; }

    /// <summary>When the step ends, UTC; null where it does not.</summary>
    public required DateTimeOffset? EndsAt { get; init; }

    /// <summary>Champions to swap with (ARAM).</summary>
    public required ImmutableArray<ChampionMark> Bench { get; init; }

    /// <summary>The scene of what the client shows.</summary>
    public static DraftScene Of(ChampSelectView view, StaticCatalog catalog)
    {
        var isBlue = view.MyTeam.IsEmpty ? view.TheirTeam.Any(member => member.Cell >= CellsOfBlue) : view.MyTeam[0].Cell < CellsOfBlue;
        var bansEach = (view.Bans + 1) / 2;
        var mine = new DraftTeam(isBlue ? Side.Blue : Side.Red, !view.IsSpectating, Seats(view.MyTeam, view, catalog), Bans(view.MyBans, bansEach, catalog));
        var theirs = new DraftTeam(isBlue ? Side.Red : Side.Blue, false, Seats(view.TheirTeam, view, catalog), Bans(view.TheirBans, bansEach, catalog));
        var now = view.Draft.Where(action => action.IsNow).ToList();
        var people = view.MyTeam.Concat(view.TheirTeam).ToList();
        return new()
        {
            Blue = isBlue ? mine : theirs,
            Red = isBlue ? theirs : mine,
            Title = GameWords.Queue(view.QueueId, view.IsCustom, catalog) is { Length: > 0 } queue ? queue : "Champ select",
            Step = Words(view.Timer?.Phase ?? "", now, people, mine.Side),
            IsYourTurn = people.Any(person => person is { IsYou: true, Turn: not null }),
            EndsAt = view.Timer?.EndsAt,
            Bench = [.. view.Bench.Select(id => ChampionMark.Of(id, catalog)).OfType<ChampionMark>()],
        };
    }

    private static ImmutableArray<DraftSeat> Seats(ImmutableArray<ChampSelectMember> team, ChampSelectView view, StaticCatalog catalog) =>
    [
        .. team.Select(member => new DraftSeat
        {
            Cell = member.Cell,
            Name = member.Name.Split('#')[0],
            IsHidden = member.IsHidden,
            IsYou = member.IsYou,
            Position = member.Position,
            State = StateOf(member, view.Draft),
            Champion = ChampionMark.Of(member.ChampionId, catalog) ?? ChampionMark.Of(member.IntentId, catalog),
            Spell1 = Spell(member.Spell1Id, catalog),
            Spell2 = Spell(member.Spell2Id, catalog),
        }),
    ];

    private static SeatState StateOf(ChampSelectMember member, ImmutableArray<DraftAction> draft) => member switch
    {
        { Turn: "ban" } => SeatState.Bans,
        { Turn: "pick" } => SeatState.Picks,
        { HasLocked: true } => SeatState.Locked,

        // Where nobody picks (ARAM), what one has is what one plays.
        { ChampionId: > 0 } => draft.Any(action => action.Cell == member.Cell && action is { Type: "pick", IsDone: false }) ? SeatState.Hovers : SeatState.Locked,
        { IntentId: > 0 } => SeatState.Wants,
        _ => SeatState.Waits,
    };

    private static ImmutableArray<DraftBan> Bans(ImmutableArray<int> bans, int places, StaticCatalog catalog) =>
    [
        .. bans.Select(id => new DraftBan(ChampionMark.Of(id, catalog), id != 0)),
        .. Enumerable.Repeat(new DraftBan(null, false), Math.Clamp(places - bans.Length, 0, 10)),
    ];

    private static SpellView? Spell(int id, StaticCatalog catalog) =>
        id <= 0 ? null : catalog.SpellOf(id) is { } spell ? new(spell.Alias, spell.Name) : new($"{id}", $"Spell {id}");

    private static string Words(string phase, List<DraftAction> now, List<ChampSelectMember> people, Side mine) => (phase, now) switch
    {
        ("PLANNING", _) => "Tell your team what you want to pick",
        ("FINALIZATION", _) => "Last preparations",
        ("GAME_STARTING", _) => "The game starts",
        (_, [{ Type: "ban" or "pick" }, ..]) => Turn(now, people, mine),
        (_, [{ Type: "ten_bans_reveal" }, ..]) => "The bans are shown",
        _ => "Champ select",
    };

    private static string Turn(List<DraftAction> now, List<ChampSelectMember> people, Side mine)
    {
        var act = now[0].Type;
        var other = mine == Side.Blue ? Side.Red : Side.Blue;
        return people.Find(person => person.IsYou && person.Turn == act) is not null ? $"Your turn to {act}"
            : now.Select(action => action.IsAlly).Distinct().Count() > 1 ? $"Both teams {act}"
            : now is [var one] && people.Find(person => person.Cell == one.Cell) is { IsHidden: false } person ? $"{person.Name.Split('#')[0]} {act}s"
            : $"{(now[0].IsAlly ? mine : other)} {act}s";
    }
}
