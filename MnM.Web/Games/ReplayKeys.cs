namespace MnM.Web.Games;

/// <summary>What keys do to the replay. js/replay.js takes these keys from the browser.</summary>
internal static class ReplayKeys
{
    /// <summary>The second that a key leads to; null where it is none of these.</summary>
    public static double? Target(string key, bool shift, double position, double end) => key switch
    {
        "ArrowLeft" => position - (shift ? 10 : 1),
        "ArrowRight" => position + (shift ? 10 : 1),
        "PageDown" => position - 60,
        "PageUp" => position + 60,
        "Home" => 0,
        "End" => end,
        _ => null,
    };

    /// <summary>Whether a key plays and pauses.</summary>
    public static bool IsToggle(string key) => key == " ";
}
