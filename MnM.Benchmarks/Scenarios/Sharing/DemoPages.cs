using System.Text.Json;
using MnM.Benchmarks.Processes;

namespace MnM.Benchmarks.Scenarios.Sharing;

/// <summary>All pages of docs/routes.md in a running demo, those about one thing with one that the demo has.</summary>
internal static class DemoPages
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <summary>What the demo does not show: it leads from the page of the first run to the live page, and the other stands for addresses that are none.</summary>
    private static readonly string[] NotShown = ["/welcome", "/not-found"];

    /// <summary>Their paths, and whether they are drawn over a circuit; those for everyone are not.</summary>
    public static async Task<IReadOnlyList<(string Path, bool HasCircuit)>> FindAsync(MnmProcess mnm, CancellationToken cancellationToken)
    {
        await mnm.WaitForAsync("/api/games/live", _ => true, Patience, cancellationToken);
        var game = (await FirstAsync("/api/games")).GetProperty("id").GetInt64();
        var friend = (await FirstAsync("/api/tracking/players")).GetProperty("riot_id").GetString()!.Split('#');
        var import = await mnm.PostAsync("/api/history", new { gameName = friend[0], tagLine = friend[1], limit = 1, timelines = true }, cancellationToken);
        var match = (await FirstAsync($"/api/history/{import.GetProperty("job_id").GetString()}/matches")).GetProperty("match_id").GetString()!;
        var player = Uri.EscapeDataString($"{friend[0]}-{friend[1]}");
        var values = new Dictionary<string, string>
        {
            ["/champion/{id}"] = "1",
            ["/games/{Id}"] = $"{game}",
            ["/match/{Id}"] = match,
            ["/players/{player}"] = player,
            ["/players/{player}/time"] = player,
            ["/tft/item/{id}"] = (await RowAsync("items")).GetProperty("items")[0].GetString()!,
            ["/tft/trait/{id}"] = (await RowAsync("traits")).GetProperty("traits")[0].GetString()!,
            ["/tft/unit/{id}"] = (await RowAsync("units")).GetProperty("unit").GetString()!,
        };
        return [.. RouteRow.ReadAll().Where(row => row.IsPage && !NotShown.Contains(row.Path))
            .Select(row => (values.TryGetValue(row.Path, out var value) ? RouteRow.Fill(row.Path, value) : row.Path, !row.IsForEveryone))];

        Task<JsonElement> RowAsync(string subject) => FirstAsync($"/api/tft/analytics/{subject}");

        async Task<JsonElement> FirstAsync(string path)
        {
            await mnm.WaitForAsync(path, answer => RowsOf(answer).GetArrayLength() > 0, Patience, cancellationToken);
            return RowsOf(await mnm.GetAsync(path, cancellationToken))[0];
        }

        static JsonElement RowsOf(JsonElement answer) => answer.ValueKind == JsonValueKind.Array ? answer : answer.GetProperty("rows");
    }
}
