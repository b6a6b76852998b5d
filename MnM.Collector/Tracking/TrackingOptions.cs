using System.ComponentModel.DataAnnotations;

namespace MnM.Collector.Tracking;

/// <summary>How the games of friends are found and completed.</summary>
public sealed class TrackingOptions
{
    /// <summary>Time from one round of questions about running games to the next.</summary>
    [Display(Name = "DETECTION_INTERVAL_SECONDS", Description = "Seconds between two looks for running games of friends, 10 to 600.")]
    [Range(typeof(TimeSpan), "00:00:10", "00:10:00", ErrorMessage = "must be between 10 and 600")]
    public TimeSpan DetectionInterval { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Time from one round of questions about results to the next.</summary>
    [Display(Name = "COMPLETION_INTERVAL_SECONDS", Description = "Seconds between two looks for results of friends' games, 10 to 600.")]
    [Range(typeof(TimeSpan), "00:00:10", "00:10:00", ErrorMessage = "must be between 10 and 600")]
    public TimeSpan CompletionInterval { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>After so many errors in a row a game's result is given up.</summary>
    [Display(Name = "MAX_RESULT_RETRIES", Description = "Errors in a row after which a game's result is given up, 1 to 100.")]
    [Range(1, 100, ErrorMessage = "must be between 1 and 100")]
    public int MostErrors { get; set; } = 3;

    /// <summary>For so many hours a result that is not there is asked for.</summary>
    [Display(Name = "RESULT_DEADLINE_HOURS", Description = "Hours for which a result that is not there is asked for, 1 to 168.")]
    [Range(1, 168, ErrorMessage = "must be between 1 and 168")]
    public int ResultDeadlineHours { get; set; } = 24;

    /// <summary>Whether this process sends events out. They are stored all the same, so that of two processes on one database one can stay silent.</summary>
    [Display(Name = "EMIT_EVENTS", Description = "false keeps this process from sending events about friends' games.")]
    public bool EmitEvents { get; set; } = true;

    /// <summary>The same as a time.</summary>
    public TimeSpan ResultDeadline => TimeSpan.FromHours(ResultDeadlineHours);
}
