using System.Globalization;
using MnM.Simulator.Chat;
using MnM.Simulator.Faults;
using MnM.Simulator.RiotApi.Limits;
using MnM.Simulator.World;

namespace MnM.Simulator;

/// <summary>Reads the switches; whatever it does not know or cannot read becomes a message.</summary>
public sealed class CommandLine
{
    /// <summary>The word for incidents that each game draws for itself.</summary>
    public const string Drawn = "drawn";

    private readonly List<string> _faults = [];
    private readonly Queue<string> _words;

    private CommandLine(IEnumerable<string> words) => _words = new Queue<string>(words);

    /// <summary>The options, and what is wrong with them: nothing when they can be used.</summary>
    public static (SimulatorOptions Options, IReadOnlyList<string> Faults) Read(IReadOnlyList<string> arguments)
    {
        var line = new CommandLine(arguments);
        var options = line.ReadAll();
        line.Check(options);
        return (options, line._faults);
    }

    private SimulatorOptions ReadAll()
    {
        var options = new SimulatorOptions();
        while (_words.TryDequeue(out var word))
        {
            options = word switch
            {
                "--help" or "-h" => options with { Help = true },
                "--live-port" => options with { LivePort = Port(word) },
                "--riot-port" => options with { RiotPort = Port(word) },
                "--riot-key-kind" => options with { RiotKeyKind = Words<KeyKind>(Text(word), "kind of key").FirstOrDefault(options.RiotKeyKind) },
                "--riot-key" => options with { RiotKey = Text(word) },
                "--riot-tft-key" => options with { RiotTftKey = Text(word) },
                "--riot-latency" => options with { RiotLatency = Number(word, 0, 60_000) },
                "--match-delay" => options with { MatchDelay = Number(word, 0, 86_400) },
                "--friends" => options with { Friends = (int)Number(word, 0, 200) },
                "--friends-hour" => options with { FriendsHour = Number(word, 0, 168) },
                "--tft-ladder" => options with { TftLadder = (int)Number(word, 8, 2_000) },
                "--tft-matches" => options with { TftMatches = (int)Number(word, 0, 1_000_000) },
                "--language-model" => options with { HasLanguageModel = true },
                "--chat-faults" => options with { HasLanguageModel = true, ChatFaults = [.. Words<ChatFault>(Text(word), "fault of the language model")] },
                "--lcu-dir" => options with { LcuDirectory = Text(word) },
                "--speed" => options with { Speed = Speed(word) },
                "--seed" => options with { Seed = (int)Number(word, int.MinValue, int.MaxValue) },
                "--match" => options with { Match = ExistingFile(word) },
                "--timeline" => options with { Timeline = ExistingFile(word) },
                "--match-id" => options with { MatchId = Text(word) },
                "--polls" => options with { Polls = [.. Files(word)] },
                "--responses" => options with { Responses = Folder(word) },
                "--faults" => options with { Faults = [.. Faults(word)] },
                "--incidents" => WithIncidents(Text(word), options),
                "--log" => options with { Log = Text(word) },
                "--exit-with-stdin" => options with { ExitWithStdin = true },
                _ => Unknown(word, options),
            };
        }

        return options;
    }

    private void Check(SimulatorOptions options)
    {
        if (options.Match is null != options.Timeline is null)
        {
            _faults.Add("--match and --timeline go together.");
        }

        if (options.MatchId is not null && options.Match is null)
        {
            _faults.Add("--match-id needs --match.");
        }

        if (options.Polls.Length > 0 && options.Match is not null)
        {
            _faults.Add("--polls and --match exclude each other.");
        }
    }

    private SimulatorOptions Unknown(string word, SimulatorOptions options)
    {
        _faults.Add($"Unknown switch '{word}'.");
        return options;
    }

    private string Text(string name)
    {
        if (_words.TryPeek(out var next) && !next.StartsWith("--", StringComparison.Ordinal))
        {
            return _words.Dequeue();
        }

        _faults.Add($"{name} needs a value.");
        return "";
    }

    private double Number(string name, double least, double most)
    {
        var text = Text(name);
        if (double.TryParse(text, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
        {
            return number;
        }

        _faults.Add(string.Create(CultureInfo.InvariantCulture, $"{name} takes a number from {least} to {most}, not '{text}'."));
        return least;
    }

    private int Port(string name) => (int)Number(name, 0, 65535);

    private double Speed(string name) => Number(name, 0.1, 10_000);

    private string ExistingFile(string name) => Existing(name, Text(name), File.Exists);

    private string Folder(string name) => Existing(name, Text(name), Directory.Exists);

    private string Existing(string name, string path, Predicate<string> exists)
    {
        if (path.Length > 0 && !exists(path))
        {
            _faults.Add($"{name}: '{path}' does not exist.");
        }

        return path;
    }

    private List<string> Files(string name)
    {
        var files = new List<string> { ExistingFile(name) };
        while (_words.TryPeek(out var next) && !next.StartsWith("--", StringComparison.Ordinal))
        {
            files.Add(ExistingFile(name));
        }

        return files;
    }

    private IEnumerable<Fault> Faults(string name) => Words<Fault>(Text(name), "fault");

    private SimulatorOptions WithIncidents(string list, SimulatorOptions options) => list == Drawn
        ? options with { DrawsIncidents = true }
        : options with { Incidents = [.. Words<Incident>(list, "incident")] };

    private IEnumerable<T> Words<T>(string list, string what)
        where T : struct, Enum
    {
        foreach (var word in list.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (KebabCase<T>.Parse(word) is { } value)
            {
                yield return value;
            }
            else
            {
                _faults.Add($"Unknown {what} '{word}'. Known: {string.Join(", ", KebabCase<T>.Names)}.");
            }
        }
    }
}
