using MnM.Benchmarks.Scenarios;

namespace MnM.Benchmarks;

/// <summary>Reads the command line.</summary>
internal static class Arguments
{
    public static string Usage => string.Join(Environment.NewLine, [
        "MnM.Benchmarks micro [switches of BenchmarkDotNet]",
        "MnM.Benchmarks scenario NAME [--quick] [--json FILE]",
        "",
        $"  NAME         {string.Join(", ", ScenarioList.All.Select(scenario => scenario.Name))}",
        "  --quick      every row and limit, smaller sizes",
        "  --json FILE  writes the rows to FILE too",
        "",
        "Exit code: 0 all limits are kept, 1 a limit is missed or a row is absent, 2 something needed is not installed or built, 64 wrong command line.",
    ]);

    public static Command Read(string[] arguments) => arguments switch
    {
        [] => new Command.Wrong("Nothing was asked for."),
        ["--help" or "-h", ..] => new Command.Help(),
        ["micro", .. var rest] => new Command.Micro(rest),
        ["scenario", var name, .. var rest] when ScenarioList.Find(name) is { } scenario => ReadSwitches(scenario, new Queue<string>(rest)),
        ["scenario", var name, ..] => new Command.Wrong($"There is no scenario \"{name}\"."),
        ["viewers", var address, var sockets, var circuits, var log] => new Command.Viewers(new Uri(address), int.Parse(sockets), int.Parse(circuits), log),
        ["ask", var folder, var address, var key, var requests] => new Command.Ask(folder, address, key, int.Parse(requests)),
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
}
