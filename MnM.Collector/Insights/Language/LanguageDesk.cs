namespace MnM.Collector.Insights.Language;

/// <summary>What the owner may know and decide about the language model.</summary>
public sealed class LanguageDesk
{
    public Task<LanguageState> FindAsync(CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>The owner agrees that reports go to the endpoint and the model that are set now, or takes that back.</summary>
    public Task AgreeAsync(bool isAgreed, CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>To the letter what would be sent for a report.</summary>
    public string Preview(InsightReport report) => throw new NotImplementedException();
}
