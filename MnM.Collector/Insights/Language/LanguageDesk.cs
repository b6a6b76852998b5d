using System.Text;
using Microsoft.Extensions.Options;
using MnM.Collector.Insights.Words;
using MnM.Collector.StaticData;

namespace MnM.Collector.Insights.Language;

/// <summary>What the owner may know and decide about the language model.</summary>
public sealed class LanguageDesk
{
    private readonly LanguageStore _store;
    private readonly StaticDataStore _catalogs;
    private readonly LanguageOptions _options;

    internal LanguageDesk(LanguageStore store, StaticDataStore catalogs, IOptions<LanguageOptions> options) => (_store, _catalogs, _options) = (store, catalogs, options.Value);

    /// <summary>How it stands now.</summary>
    public async Task<LanguageState> FindAsync(CancellationToken cancellationToken)
    {
        var (tokens, cost) = await _store.TodayAsync(cancellationToken);
        return new LanguageState(
            _options.Endpoint,
            _options.Model,
            _options.Endpoint?.IsLoopback == true,
            await _store.FindConsentAsync(cancellationToken),
            tokens,
            _options.DailyTokens,
            cost,
            _options.Currency,
            await _store.FindLastFaultAsync(cancellationToken));
    }

    /// <summary>The owner agrees that reports go to the endpoint and the model that are set now, or takes that back. Nothing happens where none is set.</summary>
    public Task AgreeAsync(bool isAgreed, CancellationToken cancellationToken) =>
        _options.Endpoint is { } endpoint ? _store.AgreeAsync(endpoint, isAgreed, cancellationToken) : Task.CompletedTask;

    /// <summary>To the letter what would be sent for a report: every message of the first question, and the tools that are offered.</summary>
    public string Preview(InsightReport report) => PreviewOf(report, TemplateWriter.Write(report), _catalogs.Current);

    internal static string PreviewOf(InsightReport report, InsightWords own, StaticCatalog items)
    {
        var text = new StringBuilder();
        foreach (var message in Prompt.Begin(ReportText.Of(report, own, items)))
        {
            text.Append("— ").Append(message.Role).Append(" —\n").Append(message.Content).Append("\n\n");
        }

        text.Append("— tools —\n");
        foreach (var tool in LanguageTools.All)
        {
            text.Append(tool.Name).Append(": ").Append(tool.Description).Append(' ').Append(tool.Parameters).Append('\n');
        }

        return text.ToString();
    }
}
