using System.Collections;

namespace MnM.Web.Hosting;

/// <summary>Where settings come from; later ones beat earlier ones: appsettings.json, .env, environment variables, the command line.</summary>
internal static class SettingsSources
{
    private const string JsonName = "appsettings.json";

    /// <summary>The settings of this process.</summary>
    /// <exception cref="StartException">Anything in any source is wrong; the message names all of it.</exception>
    public static MnmSettings Load(CommandLine commandLine) =>
        Load(commandLine, AppContext.BaseDirectory, Directory.GetCurrentDirectory(), Environment.GetEnvironmentVariables());

    public static MnmSettings Load(CommandLine commandLine, string jsonDirectory, string envDirectory, IDictionary environment)
    {
        var envFile = EnvFile.Read(envDirectory);
        var (json, jsonFaults) = ReadJson(jsonDirectory);
        Dictionary<string, string> values = [];
        foreach (var setting in Setting.All)
        {
            string?[] given = setting.IsSwitch
                ? [commandLine.Values.GetValueOrDefault(setting.Name)]
                : [commandLine.Values.GetValueOrDefault(setting.Name), environment[setting.Name] as string, envFile.Values.GetValueOrDefault(setting.Name), json[setting.Name]];

            // An empty value is one that was left out: .env.example is copied with empty keys.
            if (given.FirstOrDefault(value => !string.IsNullOrWhiteSpace(value)) is { } value)
            {
                values[setting.Name] = value.Trim();
            }
        }

        return MnmSettings.From(values, [.. commandLine.Faults, .. envFile.Faults, .. jsonFaults]) with { IsDemo = commandLine.Demo, IsShared = commandLine.Lan };
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
