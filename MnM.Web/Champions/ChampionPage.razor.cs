using System.Collections.Immutable;
using System.Data.Common;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using MnM.Collector.Matches.ChampionStats;
using MnM.Web.Live;

namespace MnM.Web.Champions;

/// <summary>How a champion does in the stored matches. What is looked at stands in the address.</summary>
public sealed partial class ChampionPage
{
    private const int MostHeld = 12;

    private string? _asked;
    private ChampionFilter _filter = ChampionFilter.None;
    private IReadOnlyList<string> _faults = [];
    private ChampionScene? _scene;
    private ImmutableArray<GroupRow> _roles = [];
    private ImmutableArray<GroupRow> _patches = [];
    private ImmutableArray<GroupRow> _queues = [];
    private ImmutableArray<HeldRow> _items = [];
    private ImmutableArray<HeldRow> _keystones = [];
    private ImmutableArray<((string MatchId, int Number) Key, PlayedLine Line)> _latest = [];
    private bool _finished;
    private bool _isUnknown;
    private bool _failed;
    private bool _reading;

    [CascadingParameter] private Task<AuthenticationState> Visitor { get; set; } = null!;

    /// <summary>Alias or number.</summary>
    [Parameter] public string Id { get; set; } = "";
    [SupplyParameterFromQuery(Name = "role")] private string? Role { get; set; }
    [SupplyParameterFromQuery(Name = "patch")] private string? Patch { get; set; }
    [SupplyParameterFromQuery(Name = "queue")] private string? Queue { get; set; }

    private string Title => _scene?.Champion.Name ?? (_isUnknown ? "No champion" : "Champion");

    private bool IsFiltered => _scene?.Report.Filter != ChampionFilter.None;

    /// <summary>Games with a result, whatever the filter.</summary>
    private int Counted => _scene?.Report.Counted ?? 0;

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        var before = _filter;
        (_filter, _faults) = ChampionQuestion.Read(new ChampionParameters { Role = Role, Patch = Patch, Queue = Queue });
        if (_asked != Id)
        {
            (_asked, _scene, _isUnknown) = (Id, null, false);
            await ReadAsync();
        }
        else if (before != _filter)
        {
            await ReadAsync();
        }
    }

    private async Task ReadAsync()
    {
        var (id, filter) = (Id, _filter);
        _reading = true;
        try
        {
            var scene = await Reader.ReadAsync(id, filter, (await Visitor).User, CancellationToken.None);
            if (id == Id && filter == _filter)
            {
                (_isUnknown, _failed) = (scene is null, false);
                Take(scene);
            }
        }
        catch (DbException fault)
        {
            Log.NotRead(Logger, fault);
            _failed = true;
        }
        finally
        {
            _reading = false;
        }
    }

    private void Take(ChampionScene? scene)
    {
        _scene = scene;
        if (scene is not { Champion: var champion, Report: var report, Catalog: var catalog })
        {
            return;
        }

        var filter = report.Filter;
        _roles = Rows(report.Roles, ChampionWords.Role, filter with { Role = null }, role => filter with { Role = role });
        _patches = Rows(report.Patches, ChampionWords.Patch, filter with { Patch = null }, patch => filter with { Patch = patch });
        _queues = Rows(report.Queues, queue => ChampionWords.Queue(queue, catalog), filter with { Queue = null }, queue => filter with { Queue = queue });
        var finished = report.Items.Where(item => catalog.Items.TryGetValue(item.Id, out var known) && known.Finished).ToList();
        _finished = finished.Count > 0;
        _items = [.. (_finished ? finished : report.Items.AsEnumerable()).Take(MostHeld).Select(item => HeldRow.OfItem(item, catalog))];
        _keystones = [.. report.Keystones.Take(MostHeld).Select(rune => HeldRow.OfRune(rune, catalog))];
        _latest = [.. report.Latest.Select(game => ((game.MatchId, game.Number), Line(game, scene)))];

        ImmutableArray<GroupRow> Rows<T>(ImmutableArray<ChampionGroup<T>> groups, Func<T, string> name, ChampionFilter all, Func<T, ChampionFilter> alone) =>
        [
            .. groups.Select(group => new GroupRow(
                name(group.Key), group.Figures, alone(group.Key) == filter, ChampionQuestion.AddressOf(champion, alone(group.Key) == filter ? all : alone(group.Key)))),
        ];
    }

    private PlayedLine Line(ChampionGame game, ChampionScene scene) => new()
    {
        // Not by the pages of matches: they know champions, and mentions have no cycle.
        Href = FormattableString.Invariant($"/match/{Uri.EscapeDataString(game.MatchId)}?p={game.Number}"),
        Result = ResultMark.Of(game.IsWon ? Collector.Live.GameResult.Won : Collector.Live.GameResult.Lost, isLive: false),
        Who = scene.Players.TryGetValue((game.MatchId, game.Number), out var who) ? $"{who.GameName}#{who.TagLine}" : "Somebody",
        ChampionAlias = scene.Champion.Alias,
        Mode = string.Join(" · ", new[] { ChampionWords.Queue(game.QueueId, scene.Catalog), GameWords.Position(game.Role) }.Where(word => word.Length > 0)),
        Score = (game.Kills, game.Deaths, game.Assists),
        Items = ChampionReport.ItemsInOrder(game),
        Creeps = $"{Figures.Whole(game.Cs)} CS",
        PerMinute = Figures.PerMinute(game.Cs, game.Seconds),
        Length = Figures.Clock(game.Seconds),
        When = game.StartedAt is { } start ? Figures.Ago(Clock.GetUtcNow() - start) : "–",
        WhenExactly = game.StartedAt is { } at ? Figures.Moment(at, Clock) : "Riot does not say when",
    };

    private static string Basis(ChampionScene scene)
    {
        var apart = ChampionWords.SetAside(scene.Report.SetAside);
        var cut = scene.Report.IsCut ? $"Looked at are the latest {Figures.Whole(ChampionQueries.MostGames)} games. " : "";
        return $"{cut}{(apart is null ? "" : $"Left out: {apart}. ")}Rates stand from {Collector.Matches.WinShare.Least} games on, with the range that holds the true one in 95 of 100 cases; there are none of Arena, and Brawl is not shown.";
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "The games of a champion could not be read for their page")]
        public static partial void NotRead(ILogger logger, Exception fault);
    }
}
