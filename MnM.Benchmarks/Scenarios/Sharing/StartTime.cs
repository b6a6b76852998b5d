using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using MnM.Benchmarks.Processes;

namespace MnM.Benchmarks.Scenarios.Sharing;

/// <summary>From the start of the real program, as on any day but the first, until /health says that it is there; and the same of a bare one, by turns.</summary>
internal sealed class StartTime : Measurement
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(5);

    public override string Title => "Start until /health";

    public override string? FindLack() => Programs.FindLack();

    public override async Task MeasureAsync(Results results, Size size, CancellationToken cancellationToken)
    {
        using var folder = new ScratchFolder();
        var data = Directory.CreateDirectory(folder.File("data")).FullName;
        var bare = await BareApp.BuildAsync(Directory.CreateDirectory(folder.File("bare")).FullName, cancellationToken);
        await using var simulator = await SimulatorProcess.StartAsync(folder.Path, [], cancellationToken);
        var (starts, bares, ratios) = (new List<double>(), new List<double>(), new List<double>());
        for (var round = 0; round <= Results.Rounds; round++)
        {
            var yardstick = await StartAsync(bare, folder.Path, [], new Dictionary<string, string>(), cancellationToken);
            var start = await StartAsync(Programs.Mnm, data, ["--data", data], simulator.Settings, cancellationToken);
            if (round > 0)
            {
                starts.Add(start);
                bares.Add(yardstick);
                ratios.Add(start / yardstick);
            }
        }

        results.AddMedian("start_ms", starts);
        results.AddMedian("yardstick_start_ms", bares);
        results.AddMedian("start_vs_bare", ratios);
    }

    /// <summary>Milliseconds.</summary>
    private static async Task<double> StartAsync(
        string program, string folder, IReadOnlyList<string> switches, IReadOnlyDictionary<string, string> settings, CancellationToken cancellationToken)
    {
        var address = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{FreePort()}");
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        var start = Stopwatch.GetTimestamp();
        await using var process = ChildProcess.Start(program, folder, [.. switches, "--urls", address], settings);
        while (!await IsThereAsync())
        {
            if (process.HasExited || Stopwatch.GetElapsedTime(start) > Patience)
            {
                throw new InvalidOperationException($"{program} does not answer.{Environment.NewLine}{string.Join(Environment.NewLine, process.Lines)}");
            }

            await Task.Delay(Step, TimeProvider.System, cancellationToken);
        }

        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;

        async Task<bool> IsThereAsync()
        {
            try
            {
                using var answer = await http.GetAsync(new Uri($"{address}/health"), cancellationToken);
                return answer.IsSuccessStatusCode;
            }
            catch (HttpRequestException)
            {
                return false;
            }
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
