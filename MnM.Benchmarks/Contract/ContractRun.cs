using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace MnM.Benchmarks.Contract;

/// <summary>Asks a server all that docs/contract asks, and names every difference. It signs one person up there.</summary>
internal sealed class ContractRun(HttpClient http, TextWriter output)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>Compares a server with the examples; answers the exit code.</summary>
    /// <param name="command">Which server, and as whom.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<int> RunAsync(Command.Contract command, CancellationToken cancellationToken)
    {
        var words = new Words
        {
            ["riotId"] = command.RiotId,
            ["email"] = command.Email,
            ["nobody"] = "Nobody Here#NONE",
            ["unknownId"] = "00000000-0000-4000-8000-000000000000",
        };
        var differences = 0;
        foreach (var exchange in Exchange.All)
        {
            foreach (var difference in await DifferencesAsync(exchange, command.Base, words, cancellationToken))
            {
                differences++;
                await output.WriteLineAsync($"{exchange.Request.Method} {exchange.Request.Path} ({exchange.About.TrimEnd('.')}): {difference}");
            }
        }

        await output.WriteLineAsync(differences == 0
            ? $"{Exchange.All.Length} exchanges with {command.Base} are as in the contract."
            : $"{differences} differences in {Exchange.All.Length} exchanges with {command.Base}.");
        return differences == 0 ? ExitCode.Fine : ExitCode.Missed;
    }

    private async Task<IReadOnlyList<string>> DifferencesAsync(Exchange exchange, Uri server, Words words, CancellationToken cancellationToken)
    {
        if (words.Fill(exchange.Request.Path) is not { } path)
        {
            return ["cannot be asked, since an answer before did not tell whom or what"];
        }

        try
        {
            using var request = new HttpRequestMessage(new HttpMethod(exchange.Request.Method), new Uri($"{server.AbsoluteUri.TrimEnd('/')}{path}"));
            if (exchange.Request.Body is { } body)
            {
                var filled = new JsonObject(body.AsObject().Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)words.Fill((string)pair.Value!))));
                request.Content = new StringContent(filled.ToJsonString(), Encoding.UTF8, "application/json");
            }

            using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            patience.CancelAfter(Patience);
            using var answer = await http.SendAsync(request, patience.Token);
            var text = await answer.Content.ReadAsStringAsync(patience.Token);
            return (int)answer.StatusCode != exchange.Response.Status
                ? [$"the status is {(int)answer.StatusCode}, not {exchange.Response.Status}"]
                : exchange.Response.Body is null ? [] : Compare(exchange, JsonNode.Parse(text), words);
        }
        catch (JsonException)
        {
            return ["the body is not JSON"];
        }
        catch (HttpRequestException failure)
        {
            return [$"the server does not answer: {failure.Message}"];
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return [$"there is no answer within {Patience.TotalSeconds:0} s"];
        }
    }

    private static List<string> Compare(Exchange exchange, JsonNode? told, Words words)
    {
        var differences = new JsonShape(exchange, words).Compare(told).ToList();
        foreach (var (word, place) in exchange.Keep)
        {
            if (Find(told, place) is { } value)
            {
                words[word] = value.ToString();
            }
            else
            {
                differences.Add($"{place} is not there");
            }
        }

        return differences;
    }

    /// <summary>The value at $.name or $[0].name.</summary>
    private static JsonNode? Find(JsonNode? told, string place)
    {
        foreach (var step in place.Split(['.', '[', ']', '$'], StringSplitOptions.RemoveEmptyEntries))
        {
            told = told switch
            {
                JsonArray elements => int.TryParse(step, out var index) && index < elements.Count ? elements[index] : null,
                JsonObject names => names[step],
                _ => null,
            };
        }

        return told;
    }
}
