using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using MnM.Simulator;
using MnM.Simulator.Chat;
using MnM.Simulator.Network;

namespace MnM.Tests.Simulator;

public sealed class ChatServerTests : IAsyncDisposable
{
    private readonly InProcessNetwork _network = new();
    private readonly List<ChatServer> _servers = [];

    [Fact]
    public async Task It_names_its_model()
    {
        using var http = Start(new ChatOptions());

        var models = await http.GetFromJsonAsync<JsonElement>("models");

        Assert.Equal(ChatOptions.Model, models.GetProperty("data")[0].GetProperty("id").GetString());
    }

    [Fact]
    public async Task A_streamed_answer_says_the_same_as_a_whole_one()
    {
        using var http = Start(new ChatOptions());

        using var streamed = await http.PostAsJsonAsync("chat/completions", Question(stream: true));
        using var whole = await http.PostAsJsonAsync("chat/completions", Question(stream: false));

        Assert.Equal("text/event-stream", streamed.Content.Headers.ContentType?.MediaType);
        var pieces = (await streamed.Content.ReadAsStringAsync()).Split("\n\n", StringSplitOptions.RemoveEmptyEntries).Select(item => item["data: ".Length..]).ToList();
        Assert.Equal("[DONE]", pieces[^1]);
        var words = string.Concat(pieces.SkipLast(1).Select(piece => JsonDocument.Parse(piece).RootElement.GetProperty("choices")).Where(choices => choices.GetArrayLength() > 0)
            .Select(choices => choices[0].GetProperty("delta").TryGetProperty("content", out var content) ? content.GetString() : ""));
        var answer = await whole.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(answer.GetProperty("choices")[0].GetProperty("message").GetProperty("content").GetString(), words);
        Assert.Contains("In short: You died 3 times.", words, StringComparison.Ordinal);
        Assert.True(answer.GetProperty("usage").GetProperty("prompt_tokens").GetInt32() > 0);
    }

    [Fact]
    public async Task Another_model_or_key_is_refused()
    {
        using var http = Start(new ChatOptions { Key = "right" });

        using var without = await http.PostAsJsonAsync("chat/completions", Question(stream: false));
        Assert.Equal(HttpStatusCode.Unauthorized, without.StatusCode);
        http.DefaultRequestHeaders.Authorization = new("Bearer", "right");
        using var other = await http.PostAsJsonAsync("chat/completions", new { model = "another" });
        Assert.Equal(HttpStatusCode.NotFound, other.StatusCode);
    }

    [Fact]
    public void The_same_seed_invents_the_same_numbers_in_twenty_ways()
    {
        var invented = Enumerable.Range(0, 40).Select(number => InventedNumber.Of(7, number)).ToList();

        Assert.Equal(InventedNumber.Kinds, invented.Select(one => one.Kind).Distinct().Count());
        Assert.Equal(invented, Enumerable.Range(0, 40).Select(number => InventedNumber.Of(7, number)));
        Assert.NotEqual(invented, Enumerable.Range(0, 40).Select(number => InventedNumber.Of(8, number)));
        Assert.All(invented, one => Assert.Contains(one.Invention, one.Sentence, StringComparison.Ordinal));
    }

    [Fact]
    public void The_switches_choose_it_and_its_faults()
    {
        var (options, faults) = CommandLine.Read(["--chat-faults", "wrong-json,invented-numbers"]);

        Assert.Empty(faults);
        Assert.True(options.HasLanguageModel);
        Assert.Equal([ChatFault.WrongJson, ChatFault.InventedNumbers], options.Chat.Faults.Select(fault => fault!.Value));
        Assert.False(CommandLine.Read([]).Options.HasLanguageModel);
        Assert.NotEmpty(CommandLine.Read(["--chat-faults", "no-such-fault"]).Faults);
    }

    [Fact]
    public async Task It_says_where_it_is_only_where_it_was_asked_for()
    {
        await using var with = await SimulatorHost.StartAsync(new SimulatorOptions { HasLanguageModel = true }, TimeProvider.System, CancellationToken.None);
        await using var without = await SimulatorHost.StartAsync(new SimulatorOptions(), TimeProvider.System, CancellationToken.None);

        Assert.Equal(2, with.Settings.Lines.Count(line => line.StartsWith("INSIGHTS_", StringComparison.Ordinal)));
        Assert.DoesNotContain(without.Settings.Lines, line => line.StartsWith("INSIGHTS_", StringComparison.Ordinal));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var server in _servers)
        {
            await server.DisposeAsync();
        }
    }

    private static object Question(bool stream) => new
    {
        model = ChatOptions.Model,
        stream,
        messages = new[] { new { role = "system", content = "Explain." }, new { role = "user", content = """{"own_sentences":["You died 3 times."],"own_recommendations":[]}""" } },
    };

    private HttpClient Start(ChatOptions options)
    {
        var server = ChatServer.InProcess(_network, options, new SimulatorClock());
        _servers.Add(server);
        return new HttpClient(_network.CreateHandler()) { BaseAddress = new Uri(server.Endpoint + "/") };
    }
}
