using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using MnM.Collector.Live;
using MnM.Web.Live;

namespace MnM.Web.Games;

/// <summary>One watched game: the scoreboard at any recorded second, played back, with charts and events.</summary>
public sealed partial class GamePage
{
    private readonly CancellationTokenSource _gone = new();
    private readonly List<TaskCompletionSource> _unrendered = [];
    private WatchedGame? _watched;
    private WatchedOutcome? _told;
    private Playback? _playback;
    private LatestSeek? _seek;
    private LiveScene? _scene;
    private GameCurves? _curves;
    private WatchedGame? _curvesOf;
    private Task _reading = Task.CompletedTask;
    private bool _hasCurves = true;
    private bool _starred;
    private string? _fault;
    private string? _refused;
    private string? _asked;
    private long? _id;
    private bool _opened;
    private bool _failed;

    /// <summary>Our id of the game.</summary>
    [Parameter] public long Id { get; set; }

    /// <summary>The second to show at first; the end where it is missing or no number.</summary>
    [SupplyParameterFromQuery(Name = "t")] private string? Second { get; set; }

    [CascadingParameter] private HttpContext? Http { get; set; }

    [CascadingParameter] private Task<AuthenticationState> Visitor { get; set; } = null!;

    // At the end of an ended game stands the result; everywhere else, how far the game was.
    private string Caption => _watched is { Game.IsLive: false } watched && (watched.Span is null || _playback?.Position >= watched.Span.Last)
        ? _told?.Caption ?? "final"
        : "at this second";

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        if (_id != Id)
        {
            _id = Id;
            await CloseAsync();
            await OpenAsync();
        }
        else if (Second != _asked && WantedSecond is { } second)
        {
            // A link to another second of the same game.
            _playback?.Seek(second);
        }

