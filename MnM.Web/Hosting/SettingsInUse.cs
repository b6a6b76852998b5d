namespace MnM.Web.Hosting;

/// <summary>The settings of the process that runs. The demo has settings of its own, made of them.</summary>
/// <param name="settings">Those of the start.</param>
/// <param name="sources">Where they come from; null where they cannot change.</param>
/// <param name="logRules">What the log follows.</param>
internal sealed class SettingsInUse(MnmSettings settings, SettingsSources? sources, LogRules logRules)
{
    private MnmSettings? _before;

    public MnmSettings Current { get; private set; } = settings;

    public SettingsSources? Sources => sources;

    public LogRules LogRules => logRules;

    /// <summary>Where this process listens on its own machine, parted by semicolons; null before it does.</summary>
    public string? Address { get; set; }

    /// <summary>Why what was set last is not in use, in a sentence for people; null where it is.</summary>
    public string? Fault { get; private set; }

    /// <summary>Reads the sources again. What is wrong in them leaves everything as it is.</summary>
    public void Follow() => Read(given =>
    {
        var next = Current.Followed(given);
        (_before, Current, Fault) = (ReferenceEquals(next, Current) ? null : Current, next, null);
    });

    /// <summary>Reads how much is to be logged again, and nothing else: what waits for another start has yet to prove good.</summary>
    public void FollowLog() => Read(given => Current = Current.LoggedAs(given));

    /// <summary>Goes back to what was in use before; false where that is the same.</summary>
    /// <param name="why">What is wrong with the settings of now.</param>
    public bool GoBack(string why)
    {
        if (_before is not { } before)
        {
            return false;
        }

        (Current, _before, Fault) = (before, null, why);
        logRules.Follow(before);
        return true;
    }

    /// <summary>The settings of now are good: there is no way back behind them.</summary>
    public void Settle() => _before = null;

    private void Read(Action<MnmSettings> take)
    {
        try
        {
            take(sources?.Load() ?? Current);
            logRules.Follow(Current);
        }
        catch (StartException exception)
        {
            Fault = exception.Message;
        }
    }
}
