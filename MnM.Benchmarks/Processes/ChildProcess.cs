using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace MnM.Benchmarks.Processes;

/// <summary>A program beside this one; it ends with us. Its surroundings are bare, so that no settings of the owner reach it.</summary>
internal sealed class ChildProcess : IAsyncDisposable
{
    private const int LinesKept = 40;
    private static readonly TimeSpan EndPatience = TimeSpan.FromSeconds(20);
    private static readonly string[] KeptVariables = ["PATH", "HOME", "USERPROFILE", "SystemRoot", "TMPDIR", "TEMP", "TMP", "LANG", "DOTNET_ROOT"];

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _lines = [];

    private ChildProcess(Process process)
    {
        _process = process;
        _process.OutputDataReceived += (_, said) => Keep(said.Data);
        _process.ErrorDataReceived += (_, said) => Keep(said.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public int Id => _process.Id;

    public bool HasExited => _process.HasExited;

    public int ExitCode => _process.ExitCode;

    /// <summary>The last lines it wrote, newest last.</summary>
    public IReadOnlyList<string> Lines => [.. _lines];

    /// <param name="program">The program's .dll.</param>
    /// <param name="folder">Where it runs.</param>
    /// <param name="arguments">Its switches.</param>
    /// <param name="variables">Environment variables beside the few that any program needs.</param>
    public static ChildProcess Start(string program, string folder, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? variables = null) =>
        StartDotnet(folder, [program, .. arguments], variables);

    /// <param name="folder">Where it runs.</param>
    /// <param name="arguments">What dotnet is to do.</param>
    /// <param name="variables">Environment variables beside the few that any program needs.</param>
    public static ChildProcess StartDotnet(string folder, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? variables = null) =>
        StartProgram(Environment.ProcessPath is { } own && Path.GetFileNameWithoutExtension(own) == "dotnet" ? own : "dotnet", folder, arguments, variables);

    /// <param name="file">What is run.</param>
    /// <param name="folder">Where it runs.</param>
    /// <param name="arguments">Its switches.</param>
    /// <param name="variables">Environment variables beside the few that any program needs.</param>
    public static ChildProcess StartProgram(string file, string folder, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? variables = null)
    {
        ProcessStartInfo start = new(file, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var kept = KeptVariables.Select(name => (name, Value: Environment.GetEnvironmentVariable(name))).Where(pair => pair.Value is not null).ToList();
        start.Environment.Clear();
        kept.ForEach(pair => start.Environment[pair.name] = pair.Value);
        foreach (var (name, value) in variables ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        return new(Process.Start(start)!);
    }

    public async Task<int> WaitForEndAsync(CancellationToken cancellationToken)
    {
        await _process.WaitForExitAsync(cancellationToken);
        return _process.ExitCode;
    }

    /// <summary>Ends it as a service manager would, and waits; on Windows, which has no such signal, it is killed.</summary>
    public Task StopAsync()
    {
        if (!_process.HasExited && !OperatingSystem.IsWindows())
        {
            using var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
            kill.WaitForExit();
        }

        return EndAsync(atOnce: OperatingSystem.IsWindows());
    }

    /// <summary>Ends it without a word, as a power cut would.</summary>
    public Task KillAsync()
    {
        _process.Kill();
        return _process.WaitForExitAsync(CancellationToken.None);
    }

    /// <summary>Time that all its threads have worked so far.</summary>
    public TimeSpan ReadProcessorTime()
    {
        _process.Refresh();
        return _process.TotalProcessorTime;
    }

    /// <summary>Ends a program that ends with its standard input, and waits.</summary>
    public Task CloseInputAsync()
    {
        _process.StandardInput.Close();
        return EndAsync(atOnce: false);
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _process.Dispose();
    }

    private async Task EndAsync(bool atOnce)
    {
        using var patience = new CancellationTokenSource(atOnce ? TimeSpan.Zero : EndPatience, TimeProvider.System);
        try
        {
            await _process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync(CancellationToken.None);
        }
    }

    private void Keep(string? line)
    {
        if (line is null)
        {
            return;
        }

        _lines.Enqueue(line);
        while (_lines.Count > LinesKept)
        {
            _lines.TryDequeue(out _);
        }
    }
}
