using MnM.Collector.Tft.Analytics;

namespace MnM.Web.Tft.Explorer;

/// <summary>The pages of Teamfight Tactics.</summary>
internal static class TftPages
{
    /// <summary>The explorer.</summary>
    public const string Explorer = "/tft";

    /// <summary>How the crawler stands.</summary>
    public const string Crawler = "/tft/crawler";

    /// <summary>Our games against the high ladder.</summary>
    public const string Friends = "/tft/friends";

    /// <summary>Where a unit is shown, by the filters of a question that are not of the unit.</summary>
    public static string Unit(string id, TftQuestion question) => Of("unit", id, question);

    /// <summary>Where an item is shown.</summary>
    public static string Item(string id, TftQuestion question) => Of("item", id, question);

    /// <summary>Where a trait is shown.</summary>
    public static string Trait(string id, TftQuestion question) => Of("trait", id, question);

    /// <summary>Where most is told of a row: the page of its unit, item or trait.</summary>
    public static string Of(TftKey key, TftQuestion question) => key switch
    {
        { Unit: { } unit } => Unit(unit, question),
        { Items: [var item, ..] } => Item(item, question),
        { Traits: [var trait, ..] } => Trait(trait, question),
        _ => Explorer,
    };

    /// <summary>A question's rows as CSV.</summary>
    public static string Csv(TftQuestion question) => TftAddress.Of($"/api/tft/analytics/{TftAddress.Word(question.Subject)}", question, ("format", "csv"));

    /// <summary>Registers what the pages read.</summary>
    public static IServiceCollection AddTftPages(this IServiceCollection services) => services.AddSingleton(provider =>
    {
        var explorer = provider.GetRequiredService<TftExplorer>();
        return new ExplorerReader(explorer.AskAsync, explorer.ReadChoicesAsync);
    });

    private static string Of(string kind, string id, TftQuestion question) => TftAddress.Of($"{Explorer}/{kind}/{Uri.EscapeDataString(id)}", TftAddress.OfBoards(question));
}
