using System.Data.Common;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using MnM.Collector.Live.Recording;
using MnM.Tests.Hosting;

namespace MnM.Tests.Live.Recording;

/// <summary>A kill may come at any point of folding: what lies on the disk then is tried for each of them.</summary>
public sealed class FoldingKillTests
{
    private const int Recorded = 70;

    [Fact]
    public async Task A_kill_at_any_point_of_folding_loses_nothing()
    {
        using var folder = new TemporaryFolder();
        using var copies = new Copies(folder.Path);
        await using (var run = await LiveRun.StartAsync(folder, interceptors: copies))
        {
            for (var second = 0; second < Recorded; second++)
            {
                await run.PollAsync(Response(second));
            }

            await run.PollAsync(null, after: 61);
            copies.IsOn = true;
            Assert.Equal(2, await run.Folder.FoldAsync(1, CancellationToken.None));
            copies.IsOn = false;
        }

        var segments = new List<int>();
        foreach (var copy in copies.Folders)
        {
            await using var run = await LiveRun.StartAsync(copy);
            segments.Add(await run.QueryAsync(db => db.Set<SnapshotSegment>().CountAsync()));
            await AssertWholeAsync(run);
            Assert.Equal(2 - segments[^1], await run.Folder.FoldAsync(1, CancellationToken.None));
            await AssertWholeAsync(run);
            Assert.Equal(2 * Recorded / 10, (await run.Games.TimelineAsync(1, CancellationToken.None)).Count);
            Assert.Empty(await run.Folder.FindAsync(DateTimeOffset.MaxValue, CancellationToken.None));
        }

        // Before, between and within each of the two transactions.
        Assert.All(Enumerable.Range(0, 2), folded => Assert.True(segments.Count(one => one == folded) >= 5));
        Assert.Equal(2, segments[^1]);
    }

    private static string Response(int second) => Polls.Response(second, response => response.Players()[second % 2]!["level"] = second, players: 2);

    private static async Task AssertWholeAsync(LiveRun run)
    {
        Assert.Equal(Enumerable.Range(0, Recorded), (await run.Replay.MomentsAsync(1, CancellationToken.None)).Readable.Select(moment => moment.Sequence));
        foreach (var sequence in Enumerable.Range(0, Recorded).Where(number => number % 20 is 0 or 9))
        {
            Assert.True(JsonNode.DeepEquals(JsonNode.Parse(Response(sequence)), JsonNode.Parse(await run.ReplayAsync(1, sequence))), $"poll {sequence}");
        }
    }

    /// <summary>Copies the database as it lies on the disk, before each command and around each commit: that is what a kill would leave.</summary>
    private sealed class Copies(string folder) : DbCommandInterceptor, IDbTransactionInterceptor, IDisposable
    {
        private readonly List<TemporaryFolder> _folders = [];

        public bool IsOn { get; set; }

        public IReadOnlyList<TemporaryFolder> Folders => _folders;

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            Copy();
            return ValueTask.FromResult(result);
        }

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            Copy();
            return ValueTask.FromResult(result);
        }

        public ValueTask<InterceptionResult> TransactionCommittingAsync(
            DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
        {
            Copy();
            return ValueTask.FromResult(result);
        }

        public Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            Copy();
            return Task.CompletedTask;
        }

        public void Dispose() => _folders.ForEach(copy => copy.Dispose());

        private void Copy()
        {
            if (!IsOn)
            {
                return;
            }

            var copy = new TemporaryFolder();
            _folders.Add(copy);
            foreach (var file in Directory.GetFiles(folder, "mnm.db*").Where(file => !file.EndsWith("-shm", StringComparison.Ordinal)))
            {
                File.Copy(file, copy.File(Path.GetFileName(file)));
            }
        }
    }
}
