using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using MnM.Web.Hosting;

namespace MnM.Web.Demo;

/// <summary>How the simulator is started: a program and its arguments.</summary>
internal sealed record SimulatorCommand(string Program, IReadOnlyList<string> Arguments)
{
    /// <summary>The simulator beside this program, with the world and the speed that were asked for.</summary>
    public static SimulatorCommand For(MnmSettings settings) => new(
        DotnetHost,
        [
            Path.Combine(AppContext.BaseDirectory, "MnM.Simulator.dll"),
            "--speed", settings.Hosting.DemoSpeed.ToString(CultureInfo.InvariantCulture),
            "--seed", settings.Hosting.DemoSeed.ToString(CultureInfo.InvariantCulture),
            "--lcu-dir", Path.Combine(settings.DemoDirectory, "simulator"),
            "--friends", "5",
            "--tft-ladder", "64",
            "--tft-matches", "480",
            "--exit-with-stdin",
        ]);

    /// <summary>The same with the ports of an earlier run, so that those who know its addresses find it again.</summary>
    public SimulatorCommand OnPorts(int live, int riot) => this with
    {
        Arguments = [.. Arguments, "--live-port", live.ToString(CultureInfo.InvariantCulture), "--riot-port", riot.ToString(CultureInfo.InvariantCulture)],
    };

    /// <summary>Starts it with all three streams in our hands.</summary>
    public Process Start()
    {
        ProcessStartInfo start = new(Program, Arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            CreateNoWindow = true,
        };

        // The owner's keys and paths are no business of the simulator's.
        foreach (var setting in Setting.All)
        {
            start.Environment.Remove(setting.Name);
        }

        return Process.Start(start)!;
    }

    /// <summary>The dotnet that runs this program; the one in the path may be another or none.</summary>
    private static string DotnetHost
    {
        get
        {
            var name = OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";
            var own = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", name));
            return File.Exists(own) ? own : name;
        }
    }
}
