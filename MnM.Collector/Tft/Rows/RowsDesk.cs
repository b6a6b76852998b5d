using Microsoft.Extensions.Logging;
using MnM.Collector.Tft.Analytics;

namespace MnM.Collector.Tft.Rows;

/// <summary>Has the rows of all stored matches made anew, from what is stored raw and without a request.</summary>
public sealed partial class RowsDesk
{
    private readonly ITftAnalytics _analytics;
    private readonly RowsTurn _turn;
    private readonly AnswerCache _answers;
    private readonly ILogger<RowsDesk> _logger;

    internal RowsDesk(ITftAnalytics analytics, RowsTurn turn, AnswerCache answers, ILogger<RowsDesk> logger) =>
        (_analytics, _turn, _answers, _logger) = (analytics, turn, answers, logger);

    /// <summary>Throws the rows away: every match is handled again. Until that is done answers are of fewer matches. Null, or a sentence that says why the store did not do it.</summary>
    public Task<string?> DeriveAgainAsync(CancellationToken cancellationToken) => DeriveAgainAsync(() => Task.CompletedTask, cancellationToken);

    /// <summary>The same, with a change of what rows are made by. It comes between: a kill before or after it leaves no rows of both kinds beside each other.</summary>
    internal async Task<string?> DeriveAgainAsync(Func<Task> change, CancellationToken cancellationToken)
    {
        try
        {
            using var scope = await _turn.TakeAsync(cancellationToken);
            await _analytics.ClearAsync(cancellationToken);
            await change();
        }
        catch (TftAnalyticsException fault)
        {
            return fault.Message;
        }

        _answers.Clear();
        Log.DerivedAgain(_logger);
        return null;
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "TFT: the rows of all stored matches are made anew")]
        public static partial void DerivedAgain(ILogger logger);
    }
}
