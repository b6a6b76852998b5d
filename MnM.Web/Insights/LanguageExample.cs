using System.Collections.Immutable;

namespace MnM.Web.Insights;

/// <summary>What is set for a server of language models.</summary>
/// <param name="Server">Its name.</param>
/// <param name="Words">What is done there first.</param>
/// <param name="Lines">What is set in MnM.</param>
internal sealed record LanguageExample(string Server, string Words, string Lines)
{
    /// <summary>The settings by name, and what they mean.</summary>
    public static ImmutableArray<(string Name, string Words)> Settings { get; } =
    [
        ("INSIGHTS_ENDPOINT", "Address of the server, up to and with /v1. Without it there is no language model."),
        ("INSIGHTS_MODEL", "The model’s name, as the server calls it."),
        ("INSIGHTS_API_KEY", "The server’s key, where it wants one. It goes there alone, and no log and no page shows it."),
        ("INSIGHTS_DAILY_TOKENS", "So many tokens may be used between two midnights, 200,000 where it is not set; then MnM writes its own sentences."),
        ("INSIGHTS_PRICE_IN", "Price of a million tokens that are sent, so that this page can tell what a day cost."),
        ("INSIGHTS_PRICE_OUT", "Price of a million tokens that come back."),
        ("INSIGHTS_CURRENCY", "The currency of both prices."),
    ];

    public static ImmutableArray<LanguageExample> All { get; } =
    [
        new("Ollama", "Fetch a model there first: ollama pull, with its name.", "INSIGHTS_ENDPOINT=http://127.0.0.1:11434/v1\nINSIGHTS_MODEL=qwen3:8b"),
        new("LM Studio", "Load a model and start the server in its tab Developer.", "INSIGHTS_ENDPOINT=http://127.0.0.1:1234/v1\nINSIGHTS_MODEL=qwen/qwen3-8b"),
        new("llama.cpp", "Start llama-server with the model’s file and --jinja, without which it calls no tools.", "INSIGHTS_ENDPOINT=http://127.0.0.1:8080/v1\nINSIGHTS_MODEL=local"),
        new("A hosted model", "The report leaves this machine. Set the prices too, and keep the key out of what you share.", "INSIGHTS_ENDPOINT=https://models.example/v1\nINSIGHTS_MODEL=name-of-the-model\nINSIGHTS_API_KEY=your key"),
    ];
}
