using System.Data.Common;
using Microsoft.AspNetCore.Components;
using MnM.Collector.Insights;
using MnM.Collector.Insights.Language;

namespace MnM.Web.Insights;

/// <summary>Who writes the words of insights: whether a language model may, what it would be sent, and what it has cost today.</summary>
public sealed partial class LanguagePage(LanguageDesk language, InsightDesk insights, ILogger<LanguagePage> logger)
{
    private LanguageState? _state;
    private string _preview = "";
    private string _example = "";
    private bool _failed;
    private bool _busy;

    [SupplyParameterFromQuery(Name = "match")] private string? Match { get; set; }
    [SupplyParameterFromQuery(Name = "p")] private string? Participant { get; set; }
    [SupplyParameterFromQuery(Name = "player")] private string? Player { get; set; }
    [SupplyParameterFromQuery(Name = "games")] private string? Games { get; set; }

    private (string? Kind, string Text) Chip => _state switch
    {
        null => (null, _failed ? "Not read" : "Reading"),
        { Endpoint: null } => (null, "No language model"),
        { IsOn: false } => ("warn", "Not agreed to"),
        { LastFault: not null } => ("warn", "On, with a fault"),
        _ => ("live", "On"),
    };

    /// <inheritdoc/>
    protected override Task OnParametersSetAsync() => ReadAsync();

    private Task ReadAsync() => GuardAsync(async () =>
    {
        var report = await FindReportAsync();
        (_preview, _example) = (language.Preview(report ?? ExampleReport.Of()), report is null ? "of an invented match" : $"of {WordsOf(report)}");
    });

    private async Task DecideAsync(bool isAgreed)
    {
        _busy = true;
        await GuardAsync(() => language.AgreeAsync(isAgreed, CancellationToken.None));
        _busy = false;
    }

    private async Task GuardAsync(Func<Task> act)
    {
        try
        {
            await act();
            (_state, _failed) = (await language.FindAsync(CancellationToken.None), false);
        }
        catch (DbException fault)
        {
            Log.NotAnswered(logger, fault);
            _failed = true;
        }
    }

    /// <summary>The report of the insight from whose page somebody came.</summary>
    private async Task<InsightReport?> FindReportAsync() => InsightPages.SubjectOf(Match, Participant, Player, Games) is { } subject
        ? new InsightScene(await insights.FindAsync(subject, CancellationToken.None)).Insight?.Report
        : null;

    private static string WordsOf(InsightReport report) => report.Matches is [var match] ? $"{match.Champion} in {match.MatchId}" : $"the last {report.Matches.Length} games of a player";

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "How the language model stands could not be read or changed")]
        public static partial void NotAnswered(ILogger logger, Exception fault);
    }
}
