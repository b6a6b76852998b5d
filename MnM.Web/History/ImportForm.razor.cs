using System.Data.Common;
using System.Globalization;
using Microsoft.AspNetCore.Components;
using MnM.Collector.History.Import;

namespace MnM.Web.History;

/// <summary>Asks whose matches are wanted, and says beforehand what that costs.</summary>
public sealed partial class ImportForm(HistoryJobs jobs, ILogger<ImportForm> logger)
{
    private static readonly string[] Regions = ["EUW", "EUNE", "NA", "KR", "JP", "BR", "LAN", "LAS", "OCE", "TR", "RU", "ME", "SG", "TW", "VN"];
    private static readonly int[] Limits = [20, 100, 200, 500, ImportRequest.MostMatches];
    private static readonly (string Word, string Queues)[] QueueChoices =
    [
        ("All", ""), ("Ranked Solo", "420"), ("Ranked Flex", "440"), ("Ranked Solo and Flex", "420,440"), ("Normal", "400,430,490"), ("ARAM", "450"), ("Arena", "1700,1710"),
    ];

    private ElementReference _input;
    private string? _typed;
    private string? _region;
    private string _queues = "";
    private int _limit = ImportRequest.MostMatches;
    private bool _timelines;
    private bool _busy;
    private bool _focus;
    private (bool IsGood, string Text, bool NeedsRiot)? _said;

    /// <summary>How many requests a minute Riot's limits leave.</summary>
    [Parameter, EditorRequired] public required double PerMinute { get; set; }

    /// <summary>An import runs, or ran a moment ago.</summary>
    [Parameter] public EventCallback<ImportView> Begun { get; set; }

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

    private async Task StartAsync()
    {
        (_busy, _said) = (true, null);
        StateHasChanged();
        try
        {
            var started = await jobs.StartAsync(Request(), CancellationToken.None);
            _said = (started is StartedImport.Started, started.Sentence, started is StartedImport.Unavailable);
            if (started is StartedImport.Started { Import: var begun })
            {
                await Begun.InvokeAsync(begun);
            }
            else if (started is StartedImport.Joined { Import: var joined })
            {
                await Begun.InvokeAsync(joined);
            }
            else if (started is StartedImport.TooSoon { Last: var last })
            {
                await Begun.InvokeAsync(last);
            }
        }
        catch (DbException fault)
        {
            Log.NotStarted(logger, fault);
            _said = (false, "The database did not answer; nothing was begun.", false);
        }
        finally
        {
            (_busy, _focus) = (false, true);
        }
    }

    private ImportRequest Request()
    {
        var typed = _typed?.Trim() ?? "";
        var mark = typed.LastIndexOf('#');
        return new ImportRequest(mark < 0 ? typed : typed[..mark], mark < 0 ? "" : typed[(mark + 1)..])
        {
            Region = _region,
            Limit = _limit,
            Queues = [.. _queues.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(queue => int.Parse(queue, CultureInfo.InvariantCulture))],
            Timelines = _timelines,
        };
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "An import could not be begun")]
        public static partial void NotStarted(ILogger logger, Exception fault);
    }
}
