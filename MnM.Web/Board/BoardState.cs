using MnM.Collector.Live;
using MnM.Collector.Live.Lcu;
using MnM.Web.Live;

namespace MnM.Web.Board;

/// <summary>How fresh the board is, in the corner of it.</summary>
/// <param name="Kind">The class of the mark: ok, warn, danger, or none.</param>
/// <param name="Text">In a few words.</param>
/// <param name="PolledAt">When the data arrived, UTC; null where they have no age.</param>
internal sealed record BoardState(string? Kind, string Text, DateTimeOffset? PolledAt = null)
{
    /// <summary>The words for <paramref name="state"/>; a loss of data before anything else.</summary>
    public static BoardState Of(LiveState state, Stage stage, bool isDemo) => stage switch
    {
        Stage.Game when state.Game!.Recording.Fault is not null => new("danger", "Recording pauses", state.Game.PolledAt),
        Stage.Game when state.Connection == LiveConnection.Lost => new("warn", "The game does not answer", state.Game!.PolledAt),
        Stage.Game => new("ok", isDemo ? "Demo, invented players" : "Live", state.Game!.PolledAt),
        Stage.Result => new(null, isDemo ? "Final, of the demo" : "Final"),
        _ => state.Client.Connection switch
        {
            ClientConnection.Connected => new("ok", "League client connected"),
            ClientConnection.Unreachable => new("warn", "The League client does not answer"),
            ClientConnection.NoPermission => new("warn", "The League client may not be read"),
            _ => new(null, "No League client"),
        },
    };
}
