using System.Diagnostics;
using System.Globalization;
using MnM.Tests.Hosting;
using MnM.Web.Demo;

namespace MnM.Tests.Demo;

/// <summary>A child process that behaves as the simulator does, as a few lines of shell; it leaves its process id and arguments in a file at each start.</summary>
internal sealed class FakeSimulator : IDisposable
{
    public const string Ready = "echo LIVE_CLIENT_URL=https://127.0.0.1:7001; echo 'RIOT_BASE_URL=http://127.0.0.1:7002/{route}'; echo DATA_DRAGON_URL=http://127.0.0.1:7002/dd; echo ready; ";
    public const string UntilStdinCloses = "while read -r line; do :; done";

    private readonly TemporaryFolder _folder = new();

    public FakeSimulator(string script = Ready + UntilStdinCloses) =>
        Command = new("/bin/sh", ["-c", $"echo \"$$ $*\" >> '{StartsFile}'; {script}", "simulator"]);

    public SimulatorCommand Command { get; }

    /// <summary>One line for each start: the process id, then the arguments.</summary>
    public IReadOnlyList<string> Starts => File.Exists(StartsFile) ? File.ReadAllLines(StartsFile) : [];

    private string StartsFile => _folder.File("starts");

    /// <summary>The process of the latest start; null where it has ended.</summary>
    public Process? Process
    {
        get
        {
            try
            {
                return Process.GetProcessById(int.Parse(Starts[^1].Split(' ')[0], CultureInfo.InvariantCulture));
            }
            catch (ArgumentException)
            {
                return null;
            }
        }
    }

    public void Dispose() => _folder.Dispose();
}
