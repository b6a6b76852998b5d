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
    protected override Task OnInitializedAsync() => ReadAsync();

    private async Task ReadAsync()
    {
        try
        {
            (_trainings, _state, _failed) = (await Models.ListAsync(CancellationToken.None), await Models.FindAsync(CancellationToken.None), false);
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
