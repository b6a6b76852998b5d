using MnM.Collector.Backplane;
using MnM.Collector.Riot;
using MnM.Collector.Riot.Keys;
using MnM.Web.Live;

namespace MnM.Web.Status.Riot;

/// <summary>Keys, lanes and limits in words for people.</summary>
internal static class RiotWords
{
    /// <summary>League of Legends, Teamfight Tactics.</summary>
    public static string Product(RiotProduct product) => product == RiotProduct.League ? "League of Legends" : "Teamfight Tactics";

    /// <summary>How a key stands, and the state's class.</summary>
    public static (string Kind, string Icon, string Text) Key(KeyReport key) => key switch
    {
        { State: KeyState.Missing } => ("none", "key", "No key"),
        { State: KeyState.Bad } => ("bad", "warn", "Riot refuses the key"),
        { State: KeyState.Good, Origin: KeyOrigin.League } => ("good", "key", "Takes the key of League of Legends"),
        { State: KeyState.Good } => ("good", "key", "Riot takes the key"),
        { Origin: KeyOrigin.League } => ("new", "key", "Uses the key of League of Legends"),
        _ => ("new", "key", "Not used yet"),
    };

    /// <summary>Where a key comes from; null where there is none of its own.</summary>
    public static string? Origin(KeyReport key) => (key.Origin, key.Product) switch
    {
        (KeyOrigin.Entered, _) => "entered here",
        (KeyOrigin.Settings, RiotProduct.League) => "from RIOT_API_KEY",
        (KeyOrigin.Settings, _) => "from RIOT_TFT_API_KEY",
        _ => null,
    };

    /// <summary>The bar's chip: the state of the key that matters most.</summary>
    public static (string? Kind, string Text) Chip(RiotScene scene) => scene switch
    {
        { IsStale: true } => ("warn", "Old state"),
        { IsRead: false } => (null, "Reading"),
        _ when scene.Keys.Any(key => key.State == KeyState.Bad) => ("danger", "Key refused"),
        _ when scene.Keys.Any(key => key is { Product: RiotProduct.League, State: KeyState.Missing }) => ("warn", "No key"),
        _ when scene.Keys.Any(key => key.State == KeyState.Good) => ("live", "Key works"),
        _ => (null, "Key not used yet"),
    };

    /// <summary>What came of a key that was entered.</summary>
    public static (bool IsGood, string Text) Entered(KeyTrial trial) => trial switch
    {
        KeyTrial.Taken => (true, "Riot takes the new key. It is in use from now on; nothing is restarted."),
        KeyTrial.Refused => (false, "Riot refuses this key, so it was not kept. Copy it once more; a development key ends after 24 hours."),
        KeyTrial.Unknown => (true, "The new key is kept. Riot did not answer, so whether it takes it shows with the next request."),
        KeyTrial.NotKept => (false, "The key could not be written to MnM’s data folder. The one before stays in use."),
        _ => (false, "That is no key. One begins with RGAPI- and has 42 characters."),
    };

    /// <summary>What came of a check of the key in use.</summary>
    public static (bool IsGood, string Text) Checked(KeyTrial trial) => trial switch
    {
        KeyTrial.Taken => (true, "Checked: Riot takes the key."),
        KeyTrial.Refused => (false, "Checked: Riot refuses the key."),
        KeyTrial.NoKey => (false, "There is no key to check."),
        _ => (false, "Riot did not answer, so nothing is known of the key. Try again in a moment."),
    };

    /// <summary>What a lane is for.</summary>
    public static string Purpose(Lane lane) => lane switch
    {
        Lane.Live => "a game that is about to start",
        Lane.Tracking => "friends’ games",
        Lane.Requested => "somebody waits for it",
        _ => "nobody waits for it",
    };

    /// <summary>1 s, 2 min: a window's length.</summary>
    public static string Window(int seconds) => (seconds % 3600, seconds % 60) switch
    {
        (0, _) => FormattableString.Invariant($"{seconds / 3600} h"),
        (_, 0) => FormattableString.Invariant($"{seconds / 60} min"),
        _ => FormattableString.Invariant($"{seconds} s"),
    };

    /// <summary>Requests as 2,000, 20k, 1.2M.</summary>
    public static string Short(int requests) => requests switch
    {
        < 10_000 => Figures.Whole(requests),
        < 1_000_000 => FormattableString.Invariant($"{requests / 1e3:0.#}k"),
        _ => FormattableString.Invariant($"{requests / 1e6:0.#}M"),
    };

    /// <summary>84 ms, 1.2 s.</summary>
    public static (string Number, string Unit) Took(TimeSpan time) => time.TotalSeconds < 1
        ? (FormattableString.Invariant($"{time.TotalMilliseconds:0}"), "ms")
        : (FormattableString.Invariant($"{time.TotalSeconds:0.0}"), "s");

    /// <summary>What holds the lower lanes up, in a sentence; null where nothing does.</summary>
    public static string? Hold(RiotScene scene, TimeProvider time)
    {
        if (scene.Budget.Where(row => row.PausedUntil is not null).MaxBy(row => row.PausedUntil) is { PausedUntil: { } until } paused)
        {
            return $"{paused.Route}, {paused.Name}: Riot asked MnM to wait. It goes on at {Clocks.Time(until, time)}.";
        }

        if (scene.Lanes.All(lane => lane.Waiting == 0) || scene.Budget.Where(row => row.FreeIn is not null).MaxBy(row => row.FreeIn) is not { FreeIn: { } free } full)
        {
            return null;
        }

        var kept = full.Kept == 0 ? "" : $" {Figures.Whole(full.Kept)} of its {Figures.Whole(full.Limit)} places are kept for the upper lanes.";
        return $"{full.Route}, {full.Name}: the window of {Window(full.Seconds)} is full for the lower lanes, which go on in {Clocks.Length(TimeSpan.FromSeconds(free))}.{kept}";
    }
}
