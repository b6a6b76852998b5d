using System.Data.Common;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web.Virtualization;
using MnM.Collector.Matches;
using MnM.Collector.Matches.Pool;
using MnM.Web.Shell;

namespace MnM.Web.Players;

/// <summary>A player's stored matches, the latest first, read where somebody looks.</summary>
public sealed partial class RecentPanel(RecentMatches matches, TimeProvider clock, ILogger<RecentPanel> logger)
{
    private static readonly Pick[] Results = [new("won", "Victory"), new("lost", "Defeat"), new("none", "No result")];

    private Virtualize<PlayedMatch>? _list;
    private MatchWindow? _window;
    private (ReadPlayer, PoolFilter)? _shown;
    private int? _total;
    private bool _failed;
    private bool _isOld;

    /// <summary>Whose.</summary>
    [Parameter, EditorRequired] public required ReadPlayer Read { get; set; }

    /// <summary>Which.</summary>
    [Parameter, EditorRequired] public required PoolFilter Filter { get; set; }

    /// <summary>Another result is wanted; null for all.</summary>
    [Parameter] public EventCallback<MatchResult?> ResultChosen { get; set; }

    private TimeProvider Clock => clock;

    /// <inheritdoc/>
    protected override void OnParametersSet()
    {
        if (_shown is { } shown && ReferenceEquals(shown.Item1, Read) && shown.Item2 == Filter)
        {
            return;
        }

        (_shown, _isOld) = ((Read, Filter), _window is not null);
        Begin();
    }

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        // The list can be asked anew only when it is there, which is after the render that brought the new question.
        if (_isOld && _list is not null)
        {
            _isOld = false;
            await _list.RefreshDataAsync();
            StateHasChanged();
        }
    }

    private void Begin() => (_window, _failed) = (new MatchWindow(matches, Read.Player, Filter with { Without = Read.Without }), false);

    private void Anew()
    {
        Begin();
        _isOld = true;
    }

    private async ValueTask<ItemsProviderResult<PlayedMatch>> ProvideAsync(ItemsProviderRequest request)
    {
        var window = _window!;
        try
        {
            var (page, total) = await window.ReadAsync(request.StartIndex, request.Count, request.CancellationToken);
            if (_total != total && window == _window)
            {
                _total = total;
                StateHasChanged();
            }

            return new(page, total);
        }
        catch (DbException fault)
        {
            Log.NotRead(logger, fault);
            _failed = true;
            StateHasChanged();
            return new([], 0);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "The matches of a player could not be read for their page")]
        public static partial void NotRead(ILogger logger, Exception fault);
    }
}
