using System.Data.Common;
using Microsoft.AspNetCore.Components;
using MnM.Collector.Tracking.Webhooks;

namespace MnM.Web.Tracking.Health;

/// <summary>Where events are sent, and the field for another address.</summary>
public sealed partial class WebhooksPanel(WebhookStore store, ILogger<WebhooksPanel> logger)
{
    private object _field = new();
    private string? _url;
    private string? _secret;
    private string? _format;
    private string? _made;
    private bool _busy;
    private (bool IsGood, string Text)? _said;

    [Parameter, EditorRequired] public required HealthScene Scene { get; set; }

    /// <summary>A webhook was added, changed or removed.</summary>
    [Parameter] public EventCallback Changed { get; set; }

    private bool IsOff => _busy || !RendererInfo.IsInteractive;

    private async Task AddAsync()
    {
        (_busy, _said, _made) = (true, null, null);
        try
        {
            var format = Enum.TryParse<WebhookFormat>(_format, out var chosen) ? chosen : (WebhookFormat?)null;
            var added = await store.AddAsync(_url, format, _secret, CancellationToken.None);
            _said = (added.Fault is null, added.Fault ?? "Events from now on are sent there.");
            if (added.Fault is null)
            {
                // Neither comes back to the browser: another field takes the place of each.
                (_url, _secret, _made, _field) = (null, null, added.Secret, new object());
                await Changed.InvokeAsync();
            }
        }
        catch (DbException fault)
        {
            Log.NotAdded(logger, fault);
            _said = (false, "The database did not answer; nothing was changed.");
        }
        finally
        {
            _busy = false;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "A webhook could not be added")]
        public static partial void NotAdded(ILogger logger, Exception fault);
    }
}
