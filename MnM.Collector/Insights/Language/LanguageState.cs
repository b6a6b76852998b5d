namespace MnM.Collector.Insights.Language;

/// <summary>How the language model stands, for the page on which it is agreed to.</summary>
/// <param name="Endpoint">Where reports would be sent; null where none is set.</param>
/// <param name="Model">Its name.</param>
/// <param name="IsLocal">Whether the endpoint is on this machine.</param>
/// <param name="AgreedAt">When the owner agreed that reports go there; null while not. Another endpoint or model wants another word.</param>
/// <param name="TokensToday">Since midnight by this machine's clock.</param>
/// <param name="DailyTokens">The budget.</param>
/// <param name="CostToday">In the currency of the prices that are set; null where none are.</param>
/// <param name="Currency">For example USD.</param>
/// <param name="LastFault">What went wrong last, in a sentence for people; null where nothing did since.</param>
public sealed record LanguageState(
    Uri? Endpoint, string Model, bool IsLocal, DateTimeOffset? AgreedAt, int TokensToday, int DailyTokens, decimal? CostToday, string Currency, string? LastFault)
{
    public bool IsOn => Endpoint is not null && AgreedAt is not null;
}
