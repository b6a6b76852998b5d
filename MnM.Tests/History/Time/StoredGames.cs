using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using MnM.Collector.Matches;
using MnM.Collector.Players;
using MnM.Collector.Riot;
using MnM.Collector.Storage;
using MnM.Tests.Hosting;

namespace MnM.Tests.History.Time;

/// <summary>A database with players and matches.</summary>
internal sealed class StoredGames : IDbContextFactory<MnmDbContext>, IDisposable
{
    private static readonly DateTimeOffset Then = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);
    private readonly TemporaryFolder _folder = new();
    private readonly DbContextOptions<MnmDbContext> _options;

    public StoredGames()
    {
        var options = new DbContextOptionsBuilder<MnmDbContext>();
        options.UseMnmSqlite(_folder.File("mnm.db"));
        _options = options.Options;
        using var db = CreateDbContext();
        db.Database.Migrate();
    }

    public MnmDbContext CreateDbContext() => new(_options);

    public static string Id(char letter) => new(letter, 78);

    /// <summary>A player with one id per product that has seen them.</summary>
    public static async Task AddPlayerAsync(MnmDbContext db, string gameName, string tagLine, params string[] ids)
    {
        var player = new Player { GameName = gameName, TagLine = tagLine, RiotIdKey = PlayerQueries.KeyOf(gameName, tagLine), RiotIdSeenAt = Then, SeenAt = Then };
        db.Add(player);
        await db.SaveChangesAsync();
        db.AddRange(ids.Select((id, generation) => new PlayerPuuid { Product = RiotProduct.League, Puuid = id, PlayerId = player.Id, Generation = generation }));
        await db.SaveChangesAsync();
    }

    /// <summary>A won ranked game; the first five people are blue, null is a bot.</summary>
    public static async Task AddMatchAsync(
        MnmDbContext db, int number, DateTimeOffset? start, string?[] people, Action<Match>? match = null, Action<MatchParticipant>? participant = null)
    {
        var made = new Match
        {
            Id = $"EUW1_{number}",
            Platform = "euw1",
            QueueId = 420,
            Mode = "CLASSIC",
            GameVersion = "16.22.1.1",
            Patch = "16.22",
            StartedAt = start,
            DurationSeconds = 1800,
            FetchedAt = Then,
        };
        match?.Invoke(made);
        var participants = people.Select((puuid, index) => new MatchParticipant
        {
            MatchId = made.Id,
            Number = index + 1,
            Puuid = puuid,
            StartedAt = start,
            TeamId = index < 5 ? 100 : 200,
            ChampionId = 103,
            ChampionName = "Ahri",
            Position = "MIDDLE",
            Win = index < 5,
            IsRemake = made.IsRemake,
            Items = "",
            GameName = puuid is null ? "" : $"Name {puuid[0]}",
            TagLine = puuid is null ? "" : "EUW",
            TimePlayed = 1790,
        }).ToList();
        participants.ForEach(one => participant?.Invoke(one));

        // The writer's commands live as long as the context, and so must its connection.
        await db.Database.OpenConnectionAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        await MatchStore.StoreAsync(db, new FetchedMatch(new ReadMatch(made, [.. participants]), [1, 2, 3]), tries: 1, CancellationToken.None);
        await transaction.CommitAsync();
    }

    /// <summary>Writes something over the file that is no database.</summary>
    public void Break()
    {
        SqliteConnection.ClearAllPools();
        File.Delete(_folder.File("mnm.db-wal"));
        File.Delete(_folder.File("mnm.db-shm"));
        File.WriteAllText(_folder.File("mnm.db"), "This is no database, and it is longer than the head of one would be: 100 bytes and more.....");
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }
}
