using MnM.Collector.Live;

namespace MnM.Web.Live;

/// <summary>A word in a pill: its kind is a class of .chip, its icon may be missing.</summary>
internal sealed record LiveChip(string? Kind, string? Icon, string Text, string? Title = null)
{
    // Polls begin a moment after the game's clock does; more than this was missed.
    private const double LateStart = 15;

    /// <summary>What is on, in two words.</summary>
    public static LiveChip State(LiveState state, Stage stage) => stage switch
    {
        Stage.Game when state.Connection == LiveConnection.Lost => new("warn", "time", "Connection lost"),
        Stage.Game => new("live", null, "In game"),
        Stage.Loading => new("accent", null, "Game loading"),
        Stage.ChampSelect => new("live", null, "Champ select"),
        Stage.Lobby => new("accent", null, "In lobby"),
        Stage.Result => new(null, "check", "Game over"),
        Stage.NotShown => new(null, "info", "Not shown"),
        Stage.NotShared => new(null, "lock", "Not shared"),
        Stage.Starting => new(null, null, "Starting"),
        Stage.ClientOpen => new(null, null, "Client open"),
        _ => new(null, null, "Waiting"),
    };

    /// <summary>How much is recorded; null while no game is shown.</summary>
    public static LiveChip? Recording(LiveView? game) => game?.Recording switch
    {
        null => null,
        { Fault: { } fault } => new("danger", "warn", "Recording pauses", fault),
        _ when game.GameId == FinalFigures.NotWatched => null,
        { Polls: 0 } => new(null, "time", "Not recorded yet"),
        { Gaps: > 0 } gaps =>
            new("warn", "warn", $"Recorded {Length(game)}, {gaps.Gaps} {(gaps.Gaps == 1 ? "gap" : "gaps")}", "MnM or its connection was away at times"),
        { FirstGameTime: > LateStart } late =>
            new(null, "check", $"Recorded from {Figures.Clock(late.FirstGameTime)}, no gap", "MnM was not there when the game began"),
        _ => new(null, "check", $"Recorded {Length(game)}, no gap", "Every second since the start is stored"),
    };

    private static string Length(LiveView game) => Figures.Clock(game.GameTime - game.Recording.FirstGameTime);
}
