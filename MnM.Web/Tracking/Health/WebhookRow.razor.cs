using System.Data.Common;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using MnM.Collector.Tracking.Webhooks;

namespace MnM.Web.Tracking.Health;

/// <summary>A webhook: how it stands, and what can be done with it.</summary>
public sealed partial class WebhookRow(WebhookStore store, ILogger<WebhookRow> logger)
{
    private ElementReference _keep;
    private bool _asks;
    private bool _busy;
    private bool _focus;
    private (bool IsGood, string Text)? _said;

    [Parameter, EditorRequired] public required WebhookView Hook { get; set; }
    [Parameter, EditorRequired] public required DateTimeOffset Now { get; set; }

    /// <summary>It was paused, goes on or is gone.</summary>
    [Parameter] public EventCallback Changed { get; set; }

    private bool IsOff => _busy || !RendererInfo.IsInteractive;

    private (string? Kind, string Text) Standing => HealthWords.Standing(Hook, Now);

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_focus && _asks)
        {
            _focus = false;
            await _keep.FocusAsync();
        }
    }

    private void Ask() => (_asks, _focus, _said) = (true, true, null);

    private void Keep() => _asks = false;

    private void Press(KeyboardEventArgs key) => _asks &= key.Key != "Escape";

    private Task TestAsync() => BusyAsync(async () => _said = HealthWords.Tried(await store.TestAsync(Hook.Id, CancellationToken.None)));

    private Task PauseAsync() => BusyAsync(() => store.PauseAsync(Hook.Id, CancellationToken.None));

    private Task ResumeAsync() => BusyAsync(() => store.ResumeAsync(Hook.Id, CancellationToken.None));

    private Task RemoveAsync()
    {
        _asks = false;
        return BusyAsync(() => store.RemoveAsync(Hook.Id, CancellationToken.None));
    }

    private async Task BusyAsync(Func<Task> act)
    {
        (_busy, _said) = (true, null);
        try
        {
            await act();
            await Changed.InvokeAsync();
        }
        catch (DbException fault)
        {
            Log.NotChanged(logger, Hook.Id, fault);
            _said = (false, "The database did not answer; nothing was changed.");
        }
        finally
        {
            _busy = false;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "The webhook {Id} could not be changed")]
        public static partial void NotChanged(ILogger logger, long id, Exception fault);
    }
}
