using System.Collections.Immutable;
using System.Net;

namespace MnM.Collector.Insights.Language.Chat;

/// <summary>What came of a question to a language model's server.</summary>
internal abstract record ChatAnswer
{
    private ChatAnswer()
    {
    }

    /// <summary>The model said something, as far as it was listened to.</summary>
    /// <param name="Content">Its words.</param>
    /// <param name="Calls">What it wants to look up.</param>
    /// <param name="TokensIn">As the server counted; null where it does not.</param>
    /// <param name="TokensOut">Likewise.</param>
    public sealed record Said(string Content, ImmutableArray<ToolCall> Calls, int? TokensIn, int? TokensOut) : ChatAnswer;

    /// <summary>The server would not.</summary>
    /// <param name="Status">Its status.</param>
    /// <param name="Wait">What it says in Retry-After; null where it does not.</param>
    /// <param name="Words">The beginning of what it says to that; it is never shown or logged.</param>
    public sealed record Refused(HttpStatusCode Status, TimeSpan? Wait, string Words) : ChatAnswer;

    /// <summary>Nothing came in time.</summary>
    public sealed record TimedOut(string Reason) : ChatAnswer;

    /// <summary>There was no connection, or it broke, or what came was no answer.</summary>
    public sealed record Broken(string Reason) : ChatAnswer;
}
