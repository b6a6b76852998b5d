using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using MnM.Collector.Insights.Language.Chat;
using MnM.Collector.Insights.Words;
using MnM.Collector.StaticData;

namespace MnM.Collector.Insights.Language;

/// <summary>Has a language model write the words of a report, where one is set up, agreed to and within its budget.</summary>
internal sealed partial class LanguageWriter(
    ChatClient chat, LanguageStore store, LanguageTools tools, StaticDataStore catalogs, IOptions<LanguageOptions> options, TimeProvider time, ILogger<LanguageWriter> logger)
{
    /// <summary>How long a conversation may take, with all its look-ups.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    /// <summary>
    /// Words of which every number occurs in the report or in what the model looked up; <paramref name="own"/> with the reason in <see cref="WordAuthor.Fallback"/>
    /// where no such words came, and without one where no model is set up.
    /// </summary>
    /// <param name="subject">For the account of tokens.</param>
    /// <param name="report">The figures.</param>
    /// <param name="own">MnM's own sentences.</param>
    /// <param name="tell">Hears how far it is; each sentence told has been checked.</param>
    /// <param name="cancellationToken">Ends the question.</param>
    public async Task<InsightWords> WriteAsync(
        InsightSubject subject, InsightReport report, InsightWords own, Action<InsightProgress> tell, CancellationToken cancellationToken)
    {
        if (options.Value.Endpoint is null || await store.FindConsentAsync(cancellationToken) is null)
        {
            return own;
        }

        using var patience = new CancellationTokenSource(Longest, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        InsightWords words;
        try
        {
            var conversation = new LanguageConversation(chat, store, tools, options.Value, time);
            words = await conversation.RunAsync(subject, report, own, ReportText.Of(report, own, catalogs.Current), tell, either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            words = LanguageConversation.FallBack(own, $"The language model did not come to an end within {Longest.TotalMinutes:0} minutes.");
        }

        if (words.Author.Fallback is { } reason)
        {
            Log.FellBack(logger, subject.Key, reason);
        }

        return words;
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "The language model wrote no words for {Subject}: {Reason} MnM's own stand in their place")]
        public static partial void FellBack(ILogger logger, string subject, string reason);
    }
}
