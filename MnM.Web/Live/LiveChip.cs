using MnM.Collector.Live;

namespace MnM.Web.Live;

/// <summary>A word in a pill: its kind is a class of .chip, its icon may be missing.</summary>
internal sealed record LiveChip(string? Kind, string? Icon, string Text, string? Title = null)
{
    // Polls begin a moment after the game's clock does; more than this was missed.
    private const double LateStart = 15;

    /// <summary>Where the connection stands, in two words.</summary>
    public static LiveChip State(LiveConnection connection) => connection switch
    {
        LiveConnection.InGame => new("live", null, "In game"),
        LiveConnection.Loading => new("accent", null, "Game loading"),
        LiveConnection.Lost => new("warn", "time", "Connection lost"),
        LiveConnection.Ended => new(null, "check", "Game over"),
        LiveConnection.NotShown => new(null, "info", "Not shown"),
        LiveConnection.Waiting => new(null, null, "Waiting"),
        _ => new(null, null, "Starting"),
    };

    /// <summary>How much is recorded; null while no game is shown.</summary>
    public static LiveChip? Recording(LiveView? game) => game?.Recording switch
    {
        null => null,
        { Fault: { } fault } => new("danger", "warn", "Recording pauses", fault),
        { Polls: 0 } => new(null, "time", "Not recorded yet"),
        { Gaps: > 0 } gaps =>
            new("warn", "warn", $"Recorded {Length(game)}, {gaps.Gaps} {(gaps.Gaps == 1 ? "gap" : "gaps")}", "MnM or its connection was away at times"),
        { FirstGameTime: > LateStart } late =>
            new(null, "check", $"Recorded from {Figures.Clock(late.FirstGameTime)}, no gap", "MnM was not there when the game began"),
        _ => new(null, "check", $"Recorded {Length(game)}, no gap", "Every second since the start is stored"),
    };

    private static string Length(LiveView game) => Figures.Clock(game.GameTime - game.Recording.FirstGameTime);
}
