using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using MnM.Benchmarks.Processes;
using MnM.Benchmarks.Viewers;

namespace MnM.Benchmarks.Scenarios.Sharing;

/// <summary>
/// A MnM that is shared. Its devices come through a proxy on this machine that it trusts, so that each has an address of its own in a local network,
/// whatever addresses the machine has.
/// </summary>
internal static class SharedMnm
{
    /// <summary>As the code is shown to each device anew, and MnM looks at so many a minute alone.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>What it is started with.</summary>
    public static IReadOnlyDictionary<string, string> Settings { get; } = new Dictionary<string, string> { ["TRUSTED_PROXIES"] = "127.0.0.1" };

    /// <summary>The address of a device, or of a stranger.</summary>
    public static string AddressOf(int number) => string.Create(CultureInfo.InvariantCulture, $"192.168.{number / 250}.{(number % 250) + 1}");

    /// <summary>Switches sharing on and lets so many devices in, each by a code of its own.</summary>
    /// <exception cref="InvalidOperationException">One is refused.</exception>
    public static async Task<IReadOnlyList<PairedDevice>> PairAsync(MnmProcess mnm, int devices, CancellationToken cancellationToken)
    {
        await mnm.PutAsync("/api/sharing", new { is_on = true }, cancellationToken);
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false, UseCookies = false }) { BaseAddress = mnm.Address };
        var paired = new List<PairedDevice>();
        while (paired.Count < devices)
        {
            paired.Add(await PairAsync(mnm, http, AddressOf(paired.Count), cancellationToken));
        }

        return paired;
    }

    private static async Task<PairedDevice> PairAsync(MnmProcess mnm, HttpClient http, string from, CancellationToken cancellationToken)
    {
        var start = TimeProvider.System.GetTimestamp();
        while (TimeProvider.System.GetElapsedTime(start) < Patience)
        {
            var code = (await mnm.PostAsync("/api/sharing/code", new { }, cancellationToken)).GetProperty("code").GetString();
            using var wish = new HttpRequestMessage(HttpMethod.Post, "/api/sharing/pair") { Content = JsonContent.Create(new { code, name = $"Device {from}" }) };
            wish.Headers.Add(PairedDevice.FromHeader, from);
            using var answer = await http.SendAsync(wish, cancellationToken);
            if (answer.StatusCode == HttpStatusCode.TooManyRequests)
            {
                await Task.Delay(answer.Headers.RetryAfter?.Delta ?? TimeSpan.FromSeconds(1), TimeProvider.System, cancellationToken);
                continue;
            }

            return answer.IsSuccessStatusCode
                ? new PairedDevice(from, answer.Headers.GetValues("Set-Cookie").Single().Split(';')[0])
                : throw new InvalidOperationException($"A device is not let in: {answer.StatusCode}.");
        }

        throw new InvalidOperationException($"A device was not let in within {Patience.TotalSeconds} s.");
    }
}
