using System.IO.Pipelines;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MnM.Collector.Storage;
using MnM.Collector.Storage.Exports;
using MnM.Tests.Hosting;
using MnM.Web.Data;

namespace MnM.Tests.Data;

public sealed class ExportTests
{
    /// <summary>Tables that are of no use outside, or that nobody but this machine may read.</summary>
    private static readonly string[] NotExported =
    [
        "work_items", "outbox", "rate_scopes", "rate_windows", "sweep_cursors", "webhooks", "end_of_game_blocks", "game_snapshots", "snapshot_segments", "match_timelines", "match_features", "match_embeddings",
        "models", "model_calls", "language_consents", "player_ids", "player_masteries", "champions", "tft_batches", "tft_generations", "tft_cycles", "tft_crawler", "schema_faults", "tft_names", "tft_lists", "devices", "sharing",
    ];

    [Fact]
    public async Task Every_table_is_exported_or_left_out_on_purpose()
    {
        await using var mnm = await RunningMnm.StartAsync();
        await using var db = await mnm.App.Services.GetRequiredService<IDbContextFactory<MnmDbContext>>().CreateDbContextAsync();

        var tables = db.Model.GetEntityTypes().Select(entity => entity.GetTableName()!).Distinct().Order();

        Assert.Equal(tables, NotExported.Concat(Export.All.Select(export => export.Name).Where(name => name != "history")).Order());
    }

    [Fact]
    public async Task Every_export_answers_in_every_format()
    {
        await using var mnm = await StartAsync(2);
        foreach (var (export, format) in Export.All.SelectMany(export => new[] { "csv", "json", "jsonl" }.Select(format => (export, format))))
        {
            using var answer = await mnm.Client.GetAsync($"/api/export/{export.Name}.{format}");

            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.EndsWith($".{format}", answer.Content.Headers.ContentDisposition!.FileName!.Trim('"'), StringComparison.Ordinal);
        }

        Assert.Contains("\"game_events\"", await mnm.Client.GetStringAsync("/api/export"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_is_the_same_in_each_format()
    {
        await using var mnm = await StartAsync(2);

        var table = (await mnm.Client.GetStringAsync("/api/export/games.csv")).Split("\r\n");
        var array = JsonNode.Parse(await mnm.Client.GetStringAsync("/api/export/games.json"))!.AsArray();
        var lines = (await mnm.Client.GetStringAsync("/api/export/games.jsonl")).Split('\n');

        Assert.StartsWith("id,", table[0], StringComparison.Ordinal);
        Assert.Equal((4, 2, 3), (table.Length, array.Count, lines.Length));
        Assert.Equal(array[1]!.ToJsonString(), JsonNode.Parse(lines[1])!.ToJsonString());
        Assert.Equal(table[0].Split(','), array[0]!.AsObject().Select(member => member.Key));
        Assert.Equal((2, "'=1+1", false, "2026-10-03T12:00:00.000Z"), ((int)array[1]!["id"]!, table[2].Split(',')[Place("game_mode")], (bool)array[1]!["is_live"]!, (string)array[1]!["started_at"]!));
        Assert.Equal(("=1+1", "false"), ((string)array[1]!["game_mode"]!, table[2].Split(',')[Place("is_live")]));
        Assert.Null(array[1]!["ended_at"]);

        int Place(string column) => Array.IndexOf(table[0].Split(','), column);
    }

    [Theory]
    [InlineData("/api/export/webhooks.csv")]
    [InlineData("/api/export/sqlite_master.json")]
    [InlineData("/api/export/games.xml")]
    [InlineData("/api/export/games;DROP.csv")]
    [InlineData("/api/export/..%2f..%2fmnm.db")]
    public async Task What_is_not_there_is_not_found(string path)
    {
        await using var mnm = await RunningMnm.StartAsync();

        using var answer = await mnm.Client.GetAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Theory]
    [InlineData("csv", 900)]
    [InlineData("json", 1500)]
    [InlineData("jsonl", 1500)]
    public async Task A_hundred_thousand_rows_leave_while_they_are_read(string format, int bytesPerRow)
    {
        const int Rows = 100_000;
        await using var mnm = await StartAsync(Rows);
        var reader = mnm.App.Services.GetRequiredService<ExportReader>();
        await using var counting = new CountingStream();
        var output = PipeWriter.Create(counting, new(minimumBufferSize: 64 * 1024));
        await using var rows = await reader.OpenAsync(Export.Find("games")!, CancellationToken.None);

        // SQLite and the stream answer at once, so that all of it happens on this thread.
        var before = GC.GetAllocatedBytesForCurrentThread();
        var writing = ExportFormat.Find(format)!.WriteAsync(rows, output, CancellationToken.None);
        Assert.True(writing.IsCompletedSuccessfully);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.InRange(counting.Length, Rows * 100L, Rows * 1000L);
        Assert.InRange(counting.Largest, 1, 64 * 1024);
        Assert.InRange(allocated / Rows, 0, bytesPerRow);
        await writing;
    }

    private static async Task<RunningMnm> StartAsync(int games)
    {
        var mnm = await RunningMnm.StartAsync();
        await using var db = await mnm.App.Services.GetRequiredService<IDbContextFactory<MnmDbContext>>().CreateDbContextAsync();
        await db.Database.ExecuteSqlAsync($"""
            WITH RECURSIVE number(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < {games})
            INSERT INTO games (id, game_mode, map_name, map_number, started_at, game_length_seconds, is_live, first_game_time, polls, last_polled_at, last_game_time, segment, is_starred)
            SELECT n, '=1+1', 'Map11', 11, '2026-10-03T12:00:00.000Z', 1800.5, 0, 0, 0, '2026-10-03T12:30:00.000Z', 1800.5, 0, 0 FROM number
            """);
        return mnm;
    }

    private sealed class CountingStream : Stream
    {
        private long _length;

        public int Largest { get; private set; }
        public override bool CanRead => false;
        public override bool CanSeek => false;
        public override bool CanWrite => true;
        public override long Length => _length;
        public override long Position { get => _length; set => throw new NotSupportedException(); }

        public override void Flush()
        {
        }

        public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => Count(count);

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Count(buffer.Length);
            return ValueTask.CompletedTask;
        }

        private void Count(int bytes)
        {
            _length += bytes;
            Largest = Math.Max(Largest, bytes);
        }
    }
}
