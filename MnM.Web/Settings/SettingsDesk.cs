using MnM.Web.Hosting;
using MnM.Web.Shell;

namespace MnM.Web.Settings;

/// <summary>Shows the settings and changes .env. What it writes is checked as it is at a start.</summary>
internal sealed partial class SettingsDesk(SettingsInUse inUse, Restart restart, ILogger<SettingsDesk> logger)
{
    private readonly Lock _writing = new();

    /// <summary>Where they are kept; null where this MnM has no file.</summary>
    public string? Path => inUse.Sources?.File.Path;

    /// <summary>Why what was set last is not in use; null where it is.</summary>
    public string? Fault => inUse.Fault;

    /// <summary>The settings as they are given now, and what is wrong with them in the file.</summary>
    public SettingsScene Read()
    {
        if (inUse.Sources is not { } sources)
        {
            return new([.. Setting.All.Where(setting => !setting.IsSwitch).Select(setting => SettingField.Of(
                inUse.Current.Values.TryGetValue(setting.Name, out var value) ? new(setting, value, SettingOrigin.CommandLine) : new(setting, null, SettingOrigin.Default)))], []);
        }

        try
        {
            var file = EnvFile.Of(sources.File.Read());
            return new([.. sources.Read(file).Select(SettingField.Of)], Load(sources, file).Faults);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return new([], [new(EnvFile.Name, $"cannot be read: {fault.Message}")]);
        }
    }

    /// <summary>What would be wrong with these changes; null takes a setting out.</summary>
    public IReadOnlyList<Fault> Check(IReadOnlyDictionary<string, string?> changes) => Change(changes, isCheck: true).Faults;

    /// <summary>Writes the changes, one save after the other. Nothing is written where anything is wrong, or where MnM could not start with it.</summary>
    public SavedSettings Save(IReadOnlyDictionary<string, string?> changes)
    {
        string? text;
        IReadOnlyList<Fault> faults;
        lock (_writing)
        {
            (text, faults) = Change(changes, isCheck: false);
        }

        if (faults.Count > 0)
        {
            return new(faults, SettingsEffect.None);
        }

        if (text is not null)
        {
            var names = string.Join(", ", changes.Keys.Order());
            Log.Saved(logger, names);
        }

        return new([], EffectOf(changes.Keys));
    }

    /// <summary>What it takes to use changes to these settings.</summary>
    public SettingsEffect EffectOf(IEnumerable<string> names)
    {
        var all = names.ToList();
        return all is [MnmSettings.LogLevel] ? SettingsEffect.AtOnce
            : restart.IsPossible && all.Exists(name => name != MnmSettings.LogLevel && !MnmSettings.FromNextStart.Contains(name)) ? SettingsEffect.BeginsAnew
            : SettingsEffect.FromNextStart;
    }

    /// <summary>Uses what was written: the log at once, all else by beginning anew.</summary>
    public void Apply(SettingsEffect effect)
    {
        if (effect == SettingsEffect.AtOnce)
        {
            inUse.FollowLog();
        }
        else if (effect == SettingsEffect.BeginsAnew)
        {
            restart.Begin();
        }
    }

    private static (MnmSettings? Settings, IReadOnlyList<Fault> Faults) Load(SettingsSources sources, EnvFile file)
    {
        try
        {
            return (sources.Load(file), []);
        }
        catch (StartException wrong)
        {
            return (null, wrong.Faults);
        }
    }

    private (string? Text, IReadOnlyList<Fault> Faults) Change(IReadOnlyDictionary<string, string?> changes, bool isCheck)
    {
        if (inUse.Sources is not { } sources)
        {
            return (null, [new(EnvFile.Name, "is not used by this MnM.")]);
        }

        try
        {
            var before = sources.File.Read();
            var text = EnvFileWriter.Change(before, changes.Select(change => KeyValuePair.Create(change.Key, change.Value?.Trim() is { Length: > 0 } value ? value : null)));
            var (settings, faults) = Load(sources, EnvFile.Of(text));
            if (isCheck || settings is null || text == before)
            {
                return (null, faults);
            }

            faults = StartTrial.Of(settings, inUse, changes.Keys);
            if (faults.Count > 0)
            {
                return (null, faults);
            }

            sources.File.Write(text);
            return (text, []);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            Log.NotSaved(logger, fault);
            return (null, [new(EnvFile.Name, $"is as it was; it could not be changed: {fault.Message}")]);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Settings were changed: {Names}")]
        public static partial void Saved(ILogger logger, string names);

        [LoggerMessage(Level = LogLevel.Warning, Message = "The settings could not be written")]
        public static partial void NotSaved(ILogger logger, Exception fault);
    }
}

/// <summary>All settings, and what is wrong with what is given; empty where nothing is.</summary>
internal sealed record SettingsScene(IReadOnlyList<SettingField> Fields, IReadOnlyList<Fault> Faults)
{
    /// <summary>The setting of that name; null where they could not be read.</summary>
    public SettingField? Find(string name) => Fields.FirstOrDefault(field => field.Name == name);
}

/// <summary>What came of saving: faults, or what it takes to use it.</summary>
internal sealed record SavedSettings(IReadOnlyList<Fault> Faults, SettingsEffect Effect);

/// <summary>What it takes to use changed settings.</summary>
internal enum SettingsEffect
{
    None,
    AtOnce,

    /// <summary>MnM is away for a moment.</summary>
    BeginsAnew,
    FromNextStart,
}
