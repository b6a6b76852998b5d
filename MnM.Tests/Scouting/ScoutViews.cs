using System.Collections.Immutable;
using MnM.Collector.Players;
using MnM.Collector.Scouting;

namespace MnM.Tests.Scouting;

/// <summary>Invented states of scouting, for pages and rules.</summary>
internal static class ScoutViews
{
    public const int Ahri = 103;
    public const int Jinx = 222;
    public const int Thresh = 412;
    public const int Vi = 254;
    public const int Ornn = 516;

    private static readonly ImmutableArray<string> Positions = ["TOP", "JUNGLE", "MIDDLE", "BOTTOM", "UTILITY"];
    private static readonly ImmutableArray<(int Id, string Name)> Champions = [(Ornn, "Ornn"), (Vi, "Vi"), (Ahri, "Ahri"), (Jinx, "Jinx"), (Thresh, "Thresh")];

    /// <summary>The present of all of them.</summary>
    public static DateTimeOffset At { get; } = new(2026, 10, 3, 12, 0, 0, TimeSpan.Zero);

    /// <summary>Stands there, in UTC.</summary>
    public static TimeProvider Clock { get; } = new ZonedClock(At, TimeSpan.Zero);

    /// <summary>
    /// A loading screen as on the drawn page: blue has a hidden player in the middle and you as support, a premade of two; red has an old card, with its age, and one
    /// that is still loading.
    /// </summary>
    public static ScoutingState LoadingScreen()
    {
        ImmutableArray<ScoutCard> blue =
        [
            Card(0, "Mossbeard", "WWLWLLWWLWWWLWWLWLWW", Solo("EMERALD", "III", 47, 112, 98)),
            Card(1, "Tin Kettle", "LWLLWLLLWLLWLWWLLWLL", Solo("PLATINUM", "I", 12, 88, 91)) with
            {
                Tags = [new("13 of 20 lost", ScoutTagKind.Bad, "The last 20 games that Riot lists, remakes left out.")],
            },
            Hidden(2),
            Card(3, "PaperCrane", "WLWWWLWWLWWLWWWLWLWW", Solo("PLATINUM", "II", 74, 140, 121)) with { PremadeGroup = "A", Met = new(58, 33, 0, 0, Last(isWith: true, won: true)) },
            Card(4, "Nightjar", "LLWWLWLWWWLWLWWLWLLW", Solo("GOLD", "I", 21, 61, 58)) with { IsYou = true, PremadeGroup = "A", Met = null },
        ];
        ImmutableArray<ScoutCard> red =
        [
            Card(0, "quietstorm", "WWLWWLLWLWLWLWWLWLWL", Solo("EMERALD", "II", 8, 201, 188), ScoutSide.Red) with { Met = new(0, 0, 1, 1, Last(isWith: false, won: true)) },
            Card(1, "Lanternfish", "WWWWWLWLLWWLWLWWLWWL", Solo("EMERALD", "IV", 55, 74, 52), ScoutSide.Red) with
            {
                Tags =
                [
                    new("5 wins in a row", ScoutTagKind.Good, "28 Sep to 3 Oct. Basis: the last 20 games that Riot lists."),
                    new("59 % this split", ScoutTagKind.Good, "74 of 126 ranked solo games of this split."),
                ],
            },
            Old(Card(2, "Vex Machina", "WLLWWLWLLWWLWWLLWWLW", Solo("DIAMOND", "IV", 0, 166, 150), ScoutSide.Red), TimeSpan.FromDays(3)) with
            {
                PremadeGroup = "B",
                Tags = [new("LP at 0", ScoutTagKind.Neutral, "Diamond IV with 0 LP.")],
            },
            Card(3, "BlueberryPi", "WWLWLWLLWWLWWLWLLxWW", Solo("EMERALD", "I", 31, 119, 104), ScoutSide.Red) with
            {
                PremadeGroup = "B",
                Tags = [new("1 remake", ScoutTagKind.Neutral, "Of the last 20 games.")],
            },
            Loading(4, "zwölfuhr", ScoutSide.Red),
        ];
        return State(ScoutingPhase.Loading, blue, red) with { Requests = new ScoutRequests(41, 19, TimeSpan.FromSeconds(2)) };
    }

    /// <summary>Champ select of a draft: the own side alone, all of it visible, no form yet.</summary>
    public static ScoutingState ChampSelect() => State(
        ScoutingPhase.ChampSelect,
        [.. Enumerable.Range(0, 5).Select(slot => slot == 4 ? Card(4, "Nightjar", "WLW", Solo("GOLD", "I", 21, 61, 58)) with { IsYou = true, Met = null } : Loading(slot, $"Ally Name {slot}"))],
        []) with
    { Requests = new ScoutRequests(4, 16, TimeSpan.FromSeconds(3)) };

    /// <summary>Champ select of a ranked game: four are hidden, you are not.</summary>
    public static ScoutingState HiddenChampSelect() => State(
        ScoutingPhase.ChampSelect,
        [.. Enumerable.Range(0, 5).Select(slot => slot == 4 ? Card(4, "Nightjar", "WLW", Solo("GOLD", "I", 21, 61, 58)) with { IsYou = true, Met = null } : Hidden(slot))],
        []);

    /// <summary>The same loading screen while the game runs: no premade groups.</summary>
    public static ScoutingState InGame()
    {
        var loading = LoadingScreen();
        return loading with { Phase = ScoutingPhase.InGame, Blue = [.. loading.Blue.Select(Alone)], Red = [.. loading.Red.Select(Alone)] };
    }

