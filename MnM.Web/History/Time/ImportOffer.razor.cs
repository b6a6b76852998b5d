using System.Data.Common;
using Microsoft.AspNetCore.Components;
using MnM.Collector.History.Import;

namespace MnM.Web.History.Time;

/// <summary>The way to a player's matches: starts an import and says what came of it.</summary>
public sealed partial class ImportOffer(HistoryJobs jobs, ILogger<ImportOffer> logger)
{
    private bool _busy;
    private bool _isGood;
    private bool _needsRiot;
    private string? _said;

    /// <summary>The Riot ID's first part.</summary>
    [Parameter, EditorRequired] public required string GameName { get; set; }

    /// <summary>Its second part.</summary>
    [Parameter, EditorRequired] public required string TagLine { get; set; }

    /// <summary>What the button says.</summary>
    [Parameter] public string Word { get; set; } = "Import their matches";

    /// <summary>Whether it is the one thing to do here.</summary>
    [Parameter] public bool IsPrimary { get; set; }

    /// <summary>An import runs, or ran a moment ago.</summary>
    [Parameter] public EventCallback<ImportView> Begun { get; set; }

    private async Task StartAsync()
    {
        (_busy, _said) = (true, null);
        StateHasChanged();
        try
        {
            var started = await jobs.StartAsync(new ImportRequest(GameName, TagLine), CancellationToken.None);
            (_isGood, _needsRiot, _said) = (started is StartedImport.Started or StartedImport.Joined, started is StartedImport.Unavailable, started.Sentence);
            if (started switch
            {
                StartedImport.Started { Import: var import } => import,
                StartedImport.Joined { Import: var import } => import,
                _ => null,
            } is { } begun)
            {
                await Begun.InvokeAsync(begun);
            }
        }
        catch (DbException fault)
        {
            Log.NotStarted(logger, fault);
            (_isGood, _said) = (false, "The database did not answer; nothing was begun.");
        }
        finally
        {
            _busy = false;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "An import could not be begun")]
        public static partial void NotStarted(ILogger logger, Exception fault);
    }
}
