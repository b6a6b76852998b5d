using System.Diagnostics;
using System.Text.RegularExpressions;

namespace MnM.Collector.Live.Lcu;

/// <summary>Looks at the processes of this machine for a League client, whose command line says how to reach it wherever it is installed.</summary>
internal partial class ClientProcesses
{
    private const string Name = "LeagueClientUx";

    /// <summary>
    /// Whether the client that was found here still runs: a process with its id and its name, since the id of one that has ended is soon given to another.
    /// One of another owner counts too, and one whose name may not be seen.
    /// </summary>
    public virtual bool Runs(ClientPlace place)
    {
        try
        {
            using var process = Process.GetProcessById(place.ProcessId);
            return NameOf(process) is not { } name || name.StartsWith(place.Program, StringComparison.OrdinalIgnoreCase);
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    /// <summary>The running client by its command line; Address is null where none runs, IsHidden tells that one runs whose command line may not be read.</summary>
    public virtual (ClientAddress? Address, bool IsHidden) Find()
    {
        var hidden = false;
        foreach (var process in Process.GetProcesses())
        {
            using (process)
            {
                if (NameOf(process) is not { } name || !name.StartsWith(Name, StringComparison.Ordinal) || name.Contains("Render", StringComparison.Ordinal))
                {
                    continue;
                }

                var line = ProcessCommandLine.Read(process.Id);
                hidden |= line is null;
                if (line is not null && Parse(line, process.Id) is { } address)
                {
                    return (address, false);
                }
            }
        }

        return (null, hidden);
    }

    /// <summary>What a command line says; null where it is not that of a client.</summary>
    public static ClientAddress? Parse(string commandLine, int processId) =>
        Argument("app-port", commandLine) is { } port && Argument("remoting-auth-token", commandLine) is { } password
        && int.TryParse(port, out var number) && number is > 0 and < 65536
            ? new ClientAddress(new ClientPlace(ClientPlace.CommandLine, processId, number), password)
            : null;

    private static string? Argument(string name, string commandLine) =>
        Arguments().Matches(commandLine).FirstOrDefault(match => match.Groups["name"].ValueSpan.SequenceEqual(name))?.Groups["value"].Value;

    private static string? NameOf(Process process)
    {
        try
        {
            return process.ProcessName;
        }
        catch (InvalidOperationException)
        {
            // It ended meanwhile.
            return null;
        }
    }

    [GeneratedRegex("""--(?<name>[a-z-]+)=(?<value>[^"\s\0]+)""")]
    private static partial Regex Arguments();
}
