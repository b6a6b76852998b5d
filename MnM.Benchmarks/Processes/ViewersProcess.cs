using System.Text.Json;
using MnM.Benchmarks.Viewers;

namespace MnM.Benchmarks.Processes;

/// <summary>Viewers of the running game in a process of their own.</summary>
internal sealed class ViewersProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(120);

    private readonly ChildProcess _process;
    private readonly string _log;

    private ViewersProcess(ChildProcess process, string log) => (_process, _log) = (process, log);

    /// <summary>Starts them and waits until each has seen a poll.</summary>
    public static Task<ViewersProcess> StartAsync(string folder, Uri address, int sockets, int circuits, CancellationToken cancellationToken) =>
        StartAsync(folder, new Command.Viewers(address, sockets, circuits, LogIn(folder)), cancellationToken);

    /// <summary>The same on paired devices, a page on each.</summary>
    public static async Task<ViewersProcess> StartAsync(string folder, Uri address, IReadOnlyList<PairedDevice> devices, CancellationToken cancellationToken)
    {
        var file = Path.Combine(folder, "devices.jsonl");
        await PairedDevice.WriteAsync(file, devices, cancellationToken);
        return await StartAsync(folder, new Command.Viewers(address, Sockets: 0, devices.Count, LogIn(folder), file), cancellationToken);
    }

    /// <summary>Ends them; all that they saw.</summary>
    /// <exception cref="InvalidOperationException">One of them had failed.</exception>
    public async Task<IReadOnlyList<Sighting>> StopAsync(CancellationToken cancellationToken)
    {
        await _process.CloseInputAsync();
        return _process.ExitCode == ExitCode.Fine
            ? [.. (await File.ReadAllLinesAsync(_log, cancellationToken)).Select(line => JsonSerializer.Deserialize<Sighting>(line)!)]
            : throw new InvalidOperationException($"A viewer has failed. {string.Join(Environment.NewLine, _process.Lines)}");
    }

    public ValueTask DisposeAsync() => _process.DisposeAsync();

    private static string LogIn(string folder) => Path.Combine(folder, $"{Path.GetRandomFileName()}.jsonl");

    private static async Task<ViewersProcess> StartAsync(string folder, Command.Viewers wish, CancellationToken cancellationToken)
    {
        var process = ChildProcess.Start(Programs.Benchmarks, folder, wish.Arguments);
        var viewers = new ViewersProcess(process, wish.LogFile);
        try
        {
            await Waiting.ForAsync(
                $"Waited for {wish.Sockets} sockets and {wish.Circuits} circuits", _ => Task.FromResult(process.Lines is [.., "ready"] said ? said : null), process, StartPatience, cancellationToken);
            return viewers;
        }
        catch
        {
            await viewers.DisposeAsync();
            throw;
        }
    }
}
