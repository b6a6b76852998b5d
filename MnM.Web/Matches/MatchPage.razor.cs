using System.Data.Common;
using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using MnM.Collector.Matches;
using MnM.Web.Security;

namespace MnM.Web.Matches;

/// <summary>One match of match-v5: what is stored is shown at once, for what is not Riot is asked. Who is looked at stands in the address.</summary>
public sealed partial class MatchPage
{
    private readonly CancellationTokenSource _gone = new();
    private readonly CancellationToken _closed;
    private OpenedMatch? _opened;
    private MatchScene? _scene;
    private TimelinePart _timeline = new TimelinePart.NotAsked();
    private MatchState _state = MatchState.Reading;
    private string? _asked;
    private string? _matchId;
    private string? _reason;
    private bool _isAskingTimeline;

    /// <summary>Takes the token now: what still runs when the page is closed cannot ask for it any more.</summary>
    public MatchPage() => _closed = _gone.Token;

    /// <summary>Riot's id of the match.</summary>
    [Parameter] public string Id { get; set; } = "";

    /// <summary>The number of the participant who is looked at.</summary>
    [SupplyParameterFromQuery(Name = "p")] private string? Participant { get; set; }

    [CascadingParameter] private HttpContext? Http { get; set; }

    [CascadingParameter] private Task<AuthenticationState> Visitor { get; set; } = null!;

    private MatchParticipant? Chosen => _scene?.Find(int.TryParse(Participant, CultureInfo.InvariantCulture, out var number) ? number : null);

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        if (_asked == Id)
        {
            return;
        }

        (_asked, _matchId) = (Id, MatchPages.IdOf(Id));
        if (_matchId is null)
        {
            TellNotFound();
            return;
        }

        await OpenAsync();
    }

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        // Never while a page is only fetched: whoever merely follows links would spend Riot's limits.
        if (_state == MatchState.ToBeAsked)
        {
            if ((await Visitor).User.IsOwner())
            {
                await AskAsync();
            }
            else
            {
                (_state, _reason) = (MatchState.Unavailable, OwnersRiot.Sentence);
            }

            StateHasChanged();
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _gone.CancelAsync();
        _gone.Dispose();
    }

    private async Task OpenAsync()
    {
        (_opened, _scene, _state, _timeline) = (null, null, MatchState.Reading, new TimelinePart.NotAsked());
        var id = _matchId!;
        await TryAsync(id, async () =>
        {
            if (await Opener.FindAsync(id, (await Visitor).User, _closed) is { } opened)
            {
                await ShowAsync(id, opened);
            }
            else if (id == _matchId)
            {
                _state = MatchState.ToBeAsked;
            }
        });
    }

    private async Task AskAsync()
    {
        var id = _matchId!;
        (_state, _reason) = (MatchState.Asking, null);
        StateHasChanged();
        await TryAsync(id, async () =>
        {
            var (opened, answer) = await Opener.AskAsync(id, _closed);
            if (opened is not null)
            {
                await ShowAsync(id, opened);
            }
            else if (id == _matchId)
            {
                (_state, _reason) = answer switch
                {
                    MatchAnswer.Absent absent => (MatchState.Absent, absent.Reason),
                    MatchAnswer.Unavailable unavailable => (MatchState.Unavailable, unavailable.Reason),
                    _ => (MatchState.Failed, null),
                };
            }
        });
    }

    private async Task AskTimelineAsync()
    {
        if (_opened is not { } opened || _isAskingTimeline)
        {
            return;
        }

        _isAskingTimeline = true;
        await TryAsync(
            opened.Match.Id,
            async () => Show(opened, await Opener.AskTimelineAsync(opened.Match.Id, _closed)),
            () => Show(opened, new TimelinePart.Unavailable("The database did not answer.")));
        _isAskingTimeline = false;
    }

    /// <summary>What an insight was made of may have brought the timeline.</summary>
    private async Task FindTimelineAsync()
    {
        if (_opened is { } opened && _timeline is not TimelinePart.Here)
        {
            await TryAsync(opened.Match.Id, () => ShowAsync(opened.Match.Id, opened), () => { });
        }
    }

    private async Task ShowAsync(string id, OpenedMatch opened)
    {
        var timeline = await Opener.FindTimelineAsync(opened.Match, _closed);
        if (id == _matchId)
        {
            Show(opened, timeline);
        }
    }

    private void Show(OpenedMatch opened, TimelinePart timeline)
    {
        if (opened.Match.Id != _matchId)
        {
            return;
        }

        (_opened, _timeline, _state) = (opened, timeline, MatchState.Shown);
        _scene = MatchScene.Of(opened, (timeline as TimelinePart.Here)?.Timeline, StaticData.Current);
    }

    /// <summary>Whatever is asked for: a database that does not answer is told, and another match that was asked for meanwhile is not touched.</summary>
    private async Task TryAsync(string id, Func<Task> ask, Action? failed = null)
    {
        try
        {
            await ask();
        }
        catch (OperationCanceledException) when (_closed.IsCancellationRequested)
        {
            // Nobody looks any more.
        }
        catch (DbException fault)
        {
            Log.NotRead(Logger, id, fault);
            if (id == _matchId)
            {
                (failed ?? (() => _state = MatchState.Failed))();
            }
        }
    }

    // Told when the page is on its way: a status set before would make the framework draw the page for wrong addresses instead.
    private void TellNotFound() => Http?.Response.OnStarting(() =>
    {
        Http.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    });

    private enum MatchState
    {
        Reading,
        ToBeAsked,
        Asking,
        Shown,
        Absent,
        Unavailable,
        Failed,
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "Match {Id} could not be read")]
        public static partial void NotRead(ILogger logger, string id, Exception fault);
    }
}
