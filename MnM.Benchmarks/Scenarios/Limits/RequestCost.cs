using System.Net;
using MnM.Benchmarks.Requests;
using MnM.Collector.Backplane;
using MnM.Collector.Riot;

namespace MnM.Benchmarks.Scenarios.Limits;

/// <summary>What limiter and handlers allocate for a request, twenty of which are under way at once: all that is allocated, less what the same requests cost without them.</summary>
internal sealed class RequestCost : Measurement
{
    private const int AtOnce = 20;
    private const int Batches = 100;

    public override string Title => "What a request allocates";

    public override string? FindLack() => ReleaseBuild.FindLack();

    public override async Task MeasureAsync(Results results, Size size, CancellationToken cancellationToken)
    {
        using var folder = new ScratchFolder();
        using var wire = new Echo();
        await using var asker = new Asker(folder.Path, new RiotOptions { ApiKey = "RGAPI-none" }, wire, TimeProvider.System);
        await asker.MigrateAsync(cancellationToken);
        using var pipeline = asker.Pipeline();
        using var bare = new HttpMessageInvoker(wire, disposeHandler: false);
        List<double> rounds = [];
        for (var round = 0; round <= Results.Rounds; round++)
        {
            var with = await AllocatedAsync(pipeline, cancellationToken);
            var without = await AllocatedAsync(bare, cancellationToken);
            if (round > 0)
            {
                rounds.Add((with - without) / (double)(AtOnce * Batches) / 1024);
            }
        }

        results.AddMedian("alloc_kb_per_request", rounds);
    }

    private static async Task<long> AllocatedAsync(HttpMessageInvoker invoker, CancellationToken cancellationToken)
    {
        var before = GC.GetTotalAllocatedBytes(precise: true);
        for (var batch = 0; batch < Batches; batch++)
        {
            await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => SendAsync(invoker, cancellationToken)));
        }

        return GC.GetTotalAllocatedBytes(precise: true) - before;
    }

    private static async Task SendAsync(HttpMessageInvoker invoker, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "https://euw1.example/");
        request.Headers.TryAddWithoutValidation("X-Riot-Token", "RGAPI-none");
        new RiotCall("euw1", "match-v5.match", Lane.Crawl).PutInto(request);
        using var response = await invoker.SendAsync(request, cancellationToken);
        await response.Content.LoadIntoBufferAsync(cancellationToken);
    }

    /// <summary>Answers after a moment, with limits that are never reached.</summary>
    private sealed class Echo : HttpMessageHandler
    {
        private static readonly byte[] Body = "{}"u8.ToArray();

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            await Task.Yield();
            var response = new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(Body) };
            response.Headers.TryAddWithoutValidation("X-App-Rate-Limit", "20000:1,100000:120");
            response.Headers.TryAddWithoutValidation("X-App-Rate-Limit-Count", "1:1,1:120");
            response.Headers.TryAddWithoutValidation("X-Method-Rate-Limit", "20000:10");
            response.Headers.TryAddWithoutValidation("X-Method-Rate-Limit-Count", "1:10");
            return response;
        }
    }
}
