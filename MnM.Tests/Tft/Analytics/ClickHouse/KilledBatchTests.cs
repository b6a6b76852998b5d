using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using System.Web;
using Microsoft.EntityFrameworkCore;
using MnM.Benchmarks.Games;
using MnM.Collector.Storage;
using MnM.Collector.Tft.Analytics;
using MnM.Collector.Tft.Analytics.ClickHouse;
using MnM.Collector.Tft.Patches;
using MnM.Collector.Tft.Rows;

namespace MnM.Tests.Tft.Analytics.ClickHouse;

/// <summary>Sending a batch ends at each point, as by a kill; then MnM starts anew and sends the same matches.</summary>
[Collection(ClickHouseTests.Name)]
public sealed class KilledBatchTests(ClickHouseFixture fixture)
{
    private static readonly CancellationToken None = CancellationToken.None;

    private const int OfFirstPatch = 30;
    private static readonly ImmutableArray<FlatMatch> Matches = Make();

    [ClickHouseFact]
    public async Task Killed_before_the_batch_leaves() => await KilledAsync((_, _) => throw new HttpRequestException("killed"), arrives: false);

    [ClickHouseFact]
    public async Task Killed_before_the_answer_comes_back() => await KilledAsync(
        async (_, send) =>
        {
            using var response = await send();
            throw new HttpRequestException("killed");
        },
        arrives: true);

    [ClickHouseFact]
    public async Task Killed_in_the_middle_of_the_batch() => await KilledAsync(
        async (request, send) =>
        {
            // The server sees a whole request whose body ends too early: the worst that a broken connection can look like.
            var whole = await request.Content!.ReadAsByteArrayAsync();
            request.Content = Packed(whole[..(whole.Length / 2)]);
            using var response = await send();
            Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
            throw new HttpRequestException("killed");
        },
        arrives: false);

    [ClickHouseFact]
    public async Task A_batch_that_the_server_is_still_at_is_waited_for()
    {
        await using var run = await ClickHouseRun.CreateAsync(fixture.Server);
        var killed = await run.StartAsync();
        var queryId = "";
        run.Faults.Concerns = FaultyWire.IsInsert;
        run.Faults.Treatment = (request, _) =>
        {
            queryId = HttpUtility.ParseQueryString(request.RequestUri!.Query)["query_id"]!;
            throw new HttpRequestException("killed");
        };
        await Assert.ThrowsAsync<TftAnalyticsException>(() => killed.Get<ITftAnalytics>().StoreAsync(Matches, None));

        // Something slow under the insert's id, in place of a disk that takes its time.
        var slow = fixture.Server.AskAsync("SELECT sleep(1) FROM system.numbers SETTINGS max_block_size = 1 FORMAT Null", queryId, None);
        await WaitForAsync(async () => await CountAsync(queryId) == "1");
        var store = await run.OpenAsync();
        var fault = await Assert.ThrowsAsync<TftAnalyticsException>(() => store.StoreAsync(Matches, None));
        Assert.Contains("still storing", fault.Message, StringComparison.Ordinal);
        Assert.Empty(await store.ReadCoverageAsync(None));

        await fixture.Server.AskAsync($"KILL QUERY WHERE query_id = '{queryId}'", None);
        await Assert.ThrowsAsync<InvalidOperationException>(() => slow);
        await WaitForAsync(async () => await CountAsync(queryId) == "0");
        await store.StoreAsync(Matches, None);
        await AssertWholeAsync(run, store);

        Task<string> CountAsync(string id) => fixture.Server.AskAsync($"SELECT count() FROM system.processes WHERE query_id = '{id}'", None);
    }

    [ClickHouseFact]
    public async Task Nothing_is_sent_that_is_there()
    {
        await using var run = await ClickHouseRun.CreateAsync(fixture.Server);
        var store = await run.OpenAsync();
        await store.StoreAsync(Matches, None);
        run.Faults.Asked.Clear();
        await (await run.OpenAsync()).StoreAsync(Matches, None);
        Assert.DoesNotContain(run.Faults.Asked, asked => asked.Contains("INSERT", StringComparison.Ordinal));
    }

    private async Task KilledAsync(Func<HttpRequestMessage, Func<Task<HttpResponseMessage>>, Task<HttpResponseMessage>> kill, bool arrives)
    {
        await using var run = await ClickHouseRun.CreateAsync(fixture.Server);
        var killed = await run.StartAsync();
        await killed.Get<ITftAnalytics>().OpenAsync(None);
        run.Faults.Concerns = FaultyWire.IsInsert;
        run.Faults.Treatment = kill;
        await Assert.ThrowsAsync<TftAnalyticsException>(() => killed.Get<ITftAnalytics>().StoreAsync(Matches, None));
        Assert.Equal(1, await OpenBatchesAsync(run));

        var store = await run.OpenAsync();
        Assert.Equal(arrives ? OfFirstPatch : 0, (await store.ReadCoverageAsync(None)).Sum(part => part.Matches));

        // After the kill other matches may come with them.
        await store.StoreAsync([.. Matches.Reverse()], None);
        await AssertWholeAsync(run, store);
    }

    private static ImmutableArray<FlatMatch> Make()
    {
        var generator = new FlatMatchGenerator(seed: 4);
        return [.. generator.Make(OfFirstPatch, new Patch(18, 1)), .. generator.Make(20, new Patch(18, 2))];
    }

    private async Task AssertWholeAsync(ClickHouseRun run, ITftAnalytics store)
    {
        Assert.Equal(0, await OpenBatchesAsync(run));
        Assert.Equal(Matches.Length, (await store.ReadCoverageAsync(None)).Sum(part => part.Matches));
        var table = $"{run.Address.AbsolutePath.Trim('/')}.mnm_tft_matches_{await store.OpenAsync(None)}";
        string[] expected =
        [
            .. new[] { Matches.Length, Matches.Sum(match => match.Boards.Length), Matches.Sum(match => match.Boards.Sum(board => board.Units.Length)) }.Select(count => count.ToString(CultureInfo.InvariantCulture)),
        ];
        Assert.Equal(expected, (await fixture.Server.AskAsync($"SELECT count(), sum(length(boards.place)), sum(length(copies.unit)) FROM {table}", None)).Split('\t'));
    }

    private static async Task<int> OpenBatchesAsync(ClickHouseRun run)
    {
        await using var collector = await run.StartAsync();
        await using var db = await collector.Get<IDbContextFactory<MnmDbContext>>().CreateDbContextAsync(None);
        return await db.Set<TftBatch>().CountAsync(None);
    }

    private static ByteArrayContent Packed(byte[] body)
    {
        var content = new ByteArrayContent(body);
        content.Headers.ContentEncoding.Add("gzip");
        return content;
    }

    private static async Task WaitForAsync(Func<Task<bool>> isSo)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (!await isSo())
        {
            patience.Token.ThrowIfCancellationRequested();
        }
    }
}
