using System.Data.Common;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using MnM.Collector.StaticData;
using MnM.Collector.Tracking;
using MnM.Collector.Tracking.Friends;
using MnM.Web.Live;

namespace MnM.Web.Tracking;

/// <summary>A friend: what is played now, form, ranks, how the friend is asked about; and pause and removal.</summary>
public sealed partial class FriendCard(TrackingStore store, ILogger<FriendCard> logger)
{
    private const int Places = 10;

    private ElementReference _keep;
    private bool _asks;
    private bool _busy;
    private bool _focus;
    private string? _fault;

    [Parameter, EditorRequired] public required FriendView Friend { get; set; }

    /// <summary>What the friend is part of.</summary>
    [Parameter, EditorRequired] public required FriendsScene Scene { get; set; }

    [Parameter, EditorRequired] public required StaticCatalog Catalog { get; set; }

    /// <summary>The friend was paused, goes on or is gone.</summary>
    [Parameter] public EventCallback Changed { get; set; }

    private bool IsOff => _busy || !RendererInfo.IsInteractive;

    private ChampionMark? Champion => Friend.Game?.ChampionId is { } id ? ChampionMark.Of(id, Catalog) : null;

    private string Idle => Friend switch
    {
        { PausedAt: not null } => "Paused",
        _ when Scene.State.Paces.Where(pace => pace.Key.PlayerId == Friend.PlayerId).All(pace => pace.Value.AskedAt is null) => "Not asked yet",
        { Form: [var last, ..] } => $"Last played {FriendWords.Length(Scene.At - last.EndedAt)} ago",
        _ => "Not in a game",
    };

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_focus && _asks)
        {
            _focus = false;
            await _keep.FocusAsync();
        }
    }

    private void Ask() => (_asks, _focus, _fault) = (true, true, null);

    private void Keep() => _asks = false;

    private void Press(KeyboardEventArgs key) => _asks &= key.Key != "Escape";

    private Task PauseAsync() => ChangeAsync(() => store.PauseAsync(Friend.PlayerId, CancellationToken.None));

    private Task ResumeAsync() => ChangeAsync(() => store.ResumeAsync(Friend.PlayerId, CancellationToken.None));

    private Task RemoveAsync()
    {
        _asks = false;
        return ChangeAsync(() => store.RemoveAsync(Friend.PlayerId, CancellationToken.None));
    }

    private async Task ChangeAsync(Func<Task<bool>> change)
    {
        (_busy, _fault) = (true, null);
        try
        {
            // Where nobody is tracked by that number any more, the list says so itself.
            await change();
            await Changed.InvokeAsync();
        }
        catch (DbException fault)
        {
            Log.NotChanged(logger, Friend.PlayerId, fault);
            _fault = "The database did not answer; nothing was changed.";
        }
        finally
        {
            _busy = false;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "The friend {Player} could not be changed")]
        public static partial void NotChanged(ILogger logger, long player, Exception fault);
    }
}