    /// <summary>A key that Riot refuses: nothing could be had of anybody.</summary>
    public static ScoutingState WithoutKey()
    {
        const string Reason = "MnM has no key for Riot's API. Get one at developer.riotgames.com and enter it in the settings.";
        return State(
            ScoutingPhase.Loading,
            [.. Enumerable.Range(0, 5).Select(slot => Failed(slot, $"Blue Name {slot}", ScoutSide.Blue, Reason))],
            [.. Enumerable.Range(0, 5).Select(slot => Failed(slot, $"Red Name {slot}", ScoutSide.Red, Reason))]) with
        { Fault = Reason };
    }

    /// <summary>A complete card.</summary>
    /// <param name="slot">Place on the side, which is also the position and the champion.</param>
    /// <param name="name">The Riot ID's first part.</param>
    /// <param name="results">W, L and x (a remake), the newest first.</param>
    /// <param name="solo">Its rank.</param>
    /// <param name="side">Its side.</param>
    public static ScoutCard Card(int slot, string name, string results, PlayerRank? solo, ScoutSide side = ScoutSide.Blue) => new()
    {
        Slot = slot,
        Side = side,
        Position = Positions[slot],
        Name = name,
        TagLine = "MNM",
        PlayerId = (side == ScoutSide.Red ? 10 : 0) + slot + 1,
        ChampionId = Champions[slot].Id,
        ChampionName = Champions[slot].Name,
        Profile = Ready(new PlayerProfile(1, 100 + (slot * 40))),
        Ranks = Ready(new PlayerRanks(solo, Solo("GOLD", "II", 30, 20, 18))),
        Mastery = Ready(new PlayerMastery(Champions[slot].Id, 9, 86_000, At.AddDays(-1))),
        Met = MetBefore.Never,
        Form = Form(results, Champions[slot].Id, Positions[slot]),
    };

    /// <summary>Somebody whom the game hides.</summary>
    public static ScoutCard Hidden(int slot, ScoutSide side = ScoutSide.Blue) => new()
    {
        Slot = slot,
        Side = side,
        Position = Positions[slot],
        Name = $"{(side == ScoutSide.Blue ? "Ally" : "Enemy")} {slot + 1}",
        IsHidden = true,
        ChampionId = Champions[slot].Id,
        ChampionName = Champions[slot].Name,
    };

    /// <summary>Somebody of whom only the level is there yet, and some of the games.</summary>
    public static ScoutCard Loading(int slot, string name, ScoutSide side = ScoutSide.Blue) => Card(slot, name, "WLWWLWLWL", null, side) with
    {
        Ranks = new(ScoutPartState.Loading),
        Mastery = new(ScoutPartState.Loading),
        Form = Form("WLWWLWLWL", Champions[slot].Id, Positions[slot]) with { State = ScoutPartState.Loading, Listed = 20 },
        RequestsWaiting = 3,
    };

    /// <summary>Somebody of whom nothing could be had.</summary>
    public static ScoutCard Failed(int slot, string name, ScoutSide side, string reason) => Card(slot, name, "", null, side) with
    {
        PlayerId = null,
        Profile = new(ScoutPartState.Failed, Reason: reason),
        Ranks = new(ScoutPartState.Failed, Reason: reason),
        Mastery = new(ScoutPartState.Failed, Reason: reason),
        Form = ScoutForm.None with { State = ScoutPartState.Failed, Reason = reason },
    };

    /// <summary>The same card with what was fetched so long ago, shown while it is fetched again.</summary>
    public static ScoutCard Old(ScoutCard card, TimeSpan age) => card with
    {
        Ranks = card.Ranks with { State = ScoutPartState.Renewing, FetchedAt = At - age },
        Profile = card.Profile with { State = ScoutPartState.Renewing, FetchedAt = At - age },
        RequestsWaiting = 2,
    };

    /// <summary>The form of games with these results, the newest first.</summary>
    public static ScoutForm Form(string results, int champion = Ahri, string position = "MIDDLE") =>
        FormRules.Count([.. results.Select((result, place) => Game(place, result, champion, position))], results.Length, champion, static _ => false) with
        {
            State = ScoutPartState.Ready,
            Listed = results.Length,
        };

    /// <summary>A game that many days ago.</summary>
    public static FormGame Game(int daysAgo, char result = 'W', int champion = Ahri, string position = "MIDDLE", int queue = 420) => new(
        $"EUW1_{7_000_000_000 - daysAgo}",
        At.AddDays(-daysAgo).AddHours(-1),
        result == 'x' ? TimeSpan.FromMinutes(4) : TimeSpan.FromMinutes(30),
        queue,
        result switch { 'W' => FormResult.Won, 'L' => FormResult.Lost, _ => FormResult.Remake },
        champion,
        position,
        6,
        4,
        8);

    public static PlayerRank Solo(string tier, string division, int points, int wins, int losses) => new(tier, division, points, wins, losses);

    public static ScoutPart<T> Ready<T>(T value)
        where T : class =>
        new(ScoutPartState.Ready, value, At.AddMinutes(-1));

    private static ScoutingState State(ScoutingPhase phase, ImmutableArray<ScoutCard> blue, ImmutableArray<ScoutCard> red) => new()
    {
        Phase = phase,
        QueueId = 420,
        GameMode = "CLASSIC",
        Blue = blue,
        Red = red,
        BlueRank = TeamRankRules.Average(blue),
        RedRank = TeamRankRules.Average(red),
    };

    private static ScoutCard Alone(ScoutCard card) => card with { PremadeGroup = null };

    private static Meeting Last(bool isWith, bool won) => new(At.AddDays(-31), isWith, won, "EUW1_6900000000");
}
