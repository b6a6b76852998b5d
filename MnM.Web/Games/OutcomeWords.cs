using MnM.Collector.Live.Results;

namespace MnM.Web.Games;

/// <summary>How the parts of a match stand, in words.</summary>
internal static class OutcomeWords
{
    /// <summary>Why something is not here.</summary>
    public static string Missing(MatchProgress progress, TimeProvider time) => progress switch
    {
        { Stage: MatchStage.Waiting } => $"MnM waits for Riot. {Waiting(progress, time)}",
        { Reason: { } reason } => reason,
        { Stage: MatchStage.None } => "Riot is not asked for it.",
        _ => "Riot tells nobody of this game who is on the scoreboard.",
    };

    /// <summary>Which try it is and when the next one is, or how it came.</summary>
    public static string State(MatchProgress progress, TimeProvider time) => progress switch
    {
        { Stage: MatchStage.Waiting } => Waiting(progress, time),
        { Stage: MatchStage.Here, Reason: { } reason } => reason,
        { Stage: MatchStage.Here } => progress.Tries == 1 ? "at the first try" : $"at try {progress.Tries}, it came late",
        { Reason: { } reason } => reason,
        _ => "not asked for",
    };

    /// <summary>The picture of a state.</summary>
    public static string Icon(MatchProgress progress) => progress.Stage switch
    {
        MatchStage.Here when progress.Reason is null => "check c-win",
        MatchStage.Waiting => "time",
        MatchStage.Absent => "warn c-warn",
        _ => "info",
    };

    private static string Waiting(MatchProgress progress, TimeProvider time) => progress switch
    {
        { Tries: 0, At: { } next, Reason: { } reason } => $"{reason} MnM looks again at {GameLine.Clock(next, time)}.",
        { Tries: 0 } => "It has not been asked yet.",
        { At: { } next } => $"Try {progress.Tries}: {progress.Reason} It is asked again at {GameLine.Clock(next, time)}.",
        _ => $"Try {progress.Tries} is under way.",
    };
}
