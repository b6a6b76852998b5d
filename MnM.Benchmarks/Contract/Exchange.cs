using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace MnM.Benchmarks.Contract;

/// <summary>A request and what answers it: an example of docs/contract. Words in braces stand for what is known only then.</summary>
internal sealed record Exchange
{
    private const string Prefix = "contract/";
    private static readonly JsonSerializerOptions Json = new() { PropertyNameCaseInsensitive = true };

    /// <summary>What it shows, in a sentence.</summary>
    public required string About { get; init; }
    public required ExchangeRequest Request { get; init; }
    public required ExchangeResponse Response { get; init; }

    /// <summary>Names whose value may be null too.</summary>
    public ImmutableArray<string> Nullable { get; init; } = [];

    /// <summary>Places whose object may have more names, such as $.info.</summary>
    public ImmutableArray<string> Open { get; init; } = [];

    /// <summary>Places that may be absent.</summary>
    public ImmutableArray<string> Optional { get; init; } = [];

    /// <summary>What a text holds, by place: uuid or url.</summary>
    public ImmutableDictionary<string, string> Formats { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Which parts of the answer later exchanges use, by the word that stands for it.</summary>
    public ImmutableDictionary<string, string> Keep { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>All examples in their order.</summary>
    public static ImmutableArray<Exchange> All { get; } = [.. Assembly.GetExecutingAssembly().GetManifestResourceNames()
        .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(Read)];

    private static Exchange Read(string name)
    {
        using var file = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
        return JsonSerializer.Deserialize<Exchange>(file, Json) ?? throw new JsonException($"{name} holds no exchange.");
    }
}

/// <param name="Method">GET or POST.</param>
/// <param name="Path">With its query, from the base on.</param>
/// <param name="Body">Null where there is none.</param>
internal sealed record ExchangeRequest(string Method, string Path, JsonNode? Body);

/// <param name="Status">Of HTTP.</param>
/// <param name="Body">What it looks like; its values are examples.</param>
internal sealed record ExchangeResponse(int Status, JsonNode? Body);
