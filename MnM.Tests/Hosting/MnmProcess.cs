using System.Diagnostics;

namespace MnM.Tests.Hosting;

/// <summary>MnM as people start it: a process of its own.</summary>
internal sealed class MnmProcess : IDisposable
{
    private readonly Process _process;

    public MnmProcess(params string[] args)
    {
        ProcessStartInfo start = new("dotnet", [Path.Combine(AppContext.BaseDirectory, "MnM.Web.dll"), .. args])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        _process = Process.Start(start)!;
    }

    public int Id => _process.Id;

    /// <summary>Waits for a line of its output.</summary>
    public async Task<string> LineAsync(string part)
    {
        using CancellationTokenSource patience = new(TimeSpan.FromSeconds(40));
        while (await _process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
        {
            if (line.Contains(part, StringComparison.Ordinal))
            {
                return line;
            }
        }

        throw new InvalidOperationException($"MnM ended and never said \"{part}\": {await _process.StandardError.ReadToEndAsync(patience.Token)}");
    }

    /// <summary>Waits for its end; its exit code and what it said on its error stream.</summary>
    public async Task<(int ExitCode, string Errors)> EndAsync()
    {
        using CancellationTokenSource patience = new(TimeSpan.FromSeconds(40));
        var errors = await _process.StandardError.ReadToEndAsync(patience.Token);
        await _process.WaitForExitAsync(patience.Token);
        return (_process.ExitCode, errors);
    }

    /// <summary>Ends it without warning.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
    }
}
