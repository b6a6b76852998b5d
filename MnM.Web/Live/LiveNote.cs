using System.Collections.Immutable;
using MnM.Collector.Live;

namespace MnM.Web.Live;

/// <summary>How much a note matters.</summary>
internal enum NoteWeight
{
    /// <summary>Good to know.</summary>
    Plain,

    /// <summary>Something is late, estimated or not as it should be.</summary>
    Warn,

    /// <summary>Something is being lost.</summary>
    Danger,
}

/// <summary>A line above the data that says what is wrong and what still works.</summary>
internal sealed record LiveNote(NoteWeight Weight, string Icon, string Text)
{
    /// <summary>The note's classes.</summary>
    public string Class => Weight switch
    {
        NoteWeight.Warn => "note warn",
        NoteWeight.Danger => "note danger",
        _ => "note",
    };

    /// <summary>What the page has to say about <paramref name="state"/>, the weightiest first.</summary>
    public static ImmutableArray<LiveNote> Of(LiveState state)
    {
        var notes = ImmutableArray.CreateBuilder<LiveNote>();
        if (state.Game?.Recording.Fault is { } recording && state.Connection is LiveConnection.InGame or LiveConnection.Lost)
            notes.Add(new(NoteWeight.Danger, "warn", $"Recording pauses: {Sentence(recording)} What is stored is safe, and the live view goes on."));

        // While the root is missing, the page itself says the fault.
        var fault = state.Fault is null ? "" : Sentence(state.Fault.Message);
        if (state.Connection == LiveConnection.Lost)
            notes.Add(new(NoteWeight.Warn, "time", $"The game does not answer. {(fault.Length > 0 ? fault + " " : "")}Shown is its last state; MnM tries again each second."));
        else if (fault.Length > 0 && state.Trust != LiveTrust.RootMissing)
            notes.Add(new(NoteWeight.Warn, "warn", fault));

        if (state.Trust == LiveTrust.AnyOnLoopback)
        {
            notes.Add(new(NoteWeight.Warn, "lock",
                "The game’s certificate is not checked: LIVE_CLIENT_ACCEPT_ANY_CERTIFICATE is set. It holds for this machine only."));
        }

        if (state is { Connection: LiveConnection.InGame, Game.Recording: { Gaps: > 0, Fault: null } gaps })
            notes.Add(new(NoteWeight.Plain, "info", $"{Count(gaps.Gaps, "time was", "times were")} not recorded: MnM or its connection was away."));

        return notes.ToImmutable();
    }

    private static string Sentence(string text)
    {
        var trimmed = text.Trim();
        return trimmed.EndsWith('.') || trimmed.EndsWith('!') || trimmed.EndsWith('?') ? trimmed : trimmed + ".";
    }

    private static string Count(int number, string one, string many) => $"{number} {(number == 1 ? one : many)}";
}
