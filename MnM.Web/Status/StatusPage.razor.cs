using System.Collections.Immutable;
using System.Data.Common;
using MnM.Collector;
using MnM.Collector.Live;

namespace MnM.Web.Status;

/// <summary>What MnM sees, for who wants to know why it does not see more.</summary>
public sealed partial class StatusPage(Feed<LiveState> states, AnswerLog answers, StatusReader reader, ILogger<StatusPage> logger)
{
    private LiveState _state = LiveState.Starting;
    private ImmutableArray<AnswerRun> _runs = [];
    private StatusFacts? _facts;
    private bool _failed;

    private AnswerRun? Latest => _runs.FirstOrDefault(run => run.Source == AnswerSource.Game) is { Count: > 0 } run ? run : null;

    /// <inheritdoc />
    protected override void OnInitialized()
    {
        Watch(states, state => _state = state);
        Watch(answers.Changes, log => _runs = [.. Enum.GetValues<AnswerSource>().SelectMany(source => log.Runs(source)).OrderByDescending(run => run.Last)]);
    }

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        // Later than the first picture: opening the page must not wait for a database that is slow or away.
        if (firstRender)
        {
            await ReadAsync();
            StateHasChanged();
        }
    }

    private async Task ReadAsync()
    {
        (_facts, _failed) = (null, false);
        try
        {
            _facts = await reader.ReadAsync(CancellationToken.None);
        }
        catch (DbException fault)
        {
            _failed = true;
            Log.NotRead(logger, fault);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "The status page could not read the database")]
        public static partial void NotRead(ILogger logger, Exception fault);
    }
}