        _asked = Second;
    }

    /// <inheritdoc />
    protected override void OnAfterRender(bool firstRender)
    {
        // Charts are not worth the wait of a page that is only prerendered.
        if (_watched is { HasSides: true } watched && watched != _curvesOf && _reading.IsCompleted)
        {
            _curvesOf = watched;
            _reading = ReadCurvesAsync(watched);
        }

        foreach (var rendered in _unrendered)
            rendered.TrySetResult();

        _unrendered.Clear();
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _gone.CancelAsync();
        await CloseAsync();
        await _reading;
        _gone.Dispose();
    }

    private double? WantedSecond =>
        double.TryParse(Second, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out var second) && double.IsFinite(second) ? second : null;

    private async Task OpenAsync()
    {
        (_opened, _failed, _fault, _refused) = (false, false, null, null);
        try
        {
            _watched = await Shared.IsShownAsync(Id, (await Visitor).User, Queries, _gone.Token) ? await WatchedGame.OpenAsync(Id, Queries, Replay, StaticData.Current, _gone.Token) : null;
            if (_watched is null && Http is { Response.HasStarted: false })
                TellNotFound(Http);
            if (_watched is not null)
            {
                _told = await WatchedOutcome.ReadAsync(_watched, Outcomes, StaticData.Current, _gone.Token);
                await StartAsync(_watched);
            }
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            _failed = true;
            Log.Failed(Logger, Id, fault);
        }

        _opened = true;
    }

    // Told when the page is on its way: a status set before would make the framework draw the page for wrong addresses instead.
    private static void TellNotFound(HttpContext http) => http.Response.OnStarting(() =>
    {
        http.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    });

    private async Task StartAsync(WatchedGame watched)
    {
        _starred = watched.Game.IsStarred;
        _scene = watched.Final.Players.IsEmpty ? null : SceneOf(watched.Final);
        if (watched.Span is not { } span)
            return;

        var seek = _seek = new(ShowAsync);
        _playback = new(Time, span.First, span.Last, seek.Want);
        if (WantedSecond is { } second)
        {
            // The first picture is already that of the second that was asked for.
            _playback.Seek(second);
            await ReadAsync(_playback.Position, _gone.Token);
        }
    }

    private async Task CloseAsync()
    {
        if (_playback is not null)
            await _playback.DisposeAsync();
        if (_seek is not null)
            await _seek.DisposeAsync();

        (_playback, _seek, _scene, _watched, _told, _curves, _hasCurves) = (null, null, null, null, null, null, true);
    }

    private LiveScene SceneOf(LiveView view) => _told?.Scene(view, _watched!) ?? WatchedGame.Scene(view);

    private async Task LookAgainAsync()
    {
        try
        {
            await RenewAsync();
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            _refused = "The database did not answer.";
            Log.Failed(Logger, Id, fault);
        }
    }

    /// <summary>The same without being asked by anybody: nobody is told that it failed, since the next look follows.</summary>
    private async Task LookAsync()
    {
        try
        {
            if (await RenewAsync())
                StateHasChanged();
        }
        catch (Exception fault) when (fault is System.Data.Common.DbException or OperationCanceledException)
        {
            // Shown is the last state, which says when Riot is asked next.
        }
        catch (Exception fault)
        {
            Log.Failed(Logger, Id, fault);
        }
    }

    /// <summary>Reads what is known since the game ended; answers whether that looks different from before.</summary>
    private async Task<bool> RenewAsync()
    {
        if (_watched is not { } watched || _told is not { } before)
            return false;

        var told = await WatchedOutcome.ReadAsync(watched, Outcomes, StaticData.Current, _gone.Token);
        if (_watched != watched || told.LooksLike(before))
            return false;

        // With the match the game may have learnt who won.
        (_watched, _told) = (await watched.RenewAsync(Queries, _gone.Token), told);
        if (_scene?.Game.Sequence == watched.Final.Sequence)
            _scene = SceneOf(watched.Final);

        return true;
    }

    private void Show(EventLine line) => _playback?.Seek(TrackMark.SecondOf(line.Time));

    private async Task ShowAsync(double second, CancellationToken cancellationToken)
    {
        await ReadAsync(second, cancellationToken);
        if (!RendererInfo.IsInteractive)
            return;

        // The next second is read when this one has reached the browser: a slow one skips seconds and queues none.
        var rendered = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _unrendered.Add(rendered);
        StateHasChanged();
        await rendered.Task.WaitAsync(cancellationToken);
    }

    private async Task ReadAsync(double second, CancellationToken cancellationToken)
    {
        try
        {
            if (await Replay.ViewAtAsync(Id, second, cancellationToken) is { } view && view.Sequence != _scene?.Game.Sequence)
                _scene = SceneOf(view);

            _fault = null;
        }
        catch (Exception damage) when (WatchedGame.IsDamage(damage))
        {
            _fault = WatchedGame.Words(damage);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            _playback?.Pause();
            _fault = "The database did not answer.";
            Log.Failed(Logger, Id, fault);
        }
    }

    private async Task ReadCurvesAsync(WatchedGame watched)
    {
        GameCurves? curves = null;
        try
        {
            curves = await GameCurves.ReadAsync(watched, Queries, Replay, _gone.Token);
        }
        catch (OperationCanceledException)
        {
            return;
        }
        catch (Exception fault)
        {
            Log.Failed(Logger, watched.Game.Id, fault);
        }

        if (_watched == watched)
        {
            (_curves, _hasCurves) = (curves, curves is not null);
            StateHasChanged();
        }
    }

    private async Task StarAsync(bool starred)
    {
        _refused = await Recordings.StarAsync(Id, starred);
        _starred = _refused is null ? starred : _starred;
    }

    private async Task DeleteAsync()
    {
        _playback?.Pause();
        var line = GameLine.NameOf(_watched!.Game, _watched.You, Time);
        (var deleted, _refused) = await Recordings.DeleteAsync(Id, line);
        if (deleted)
        {
            await CloseAsync();
            await OpenAsync();
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "Game {Id} could not be read")]
        public static partial void Failed(ILogger logger, long id, Exception fault);
    }
}
