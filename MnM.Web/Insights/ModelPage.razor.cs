using System.Collections.Immutable;
using System.Data.Common;
using MnM.Collector.Insights.WinProbability;

namespace MnM.Web.Insights;

/// <summary>How good the model of win chances is, what it weighs, and how it became what it is.</summary>
public sealed partial class ModelPage
{
    private WinModelState? _state;
    private ImmutableArray<ModelTraining> _trainings = [];
    private bool _failed;

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        Watch(Models.News, Show);
        await ReadAsync();
    }

    private void Show(ModelNews news)
    {
        if (news.State is { } state)
        {
            (_state, _trainings) = (state, news.Trainings);
        }
    }

    private async Task ReadAsync()
    {
        try
        {
            await Models.LookAsync(CancellationToken.None);
            Show(Models.News.Current);
            _failed = false;
        }
        catch (DbException fault)
        {
            Log.NotRead(Logger, fault);
            _failed = true;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "The model of win chances could not be read for its page")]
        public static partial void NotRead(ILogger logger, Exception fault);
    }
}
