using System.Data.Common;
using Microsoft.AspNetCore.Components;
using MnM.Collector.Riot;
using MnM.Collector.Riot.Keys;
using MnM.Collector.Tracking;

namespace MnM.Web.Tracking;

/// <summary>The field for a friend's Riot ID.</summary>
public sealed partial class AddFriend(TrackingStore store, KeyHealth keys, ILogger<AddFriend> logger)
{
    private static readonly string[] Regions = ["EUW", "EUNE", "NA", "KR", "JP", "BR", "LAN", "LAS", "OCE", "TR", "RU", "ME", "SG", "TW", "VN"];

    private ElementReference _input;
    private object _field = new();
    private string? _typed;
    private string? _region;
    private bool _busy;
    private bool _focus;
    private (bool IsGood, string Text, bool NeedsKey)? _said;

    /// <summary>Somebody is followed who was not.</summary>
    [Parameter] public EventCallback Changed { get; set; }

    private bool IsOff => _busy || !RendererInfo.IsInteractive;

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_focus && !_busy)
        {
            _focus = false;
            await _input.FocusAsync();
        }
    }

    private async Task AddAsync()
    {
        (_busy, _said) = (true, null);
        StateHasChanged();
        try
        {
            var added = await store.AddAsync(_typed ?? "", string.IsNullOrEmpty(_region) ? null : _region);
            _said = (added is AddedPlayer.Added, added.Sentence, added is AddedPlayer.Unavailable && keys.Of(RiotProduct.League).Advice is not null);
            if (added is AddedPlayer.Added)
            {
                (_typed, _field) = (null, new object());
                await Changed.InvokeAsync();
            }
        }
        catch (DbException fault)
        {
            Log.NotAdded(logger, fault);
            _said = (false, "The database did not answer; nothing was changed.", false);
        }
        finally
        {
            (_busy, _focus) = (false, true);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "A friend could not be added")]
        public static partial void NotAdded(ILogger logger, Exception fault);
    }
}
