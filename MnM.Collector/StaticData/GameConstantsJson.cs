using System.Text.Json.Serialization;

namespace MnM.Collector.StaticData;

internal sealed record QueueEntry(int? QueueId, string? Map, string? Description);

internal sealed record MapEntry(int? MapId, string? MapName);

/// <summary>What MnM reads of Riot's lists; every part may be missing.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(QueueEntry[]))]
[JsonSerializable(typeof(MapEntry[]))]
internal sealed partial class GameConstantsJson : JsonSerializerContext;
