using System.Collections.Immutable;
using System.Globalization;
using MnM.Collector.Live;
using MnM.Collector.Matches;
using MnM.Collector.Matches.Timelines;
using MnM.Collector.StaticData;
using MnM.Web.Live;

namespace MnM.Web.Matches;

/// <summary>A match as its page draws it: told as the last moment of a watched game, which is what the scoreboard and its charts draw.</summary>
/// <param name="Opened">The match.</param>
/// <param name="Timeline">Null while it is not here.</param>
/// <param name="People">In the order of the slots.</param>
/// <param name="Live">The last moment.</param>
public sealed record MatchScene(OpenedMatch Opened, Timeline? Timeline, ImmutableArray<MatchParticipant> People, LiveScene Live)
{
    /// <summary>Riot's number stands where that of a watched game would: nobody watched this one, yet what was taken is known.</summary>
    private const long NoNumber = -1;

    /// <summary>Whether two sides can be compared.</summary>
    public bool HasSides => Live.Plot is not null;

    /// <summary>The scene of a match.</summary>
    public static MatchScene Of(OpenedMatch opened, Timeline? timeline, StaticCatalog catalog)
    {
        ImmutableArray<MatchParticipant> people = [.. opened.Read.Participants.OrderBy(one => one.Placement)];
        ImmutableArray<PlayerView> players = [.. people.Select((one, slot) => Player(one, slot, opened, catalog))];
        var events = timeline is null ? [] : MatchEvents.Of(timeline, people, players);
        var match = opened.Match;
        var view = new LiveView
        {
            GameId = long.TryParse(match.Id.Split('_')[^1], CultureInfo.InvariantCulture, out var number) && number != FinalFigures.NotWatched ? number : NoNumber,
            Sequence = 0,
            PolledAt = match.FetchedAt,
            GameTime = match.DurationSeconds,
            GameMode = match.Mode,
            MapName = "",
            MapNumber = match.MapId,
            MapTerrain = "",
            Players = players,
            Teams = timeline is null || opened.Details.Teams.Length > 0 ? Totals(players, events, opened.Details) : TeamTally.Sum(players, events),
            Events = events,
            Completions = [],
            ItemValues = timeline is null ? [] : MatchCurves.Leads(timeline, people, MatchFigure.Gold),
            Recording = new(0, 0, 0, null),
            Response = default,
        };
        return new MatchScene(opened, timeline, people, LiveScene.Of(view, [], null, [.. people.Select(MatchFinals.Of)]));
    }

    /// <summary>The participant with a number; the first of all where there is none.</summary>
    public MatchParticipant? Find(int? number) => People.FirstOrDefault(one => one.Number == number) ?? Live.Board.Rows.Select(row => People[row.Player.Slot]).FirstOrDefault();

    /// <summary>Somebody as the scoreboard shows them.</summary>
    public PlayerView PlayerOf(MatchParticipant one) => Live.Game.Players[People.IndexOf(one)];

    /// <summary>The side of somebody.</summary>
    public Side SideOf(MatchParticipant one) => Sides.Of(PlayerOf(one).Team);

    /// <summary>What Riot counts; the kinds of dragons are told by events alone.</summary>
    private static ImmutableArray<TeamView> Totals(ImmutableArray<PlayerView> players, ImmutableArray<GameEventView> events, MatchDetails details) =>
    [
        .. TeamTally.Sum(players, events).Select(team => details.Teams.FirstOrDefault(told => MatchWords.TeamOf(told.TeamId) == team.Team) is { } told
            ? team with
            {
                Towers = told.Towers,
                Inhibitors = told.Inhibitors,
                Dragons = team.Dragons.Length == told.Dragons ? team.Dragons : [.. Enumerable.Repeat("", told.Dragons)],
                Barons = told.Barons,
                Grubs = told.Grubs,
                Heralds = told.Heralds,
                Atakhans = told.Atakhans,
            }
            : team),
    ];

    private static PlayerView Player(MatchParticipant one, int slot, OpenedMatch opened, StaticCatalog catalog)
    {
        var (name, champion) = (opened.NameOf(one), MatchWords.ChampionOf(one, catalog));
        return new PlayerView
        {
            Slot = slot,
            Team = one.Placement > 0 ? MatchWords.Place(one.Placement) : MatchWords.TeamOf(one.TeamId),
            ChampionName = champion.Name,
            ChampionAlias = champion.Alias,
            DisplayName = name.GameName,
            GameName = name.GameName,
            TagLine = name.TagLine,
            Position = one.Position,
            IsBot = one.IsBot,
            Level = one.Level,
            Kills = one.Kills,
            Deaths = one.Deaths,
            Assists = one.Assists,
            CreepScore = one.Cs,
            Items = [.. one.ReadItems().Index().Where(item => item.Item > 0).Select(item => FinalFigures.Item(item.Item, item.Index, catalog))],
            Spell1 = MatchWords.SpellOf(one.Spell1Id, catalog),
            Spell2 = MatchWords.SpellOf(one.Spell2Id, catalog),
            Keystone = one.Keystone > 0 ? new RuneView(one.Keystone, catalog.Runes.GetValueOrDefault(one.Keystone)?.Name ?? "") : null,
        };
    }
}
