using System.Collections.Immutable;

namespace MnM.Collector.Insights.Words;

/// <summary>An insight in words, plain text.</summary>
/// <param name="Sentences">What happened, the most important first.</param>
/// <param name="Recommendations">What to try, at most three.</param>
/// <param name="Author">Who wrote them.</param>
public sealed record InsightWords(ImmutableArray<string> Sentences, ImmutableArray<Recommendation> Recommendations, WordAuthor Author)
{
    public const int MostRecommendations = 3;
}

/// <summary>Something to try, with the figures that it rests on.</summary>
/// <param name="Text">A sentence.</param>
/// <param name="Evidence">The numbers with their words, for example "5.1 CS a minute, others 6.4 ± 0.3 (n 120)".</param>
public sealed record Recommendation(string Text, string Evidence);

/// <summary>Who wrote some words.</summary>
/// <param name="Model">The language model's name; null for MnM's own sentences.</param>
/// <param name="PromptVersion">Of the question that was put to it; 0 for MnM's own.</param>
/// <param name="Fallback">Why a language model that was asked did not write them, in a sentence for people; null where none was asked or it did.</param>
public sealed record WordAuthor(string? Model, int PromptVersion = 0, string? Fallback = null)
{
    /// <summary>MnM's own sentences.</summary>
    public static WordAuthor Templates { get; } = new((string?)null);
}
