using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using MnM.Benchmarks.Processes;
using MnM.Benchmarks.Scenarios.History;
using MnM.Simulator.Chat;

namespace MnM.Benchmarks.Scenarios.Insights;

/// <summary>
/// A language model that invents a number in every answer, in twenty ways by turns, asked by the real program. What was invented is looked for in all that leaves the program: stream, endpoint and page.
/// At the end the model is honest, so that a search in the wrong place would be noticed.
/// </summary>
internal sealed class HostileAnswers : Measurement
{
    public const int Honest = 4;
    private const int Matches = 12;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private static readonly string[] Settings = ["RIOT_BASE_URL", "RIOT_API_KEY", "DATA_DRAGON_URL", "GAME_CONSTANTS_URL"];

    public override string Title => "A language model that invents numbers";

    public override string? FindLack() => Programs.FindLack();

    public override async Task MeasureAsync(Results results, Size size, CancellationToken cancellationToken)
    {
        var hostile = size == Size.Full ? 500 : 40;
        using var folder = new ScratchFolder();
        await using var simulator = await SimulatorProcess.StartAsync(folder.Path, ["--riot-key-kind", "production", "--match-delay", "0"], cancellationToken);
        await using var chat = await ChatServer.StartAsync(
            new ChatOptions { LookUps = 0, Faults = [.. Enumerable.Repeat<ChatFault?>(ChatFault.InventedNumbers, hostile), .. Enumerable.Repeat<ChatFault?>(null, 100)] },
            TimeProvider.System, cancellationToken);
        var settings = simulator.Settings.Where(setting => Settings.Contains(setting.Key)).ToDictionary();
        (settings["INSIGHTS_ENDPOINT"], settings["INSIGHTS_MODEL"], settings["INSIGHTS_DAILY_TOKENS"]) = (chat.Endpoint, ChatOptions.Model, "1000000000");
        await using var mnm = MnmProcess.Start(Directory.CreateDirectory(folder.File("data")).FullName, [], settings);
        await mnm.WaitForAsync("/health", _ => true, Patience, cancellationToken);
        using var http = new HttpClient { BaseAddress = mnm.Address, Timeout = Patience };
        var subjects = await SubjectsAsync(mnm, http, cancellationToken);
        using var agreed = await http.PutAsJsonAsync("/api/insights/language", new { agreed = true }, cancellationToken);
        agreed.EnsureSuccessStatusCode();
        var (found, shown, turn) = (0, 0, 0);
        while (chat.Dialogue.Asked.Count < hostile)
        {
            var before = chat.Dialogue.Asked.Count;
            var told = await ToldAsync(http, subjects[turn++ % subjects.Count], cancellationToken);
            var invented = Enumerable.Range(before, chat.Dialogue.Asked.Count - before).Select(question => InventedNumber.Of(seed: 1, question)).ToList();
            if (invented.Count == 0)
            {
                throw new InvalidOperationException("The language model was not asked.");
            }

            // The number alone may stand on the page as something else; in the reason why the words are MnM's own nothing else can be it.
            found += invented.Sum(one => told.Texts.Count(text => text.Contains(one.Sentence, StringComparison.Ordinal)) + (told.Fallback.Contains(one.Invention, StringComparison.Ordinal) ? 1 : 0));
        }

        results.Add("hostile_answers", hostile);
        results.Add("invented_numbers", found);
        for (var honest = 0; honest < Honest; honest++)
        {
            var told = await ToldAsync(http, subjects[honest % subjects.Count], cancellationToken);
            shown += told.Texts.All(text => text.Contains("That is how it went.", StringComparison.Ordinal)) ? 1 : 0;
        }

        results.Add("honest_shown", shown);
    }

    /// <summary>Addresses of matches that are explained, each as one of its people had it.</summary>
    private static async Task<List<(string Match, int Participant)>> SubjectsAsync(MnmProcess mnm, HttpClient http, CancellationToken cancellationToken)
    {
        var job = (await mnm.PostAsync("/api/history", new { Veteran.GameName, Veteran.TagLine, limit = Matches }, cancellationToken)).GetProperty("job_id").GetString()!;
        await mnm.WaitForAsync($"/api/history/{job}", import => import.GetProperty("state").GetString() is "DONE" or "FAILED", Patience, cancellationToken);
        var subjects = new List<(string, int)>();
        foreach (var match in (await mnm.GetAsync($"/api/history/{job}/matches", cancellationToken)).EnumerateArray().Select(match => match.GetProperty("match_id").GetString()!))
        {
            using var ordered = await http.PostAsJsonAsync($"/api/matches/{match}/insights?participant=1", new { }, cancellationToken);
            if (ordered.IsSuccessStatusCode && (await ordered.Content.ReadFromJsonAsync<JsonElement>(cancellationToken)).GetProperty("status").GetString() is "waiting" or "ready")
            {
                await http.GetStringAsync($"/api/matches/{match}/insights/stream?participant=1", cancellationToken);
                subjects.AddRange(Enumerable.Range(1, 10).Select(participant => (match, participant)));
            }
        }

        return subjects.Count > 0 ? subjects : throw new InvalidOperationException("No match that was imported can be explained.");
    }

    /// <summary>Has a match explained anew; all that is told of it, with signs as they are read.</summary>
    private static async Task<Told> ToldAsync(HttpClient http, (string Match, int Participant) subject, CancellationToken cancellationToken)
    {
        var (match, participant) = subject;
        using var ordered = await http.PostAsJsonAsync($"/api/matches/{match}/insights?participant={participant}&anew=true", new { }, cancellationToken);
        ordered.EnsureSuccessStatusCode();
        var stream = await http.GetStringAsync($"/api/matches/{match}/insights/stream?participant={participant}", cancellationToken);
        var answer = await http.GetStringAsync($"/api/matches/{match}/insights?participant={participant}", cancellationToken);
        var page = await http.GetStringAsync($"/match/{match}?p={participant}", cancellationToken);
        using var json = JsonDocument.Parse(answer);
        var fallback = json.RootElement.GetProperty("insight").GetProperty("words").GetProperty("author").GetProperty("fallback").GetString() ?? "";
        return new Told([Regex.Unescape(stream), Regex.Unescape(answer), WebUtility.HtmlDecode(page)], fallback);
    }

    /// <summary>All that leaves MnM of an insight, and why its words are MnM's own.</summary>
    private sealed record Told(string[] Texts, string Fallback);
}
