using System.Reflection;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using MnM.Collector.Live;
using MnM.Collector.Storage;
using MnM.Tests.Hosting;

namespace MnM.Tests.Storage;

public sealed class RowWriterTests : IDisposable
{
    private static readonly DateTimeOffset At = new(2026, 10, 3, 12, 0, 0, 125, TimeSpan.Zero);
    private readonly TemporaryFolder _folder = new();
    private readonly MnmDbContext _db;

    public RowWriterTests()
    {
        var options = new DbContextOptionsBuilder<MnmDbContext>();
        options.UseMnmSqlite(_folder.File("mnm.db"));
        _db = new(options.Options);
        _db.Database.Migrate();
        _db.Database.OpenConnection();
    }

    public void Dispose()
    {
        _db.Dispose();
        SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }

    [Fact]
    public async Task Every_column_comes_back_as_the_entity_had_it()
    {
        using var writer = RowWriter<Game>.Insert(_db);
        var full = Full();
        var bare = new Game { Id = 2, GameMode = "ARAM", MapName = "", StartedAt = At };
        await WriteAsync(writer, full);
        await WriteAsync(writer, bare);

        Assert.Equal([Values(full), Values(bare)], (await _db.Games.AsNoTracking().OrderBy(game => game.Id).ToListAsync()).Select(Values));
        Assert.DoesNotContain(typeof(Game).GetProperties().Where(property => property.CanWrite), property => Equals(property.GetValue(full), property.GetValue(bare)));
    }

    [Fact]
    public async Task An_upsert_changes_all_but_the_key_and_what_is_kept()
    {
        using var writer = RowWriter<Game>.Upsert(_db, nameof(Game.IsStarred));
        await WriteAsync(writer, new Game { Id = 1, GameMode = "ARAM", MapName = "", StartedAt = At.AddDays(1), IsStarred = true });
        var changed = Full();
        changed.IsStarred = false;
        await WriteAsync(writer, changed);

        Assert.Equal(Values(Full()), Values(await _db.Games.AsNoTracking().SingleAsync()));
    }

    [Fact]
    public async Task An_update_changes_the_named_columns_of_its_row_alone()
    {
        using var insert = RowWriter<Game>.Insert(_db);
        var (changed, other) = (Full(), Full());
        (other.Id, other.RiotMatchId) = (2, null);
        await WriteAsync(insert, changed);
        await WriteAsync(insert, other);

        using var update = RowWriter<Game>.Update(_db, nameof(Game.Polls), nameof(Game.EndReason));
        await WriteAsync(update, new Game { Id = 1, GameMode = "ARAM", MapName = "", StartedAt = At.AddDays(1), Polls = 99 });

        (changed.Polls, changed.EndReason) = (99, null);
        Assert.Equal([Values(changed), Values(other)], (await _db.Games.AsNoTracking().OrderBy(game => game.Id).ToListAsync()).Select(Values));
    }

    private async Task WriteAsync(RowWriter<Game> writer, Game game)
    {
        await using var transaction = await _db.Database.BeginTransactionAsync();
        await writer.WriteAsync(game, transaction.GetDbTransaction(), CancellationToken.None);
        await transaction.CommitAsync();
    }

    private static string Values(Game game) => string.Join(
        ' ', typeof(Game).GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(property => $"{property.Name}={property.GetValue(game) ?? "null"}"));

    // A value of its own in every column.
    private static Game Full() => new()
    {
        Id = 1,
        RiotMatchId = "EUW1_7",
        ClientGameId = 7,
        QueueId = 420,
        GameMode = "CLASSIC",
        GameType = "MATCHED_GAME",
        MapName = "Map11",
        MapNumber = 11,
        StartedAt = At.AddSeconds(1),
        EndedAt = At.AddMinutes(30),
        GameLengthSeconds = 1801.5,
        WinningTeam = "ORDER",
        IsLive = true,
        EndReason = "game_end",
        FirstGameTime = 0.1,
        Polls = 1802,
        LastPolledAt = At.AddMinutes(30),
        LastGameTime = 1801.25,
        Segment = 3,
        IsStarred = true,
        ImportedAt = At.AddDays(2),
    };
}
