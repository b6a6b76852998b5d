using System.Text.Json.Nodes;
using MnM.Simulator.World.Writing;
using Xunit.Sdk;

namespace MnM.Tests.Simulator.World.Writing;

/// <summary>One game for each of fifty seeds, written once for all tests that share it.</summary>
public sealed class WrittenGames
{
    public IReadOnlyList<ReadGame> All { get; } = [.. Enumerable.Range(1, 50).Select(seed => new ReadGame(seed, GameWriter.Write(seed, seed)))];

    /// <summary>Checks every game and names the seed of the first that fails.</summary>
    public void Each(Action<ReadGame> check)
    {
        foreach (var game in All)
        {
            try
            {
                check(game);
            }
            catch (XunitException failure)
            {
                Assert.Fail($"Seed {game.Seed}: {failure.Message}");
            }
        }
    }
}

[CollectionDefinition(Name)]
public sealed class SharedGames : ICollectionFixture<WrittenGames>
{
    public const string Name = "written games";
}

/// <summary>A written game taken apart once.</summary>
public sealed class ReadGame(int seed, GeneratedGame game)
{
    private readonly ILookup<string, JsonNode> _events =
        Nodes(game.Timeline["info"]!["frames"]!).SelectMany(frame => Nodes(frame["events"]!)).ToLookup(told => told.Text("type"));

    public int Seed => seed;
    public GeneratedGame Game => game;
    public JsonNode Info { get; } = game.Match["info"]!;
    public IReadOnlyList<JsonNode> Participants { get; } = Nodes(game.Match["info"]!["participants"]!);
    public IReadOnlyList<JsonNode> Teams { get; } = Nodes(game.Match["info"]!["teams"]!);
    public IReadOnlyList<JsonNode> Frames { get; } = Nodes(game.Timeline["info"]!["frames"]!);

    /// <summary>The events of one type, as they are told.</summary>
    public IEnumerable<JsonNode> Events(string type) => _events[type];

    /// <summary>The events of several types in the order of the timeline.</summary>
    public IEnumerable<JsonNode> EventsInOrder(params string[] types) =>
        Frames.SelectMany(frame => Nodes(frame["events"]!)).Where(told => types.Contains(told.Text("type")));

    public static JsonNode Player(JsonNode frame, int id) => frame["participantFrames"]![$"{id}"]!;

    private static JsonNode[] Nodes(JsonNode array) => [.. array.AsArray().Select(node => node!)];
}

/// <summary>Shorter ways to the values of a node.</summary>
internal static class NodeReading
{
    public static int Number(this JsonNode node, string name) => node[name]?.GetValue<int>() ?? 0;

    public static long Long(this JsonNode node, string name) => node[name]!.GetValue<long>();

    public static string Text(this JsonNode node, string name) => node[name]?.GetValue<string>() ?? "";

    public static bool Flag(this JsonNode node, string name) => node[name]!.GetValue<bool>();

    public static int[] Helpers(this JsonNode node) => [.. node["assistingParticipantIds"]?.AsArray().Select(id => id!.GetValue<int>()) ?? []];
}
