using System.Collections.Concurrent;
using System.Text.Json;

namespace MnM.Benchmarks.Viewers;

/// <summary>Many viewers in a process of their own, so that MnM's time is not theirs. They watch until the standard input ends.</summary>
internal static class ViewerCrowd
{
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(50);

    /// <summary>Says "ready" once each has seen a poll, and in the end writes a JSON line for every sighting.</summary>
    /// <exception cref="InvalidOperationException">MnM ended one of them.</exception>
    public static async Task RunAsync(Command.Viewers wish, TextReader input, TextWriter output)
    {
        var sightings = new ConcurrentQueue<Sighting>();
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        var devices = wish.DevicesFile is { } file ? await PairedDevice.ReadAsync(file) : [];
        using var stop = new CancellationTokenSource();
        Viewer[] viewers =
        [
            .. Enumerable.Range(0, wish.Sockets).Select(n => new SocketViewer($"socket {n}", wish.Address, sightings.Enqueue)),
            .. Enumerable.Range(0, wish.Circuits).Select(n => new CircuitViewer($"circuit {n}", wish.Address, devices.Count > 0 ? devices[n].Client() : client, sightings.Enqueue)),
        ];
        var watching = new List<Task>();
        foreach (var viewer in viewers)
        {
            watching.Add(viewer.WatchAsync(stop.Token));
            await Task.Delay(Between, TimeProvider.System, stop.Token);
        }

        var over = Task.WhenAny(watching);

        // The console's reader blocks whoever calls it.
        var ended = Task.Run(input.ReadToEnd, CancellationToken.None);
        if (await Task.WhenAny(Task.WhenAll(viewers.Select(viewer => viewer.First)), over) != over)
        {
            await output.WriteLineAsync("ready");
            await output.FlushAsync(stop.Token);
            await Task.WhenAny(ended, over);
        }

        await stop.CancelAsync();
        try
        {
            await Task.WhenAll(watching);
        }
        catch (OperationCanceledException)
        {
            // They have watched to the end.
        }

        await File.WriteAllLinesAsync(wish.LogFile, sightings.Select(sighting => JsonSerializer.Serialize(sighting)), CancellationToken.None);
    }
}
