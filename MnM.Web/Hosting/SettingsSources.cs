using System.Collections;

namespace MnM.Web.Hosting;

/// <summary>Where settings come from; later ones beat earlier ones: appsettings.json, .env, environment variables, the command line.</summary>
/// <param name="commandLine">The switches that MnM was started with.</param>
/// <param name="jsonDirectory">Folder of appsettings.json.</param>
/// <param name="envDirectory">Folder of .env.</param>
/// <param name="environment">Environment variables.</param>
internal sealed class SettingsSources(CommandLine commandLine, string jsonDirectory, string envDirectory, IDictionary environment)
{
    private const string JsonName = "appsettings.json";

    /// <summary>The file that pages may change.</summary>
    public EnvFileWriter File { get; init; } = new(envDirectory);

    /// <summary>The sources of this process.</summary>
    public static SettingsSources OfProcess(CommandLine commandLine) =>
        new(commandLine, AppContext.BaseDirectory, Directory.GetCurrentDirectory(), Environment.GetEnvironmentVariables());

    /// <summary>The settings as they are given now.</summary>
    /// <exception cref="StartException">Anything in any source is wrong; the message names all of it.</exception>
    public MnmSettings Load() => Load(EnvFile.Read(envDirectory));

    /// <summary>The same with another text of .env.</summary>
    /// <exception cref="StartException">Anything in any source is wrong.</exception>
    public MnmSettings Load(EnvFile envFile)
    {
        var (json, jsonFaults) = ReadJson(jsonDirectory);
        Dictionary<string, string> values = [];
        foreach (var setting in Setting.All)
        {
            if (Find(setting, envFile, json) is { Value: { } value })
            {
                values[setting.Name] = value;
            }
        }

        return MnmSettings.From(values, [.. commandLine.Faults, .. envFile.Faults, .. jsonFaults]) with { IsDemo = commandLine.Demo, IsShared = commandLine.Lan };
    }

    /// <summary>The settings that a page may show, each with its value and where that comes from.</summary>
    public IReadOnlyList<GivenSetting> Read(EnvFile envFile)
    {
        var json = ReadJson(jsonDirectory).Json;
        return [.. Setting.All.Where(setting => !setting.IsSwitch).Select(setting => Find(setting, envFile, json))];
    }

    private GivenSetting Find(Setting setting, EnvFile envFile, IConfiguration json)
    {
        (SettingOrigin Origin, string? Value)[] given = setting.IsSwitch
            ? [(SettingOrigin.CommandLine, commandLine.Values.GetValueOrDefault(setting.Name))]
            :
            [
                (SettingOrigin.CommandLine, commandLine.Values.GetValueOrDefault(setting.Name)),
                (SettingOrigin.Environment, environment[setting.Name] as string),
                (SettingOrigin.EnvFile, envFile.Values.GetValueOrDefault(setting.Name)),
                (SettingOrigin.Json, json[setting.Name]),
            ];

        // An empty value is one that was left out: .env.example is copied with empty keys.
        var (origin, value) = given.FirstOrDefault(one => !string.IsNullOrWhiteSpace(one.Value));
        return value is null ? new(setting, null, SettingOrigin.Default) : new(setting, value.Trim(), origin);
    }

    private static (IConfiguration Json, IEnumerable<Fault> Faults) ReadJson(string directory)
    {
        try
        {
            return (new ConfigurationBuilder().AddJsonFile(Path.Combine(directory, JsonName), optional: true).Build(), []);
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            var reason = exception.InnerException?.Message ?? exception.Message;
            return (new ConfigurationBuilder().Build(), [new(JsonName, $"cannot be read: {reason}")]);
        }
    }
}

/// <summary>A setting, its value (null where nobody gives one) and where that comes from.</summary>
internal sealed record GivenSetting(Setting Setting, string? Value, SettingOrigin Origin);

/// <summary>Where the value of a setting comes from.</summary>
public enum SettingOrigin
{
    /// <summary>Nobody gives one.</summary>
    Default,

    /// <summary>appsettings.json.</summary>
    Json,

    /// <summary>.env.</summary>
    EnvFile,

    /// <summary>An environment variable.</summary>
    Environment,

    /// <summary>A switch.</summary>
    CommandLine,
}
