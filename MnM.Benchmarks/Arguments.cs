using MnM.Benchmarks.Scenarios;

namespace MnM.Benchmarks;

/// <summary>Reads the command line.</summary>
internal static class Arguments
{
    /// <summary>Somebody of the simulator with a long past.</summary>
    private const string UsualRiotId = "Nightjar#EUW";
    private const string UsualEmail = "contract@example.com";

    public static string Usage => string.Join(Environment.NewLine, [
        "MnM.Benchmarks micro [switches of BenchmarkDotNet]",
        "MnM.Benchmarks scenario NAME [--quick] [--json FILE]",
        "MnM.Benchmarks contract --base URL [--riot-id NAME#TAG] [--email ADDRESS]",
        "",
        $"  NAME         {string.Join(", ", ScenarioList.All.Select(scenario => scenario.Name))}",
        "  --quick      every row and limit, smaller sizes",
        "  --json FILE  writes the rows to FILE too",
        $"  --base URL   server that is compared with docs/contract; {UsualRiotId} signs up there unless --riot-id names another who has matches",
        "",
        "Exit code: 0 all limits are kept, 1 a limit is missed, a row is absent or an answer differs, 2 something needed is not installed or built, 64 wrong command line.",
    ]);

    public static Command Read(string[] arguments) => arguments switch
    {
        [] => new Command.Wrong("Nothing was asked for."),
        ["--help" or "-h", ..] => new Command.Help(),
        ["micro", .. var rest] => new Command.Micro(rest),
        ["scenario", var name, .. var rest] when ScenarioList.Find(name) is { } scenario => ReadSwitches(scenario, new Queue<string>(rest)),
        ["scenario", var name, ..] => new Command.Wrong($"There is no scenario \"{name}\"."),
        ["viewers", var address, var sockets, var circuits, var log, .. var devices] =>
            new Command.Viewers(new Uri(address), int.Parse(sockets), int.Parse(circuits), log, devices.FirstOrDefault()),
        ["ask", var folder, var address, var key, var requests] => new Command.Ask(folder, address, key, int.Parse(requests)),
        ["contract", .. var rest] => ReadContract(new Queue<string>(rest)),
        ["scenario"] => new Command.Wrong("scenario needs a name."),
        [var word, ..] => new Command.Wrong($"There is no command \"{word}\"."),
    };

    private static Command ReadSwitches(Scenario scenario, Queue<string> words)
    {
        var command = new Command.Scenario(scenario, Size.Full, null);
        while (words.TryDequeue(out var word))
        {
            switch (word)
            {
                case "--quick":
                    command = command with { Size = Size.Quick };
                    break;
                case "--json" when words.TryDequeue(out var file) && !file.StartsWith("--", StringComparison.Ordinal):
                    command = command with { JsonFile = file };
                    break;
                case "--json":
                    return new Command.Wrong("--json needs a file.");
                default:
                    return new Command.Wrong($"There is no switch \"{word}\".");
            }
        }

        return command;
    }

    private static Command ReadContract(Queue<string> words)
    {
        var (server, riotId, email) = ((Uri?)null, UsualRiotId, UsualEmail);
        while (words.TryDequeue(out var word))
        {
            if (!words.TryDequeue(out var value))
            {
                return new Command.Wrong($"{word} needs a value.");
            }

            switch (word)
            {
                case "--base" when Uri.TryCreate(value, UriKind.Absolute, out server) && server.Scheme is "http" or "https":
                    break;
                case "--base":
                    return new Command.Wrong($"{value} is not an address such as http://localhost:5080.");
                case "--riot-id":
                    riotId = value;
                    break;
                case "--email":
                    email = value;
                    break;
                default:
                    return new Command.Wrong($"There is no switch \"{word}\".");
            }
        }

        return server is null ? new Command.Wrong("contract needs --base.") : new Command.Contract(server, riotId, email);
    }
}
