using System.Collections.Immutable;

namespace MnM.Collector.Insights.Language.Chat;

/// <summary>A message of a conversation with a language model.</summary>
/// <param name="Role">system, user, assistant or tool.</param>
/// <param name="Content">What is said.</param>
internal sealed record ChatMessage(string Role, string Content)
{
    /// <summary>What the model wants to look up, in a message of its own.</summary>
    public ImmutableArray<ToolCall> Calls { get; init; } = [];

    /// <summary>Which of these a message of role tool answers.</summary>
    public string? CallId { get; init; }
}

/// <summary>A tool that the model wants to use.</summary>
/// <param name="Id">The server's name for the call.</param>
/// <param name="Name">The tool's; it may be one that there is not.</param>
/// <param name="Arguments">JSON, if the model kept to that.</param>
internal sealed record ToolCall(string Id, string Name, string Arguments);

/// <summary>A tool as it is offered.</summary>
/// <param name="Name">By which it is called.</param>
/// <param name="Description">For the model.</param>
/// <param name="Parameters">A JSON schema of an object.</param>
internal sealed record ChatTool(string Name, string Description, string Parameters);
