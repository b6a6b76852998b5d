namespace MnM.Web.Hosting;

/// <summary>The switches that MnM was started with.</summary>
internal sealed class CommandLine
{
    private const string DemoSwitch = "--demo";
    private const string LanSwitch = "--lan";
    private const string OwnerCodeSwitch = "--owner-code";
    private const string HelpSwitch = "--help";
    private static readonly string[] Flags = [DemoSwitch, LanSwitch, OwnerCodeSwitch, HelpSwitch];
    private static readonly Dictionary<string, string> NameBySwitch = Setting.All.ToDictionary(setting => setting.Switch, setting => setting.Name);

    private readonly Dictionary<string, string> _values = [];
    private readonly HashSet<string> _flags = [];
    private readonly List<Fault> _faults = [];

    /// <summary>Whether to start with the demo.</summary>
    public bool Demo => _flags.Contains(DemoSwitch);

    /// <summary>Whether to share from the start on.</summary>
    public bool Lan => _flags.Contains(LanSwitch);

    /// <summary>Whether only the owner code is wanted.</summary>
    public bool OwnerCode => _flags.Contains(OwnerCodeSwitch);

    /// <summary>Whether only the list of switches is wanted.</summary>
    public bool Help => _flags.Contains(HelpSwitch);

    /// <summary>Texts by setting name.</summary>
    public IReadOnlyDictionary<string, string> Values => _values;

    public IReadOnlyList<Fault> Faults => _faults;

    /// <summary>What can be given, for people.</summary>
    public static string HelpText => string.Join(Environment.NewLine, [
        "MnM, the companion of friends who play League of Legends.",
        "",
        $"  {DemoSwitch,-36} show an invented game instead of a real one",
        $"  {LanSwitch,-36} share with devices of the local network from the start on",
        $"  {OwnerCodeSwitch,-36} tell the code that makes a device the owner's, and end",
        .. Setting.All.OrderBy(setting => !setting.IsSwitch).Select(setting => $"  {setting.Switch,-36} {setting.Description}"),
        $"  {HelpSwitch,-36} this text",
        "",
        "A value follows after a blank or =. Names in capitals may also stand in .env, the environment or appsettings.json; .env.example explains them.",
        $"A command line can be read by everybody on this machine while MnM runs: {string.Join(", ", Setting.Secrets)} are better kept elsewhere.",
    ]);

    public static CommandLine Parse(IReadOnlyList<string> args)
    {
        CommandLine line = new();
        for (var i = 0; i < args.Count; i++)
        {
            var (name, value) = args[i].Split('=', 2) is [var left, var right] ? (left, right) : (args[i], null);
            if (Flags.Contains(name))
            {
                line.AddFlag(name, value);
            }
            else if (!NameBySwitch.TryGetValue(name, out var setting))
            {
                line._faults.Add(Unknown(args[i]));

                // What follows is its value, perhaps a key whose switch was mistyped: it must not be told as a switch of its own.
                i += value is null && i + 1 < args.Count && !IsSwitch(args[i + 1]) ? 1 : 0;
            }
            else if (value is null && (i + 1 == args.Count || IsSwitch(args[i + 1])))
            {
                line._faults.Add(new(name, "wants a value"));
            }
            else
            {
                line._values[setting] = value ?? args[++i];
            }
        }

        return line;
    }

    private static bool IsSwitch(string argument) => argument.StartsWith("--", StringComparison.Ordinal);

    private static Fault Unknown(string argument)
    {
        List<string> known = [.. Flags, .. NameBySwitch.Keys];
        var name = argument.Split('=')[0];
        var hint = Setting.Nearest(name, known) is { } near ? $"did you mean {near}? " : "";
        return new(name, $"is not a switch; {hint}Known are {string.Join(", ", known)}");
    }

    private void AddFlag(string name, string? value)
    {
        _flags.Add(name);
        if (value is not null)
        {
            _faults.Add(new(name, "takes no value"));
        }
    }
}
