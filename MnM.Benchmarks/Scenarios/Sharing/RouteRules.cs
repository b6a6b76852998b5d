using System.Net;
using System.Text;
using MnM.Benchmarks.Processes;
using MnM.Benchmarks.Viewers;

namespace MnM.Benchmarks.Scenarios.Sharing;

/// <summary>
/// Asks the real program all of docs/routes.md but its files as a stranger of the local network, and whether each endpoint that it describes has a row.
/// The test RouteTableTests asks as viewer and owner too.
/// </summary>
internal sealed class RouteRules : Measurement
{
    private const string SomeNumber = "7";
    private const string SomeId = "00000000-0000-4000-8000-000000000000";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Each stranger asks little: who asks much is told to wait.</summary>
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(25);

    public override string Title => "Who is kept out";

    public override string? FindLack() => Programs.FindLack();

    public override async Task MeasureAsync(Results results, Size size, CancellationToken cancellationToken)
    {
        using var folder = new ScratchFolder();
        await using var simulator = await SimulatorProcess.StartAsync(folder.Path, [], cancellationToken);
        await using var mnm = MnmProcess.Start(Directory.CreateDirectory(folder.File("data")).FullName, [], simulator.Settings.Concat(SharedMnm.Settings).ToDictionary());
        await mnm.WaitForAsync("/health", _ => true, Patience, cancellationToken);
        await mnm.PutAsync("/api/sharing", new { is_on = true }, cancellationToken);
        var rows = RouteRow.ReadAll();
        var known = rows.SelectMany(row => row.Methods.Select(method => $"{method} {row.Path}")).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var paths = (await mnm.GetAsync("/openapi/v1.json", cancellationToken)).GetProperty("paths").EnumerateObject().ToList();
        var faults = paths.SelectMany(path => path.Value.EnumerateObject().Select(method => $"{method.Name} {path.Name}")).Where(route => !known.Contains(route)).ToList();

        var asked = 0;
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false, UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = mnm.Address };
        foreach (var row in rows.Where(row => !row.IsFile))
        {
            foreach (var method in row.Methods.Select(method => method == "*" ? "GET" : method))
            {
                var isAnswered = await IsAnsweredAsync(http, method, row.Path, SharedMnm.AddressOf(asked), cancellationToken);
                if (isAnswered != row.IsForEveryone)
                {
                    faults.Add($"{method} {row.Path}");
                }

                asked++;
                await Task.Delay(Step, TimeProvider.System, cancellationToken);
            }
        }

        results.Add("routes_asked", asked);
        results.Add("routes_without_rule", faults.Count);
        faults.ForEach(Console.Error.WriteLine);
    }

    /// <exception cref="InvalidOperationException">There is nothing at that path, or MnM is asked too much.</exception>
    private static async Task<bool> IsAnsweredAsync(HttpClient http, string method, string path, string from, CancellationToken cancellationToken)
    {
        foreach (var value in new[] { SomeNumber, SomeId })
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), RouteRow.Fill(path, value));
            request.Headers.Add(PairedDevice.FromHeader, from);
            request.Content = method is "GET" or "DELETE" ? null : new StringContent("{}", Encoding.UTF8, "application/json");
            using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            switch (answer.StatusCode)
            {
                case HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden:
                case HttpStatusCode.Redirect when answer.Headers.Location?.OriginalString.Split('?')[0] == "/pair":
                    return false;
                case HttpStatusCode.NotFound:
                    continue;
                case HttpStatusCode.TooManyRequests:
                    throw new InvalidOperationException($"MnM is asked too much: {method} {path}.");
                default:
                    return true;
            }
        }

        throw new InvalidOperationException($"There is nothing at {method} {path}.");
    }
}
