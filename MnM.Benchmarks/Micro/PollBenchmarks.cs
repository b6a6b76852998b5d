using System.Text.Json;
using BenchmarkDotNet.Attributes;
using MnM.Benchmarks.Games;
using MnM.Collector.Live.Recording;
using MnM.Collector.StaticData;

namespace MnM.Benchmarks.Micro;

/// <summary>One poll and the reading of one delta, beside one parse of the same answer. Each operation runs through two minutes of a game.</summary>
[MemoryDiagnoser]
public class PollBenchmarks
{
    private const int Polls = 120;
    private IReadOnlyList<byte[]> _polls = [];
    private IReadOnlyList<byte[]> _deltas = [];
    private StaticCatalog _catalog = StaticCatalog.Empty;

    [GlobalSetup]
    public void SetUp()
    {
        _polls = InventedPolls.Write(Polls);
        _catalog = InventedCatalog.Read();
        using var buffer = new DeltaBuffer();
        _deltas = [.. _polls.Zip(_polls.Skip(1)).Select(pair => Encode(pair.First, pair.Second, buffer))];
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Polls)]
    public void Parse()
    {
        foreach (var poll in _polls)
        {
            JsonDocument.Parse(poll, DeltaCodec.Parsing).Dispose();
        }
    }

    [Benchmark(OperationsPerInvoke = Polls)]
    public void Poll()
    {
        using var game = new WatchedGame(1, _catalog);
        foreach (var poll in _polls)
        {
            game.Take(poll);
        }
    }

    [Benchmark(OperationsPerInvoke = Polls - 1)]
    public void Decode()
    {
        for (var i = 0; i < _deltas.Count; i++)
        {
            using var was = JsonDocument.Parse(_polls[i], DeltaCodec.Parsing);
            using var delta = JsonDocument.Parse(_deltas[i], DeltaCodec.Parsing);
            using var buffer = new DeltaBuffer();
            DeltaReader.Apply(was.RootElement, delta.RootElement, buffer);
        }
    }

    private static byte[] Encode(byte[] first, byte[] second, DeltaBuffer buffer)
    {
        using var was = JsonDocument.Parse(first, DeltaCodec.Parsing);
        using var now = JsonDocument.Parse(second, DeltaCodec.Parsing);
        buffer.Clear();
        DeltaCodec.Encode(was.RootElement, now.RootElement, buffer);
        return buffer.Written.ToArray();
    }
}
