using MnM.Collector.Insights.Words;

namespace MnM.Collector.Insights.Language;

/// <summary>Has a language model write the words of a report, where one is set up, agreed to and within its budget.</summary>
internal sealed class LanguageWriter
{
    /// <summary>
    /// Words of which every number occurs in the report or in what the model looked up; <paramref name="own"/> with the reason in <see cref="WordAuthor.Fallback"/>
    /// where no such words came, and without one where no model is set up.
    /// </summary>
    /// <param name="subject">For the account of tokens.</param>
    /// <param name="report">The figures.</param>
    /// <param name="own">MnM's own sentences.</param>
    /// <param name="tell">Hears how far it is; each sentence told has been checked.</param>
    /// <param name="cancellationToken">Ends the question.</param>
    public Task<InsightWords> WriteAsync(
        InsightSubject subject, InsightReport report, InsightWords own, Action<InsightProgress> tell, CancellationToken cancellationToken) => throw new NotImplementedException();
}
