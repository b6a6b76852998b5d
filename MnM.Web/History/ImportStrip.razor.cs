using System.Data.Common;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using MnM.Collector.History.Import;

namespace MnM.Web.History;

/// <summary>How an import stands, and the way to end it.</summary>
public sealed partial class ImportStrip(HistoryJobs jobs, TimeProvider time, ILogger<ImportStrip> logger)
{
    private ElementReference _keep;
    private bool _asks;
    private bool _focus;
    private bool _busy;
    private bool _failed;

    /// <summary>Which.</summary>
    [Parameter, EditorRequired] public required ImportView Import { get; set; }

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_focus && _asks)
        {
            _focus = false;
            await _keep.FocusAsync();
        }
    }

    private void Ask() => (_asks, _focus, _failed) = (true, true, false);

    private void Press(KeyboardEventArgs pressed) => _asks = _asks && pressed.Key != "Escape";

    private async Task CancelAsync()
    {
        _busy = true;
        try
        {
            await jobs.CancelAsync(Import.Id, CancellationToken.None);
        }
        catch (DbException fault)
        {
            Log.NotCancelled(logger, Import.Id, fault);
            _failed = true;
        }
        finally
        {
            (_busy, _asks) = (false, false);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "Import {Id} could not be cancelled")]
        public static partial void NotCancelled(ILogger logger, string id, Exception fault);
    }
}
