using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MnM.Collector.Backplane.Outbox;
using MnM.Collector.History.Import;
using MnM.Collector.Insights.Stories;
using MnM.Collector.Live;
using MnM.Collector.Live.Recording;
using MnM.Collector.Matches;
using MnM.Collector.Players;
using MnM.Collector.Players.Erasing;
using MnM.Collector.Players.Users;
using MnM.Collector.Riot;
using MnM.Collector.Storage;
using MnM.Collector.Storage.Exports;
using MnM.Collector.Tft.Crawling;
using MnM.Collector.Tracking;
using MnM.Tests.Hosting;
using GameEvent = MnM.Collector.Live.GameEvent;

namespace MnM.Tests.Players.Erasing;

public sealed class PersonEraserTests : IAsyncLifetime
{
    private const string Name = "Night Jar";
    private const string Email = "night@example.org";
    private static readonly DateTimeOffset At = new(2026, 10, 3, 12, 0, 0, TimeSpan.Zero);
    private static readonly string Theirs = new('n', 78);
    private static readonly string TheirsOfTft = new('t', 78);
    private static readonly string Others = new('o', 78);
    private RunningMnm _mnm = null!;

    public async Task InitializeAsync()
    {
        _mnm = await RunningMnm.StartAsync();
        await SeedAsync();
    }

    public async Task DisposeAsync() => await _mnm.DisposeAsync();

    [Fact]
    public async Task Nothing_in_the_database_names_who_was_erased()
    {
        Assert.NotEmpty(await TracesAsync());

        using var answer = await _mnm.Client.DeleteAsync("/api/players/nightjar-euw");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Matches("""^\{"kept_in":\{"backups":0,"set_aside":\[\],"logs":[0-9]+,"log_folder":".+"\}\}$""", await answer.Content.ReadAsStringAsync());
        Assert.Empty(await TracesAsync());
    }

    [Fact]
    public async Task Search_pages_and_exports_do_not_find_them()
    {
        await EraseAsync();

        Assert.Empty(await _mnm.App.Services.GetRequiredService<PlayerSearch>().FindAsync("night", 5, CancellationToken.None));
        foreach (var export in Export.All)
        {
            var rows = await _mnm.Client.GetStringAsync($"/api/export/{export.Name}.csv");
            Assert.DoesNotContain(Name, rows, StringComparison.Ordinal);
            Assert.DoesNotContain(Theirs, rows, StringComparison.Ordinal);
            Assert.DoesNotContain(Email, rows, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Matches_and_games_stay_with_everybody_else()
    {
        await EraseAsync();

        await using var db = await ContextAsync();
        var (theirs, others) = (await db.MatchParticipants.SingleAsync(one => one.Number == 1), await db.MatchParticipants.SingleAsync(one => one.Number == 2));
        Assert.Equal((ErasedPerson.Nobody, "", "", null, 7), (theirs.Puuid, theirs.GameName, theirs.TagLine, theirs.PlayerId, theirs.Kills));
        Assert.False(theirs.IsBot);
        Assert.Equal((Others, "Other", 2L), (others.Puuid, others.GameName, others.PlayerId));
        var payload = Encoding.UTF8.GetString(Packing.Unpack((await db.MatchPayloads.SingleAsync()).Payload));
        Assert.Contains("\"championName\":\"Ahri\"", payload, StringComparison.Ordinal);
        Assert.Contains("\"riotIdGameName\":\"Other\"", payload, StringComparison.Ordinal);
        Assert.Equal(["", "Other"], await db.PlayersInGames.Where(one => one.GameId == 1).OrderBy(one => one.Slot).Select(one => one.GameName).ToListAsync());
        Assert.Equal("""{"EventName":"ChampionKill","KillerName":"","VictimName":"Other","Assisters":[]}""", (await db.GameEvents.SingleAsync(told => told.GameId == 1)).Payload);
        Assert.Equal([2L], await db.GameSnapshots.Select(poll => poll.GameId).Union(db.SnapshotSegments.Select(polls => polls.GameId)).ToListAsync());
        Assert.Equal(2, await db.Games.CountAsync());
        Assert.Equal([2L], await db.Players.Select(player => player.Id).ToListAsync());
        Assert.Equal([2L], await db.TrackedPlayers.Select(player => player.PlayerId).ToListAsync());
        Assert.Equal("match:OTHER_1:1", (await db.Insights.SingleAsync()).Subject);
        Assert.Equal("other", (await db.ImportJobs.SingleAsync()).Id);
    }

    [Fact]
    public async Task Whom_not_all_could_be_erased_of_is_still_known_and_erased_by_the_next_try()
    {
        await using var db = await ContextAsync();
        await db.Database.ExecuteSqlAsync($"CREATE TRIGGER stop BEFORE UPDATE ON match_participants BEGIN SELECT RAISE(ABORT, 'no'); END");

        using var failed = await _mnm.Client.DeleteAsync("/api/players/Night%20Jar%23EUW");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, failed.StatusCode);
        Assert.True(await db.Players.AnyAsync(player => player.Id == 1));
        await db.Database.ExecuteSqlAsync($"DROP TRIGGER stop");
        using var answer = await _mnm.Client.DeleteAsync("/api/players/Night%20Jar%23EUW");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Empty(await TracesAsync());
    }

    [Theory]
    [InlineData("Nobody-EUW")]
    [InlineData("nonsense")]
    public async Task Who_is_not_known_is_not_found(string player)
    {
        using var answer = await _mnm.Client.DeleteAsync($"/api/players/{player}");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.NotEmpty(await TracesAsync());
    }

    private async Task EraseAsync() =>
        Assert.IsType<ErasedAnswer.Erased>(await _mnm.App.Services.GetRequiredService<PersonEraser>().EraseAsync(PlayerPath.Of(Name, "EUW"), CancellationToken.None));

    private Task<MnmDbContext> ContextAsync() => _mnm.App.Services.GetRequiredService<IDbContextFactory<MnmDbContext>>().CreateDbContextAsync();

    /// <summary>Every column of every row that names the person, packed or not.</summary>
    private async Task<List<string>> TracesAsync()
    {
        await using var db = await ContextAsync();
        await db.Database.OpenConnectionAsync();
        List<string> traces = [];
        foreach (var table in db.Model.GetEntityTypes().Select(entity => entity.GetTableName()!).Distinct().Order())
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // Names of our own tables.
            command.CommandText = $"SELECT * FROM {table}";
#pragma warning restore CA2100
            await using var rows = await command.ExecuteReaderAsync();
            while (await rows.ReadAsync())
            {
                for (var column = 0; column < rows.FieldCount; column++)
                {
                    var text = rows.GetValue(column) switch
                    {
                        byte[] { Length: > 0 } bytes => Encoding.UTF8.GetString(Packing.TryUnpack(bytes) ?? bytes),
                        var value => value.ToString()!,
                    };
                    if (new[] { Name, "NIGHTJAR", Theirs, TheirsOfTft, Email }.Any(trace => text.Contains(trace, StringComparison.Ordinal)))
                    {
                        traces.Add($"{table}.{rows.GetName(column)}");
                    }
                }
            }
        }

        return traces;
    }

    private async Task SeedAsync()
    {
        await using var db = await ContextAsync();
        db.AddRange(
            new Player { Id = 1, GameName = Name, TagLine = "EUW", RiotIdKey = "NIGHTJAR#EUW", SeenAt = At },
            new Player { Id = 2, GameName = "Other", TagLine = "EUW", RiotIdKey = "OTHER#EUW", SeenAt = At });
        await db.SaveChangesAsync();
        db.AddRange(
            new PlayerPuuid { Product = RiotProduct.League, Puuid = Theirs, PlayerId = 1 },
            new PlayerPuuid { Product = RiotProduct.Tactics, Puuid = TheirsOfTft, PlayerId = 1 },
            new PlayerPuuid { Product = RiotProduct.League, Puuid = Others, PlayerId = 2 },
            new User { Id = Guid.NewGuid(), PlayerId = 1, Email = Email, CreatedAt = At },
            new StoredRank { PlayerId = 1, Queue = PlayerQueries.Solo, At = At, Tier = "GOLD", Division = "I" },
            new StoredMasteries { PlayerId = 1, FetchedAt = At, Entries = [] },
            new TrackedPlayer { PlayerId = 1, Platform = "euw1", AddedAt = At },
            new TrackedPlayer { PlayerId = 2, Platform = "euw1", AddedAt = At },
            new SweepCursor { PlayerId = 1, Product = RiotProduct.League, SweptTo = At },
            new TrackedGame { PlayerId = 1, GameId = "EUW1_1", DetectedAt = At },
            new TrackedGame { PlayerId = 2, GameId = "EUW1_1", DetectedAt = At, RawAnswer = Packing.Pack(Encoding.UTF8.GetBytes($$$"""{"participants":[{"puuid":"{{{Theirs}}}","riotId":"{{{Name}}}#EUW"}]}""")) },
            new OutboxEvent { Kind = "game_completed", Subject = "1/EUW1_1", Payload = $$$"""{"riot_id":"{{{Name}}}#EUW"}""", At = At },
            new ImportJob { Id = "theirs", PlayerId = 1, Puuid = Theirs, Region = "europe", GameName = Name, TagLine = "EUW", Queues = "", CreatedAt = At },
            new ImportJob { Id = "other", PlayerId = 2, Puuid = Others, Region = "europe", GameName = "Other", TagLine = "EUW", Queues = "", CreatedAt = At, EndedAt = At },
            new StoredInsight { Subject = "player:1:20", Kind = "player", Words = Name },
            new StoredInsight { Subject = "match:EUW1_1:2", Kind = "match", Words = Name },
            new StoredInsight { Subject = "match:OTHER_1:1", Kind = "match" },
            new LadderPlayer { Id = 1, Platform = "euw1", Queue = "RANKED_TFT", Puuid = TheirsOfTft },
            new ReadList { Puuid = TheirsOfTft, Region = "europe", ReadAt = At },
            new TftMatch { Id = "EUW1_9", Platform = "euw1", FetchedAt = At },
            new TftMatchPayload { Id = "EUW1_9", Payload = Pack($$$"""{"metadata":{"participants":["{{{TheirsOfTft}}}"]},"info":{"participants":[{"puuid":"{{{TheirsOfTft}}}","riotIdGameName":"{{{Name}}}","riotIdTagline":"EUW"}]}}""") },
            new EndOfGameBlock { ClientGameId = 1, ReceivedAt = At, Payload = Pack($$$"""{"teams":[{"players":[{"riotIdGameName":"{{{Name}}}","riotIdTagLine":"EUW","summonerName":"{{{Name}}}","puuid":"a-b"}]}]}""") });
        SeedMatch(db);
        SeedGames(db);
        await db.SaveChangesAsync();
    }

    private static void SeedMatch(MnmDbContext db)
    {
        db.Add(new Match { Id = "EUW1_1", Platform = "euw1", Mode = "CLASSIC", GameVersion = "", Patch = "", FetchedAt = At });
        db.Add(new MatchPayload
        {
            Id = "EUW1_1",
            Payload = Pack($$$"""{"metadata":{"participants":["{{{Theirs}}}","{{{Others}}}"]},"info":{"participants":[{"puuid":"{{{Theirs}}}","riotIdGameName":"{{{Name}}}","riotIdTagline":"EUW","summonerName":"{{{Name}}}","championName":"Ahri"},{"puuid":"{{{Others}}}","riotIdGameName":"Other","riotIdTagline":"EUW"}]}}"""),
        });
        db.Add(new MatchTimeline { MatchId = "EUW1_1", FetchedAt = At, Payload = Pack($$$"""{"metadata":{"participants":["{{{Theirs}}}"]},"info":{"participants":[{"participantId":1,"puuid":"{{{Theirs}}}"}]}}""") });
        db.AddRange(SeatOf(1, Theirs, 1, Name), SeatOf(2, Others, 2, "Other"));
    }

    private static MatchParticipant SeatOf(int number, string puuid, long player, string name) => new()
    {
        MatchId = "EUW1_1",
        Number = number,
        Puuid = puuid,
        PlayerId = player,
        ChampionName = "Ahri",
        Position = "",
        Items = "",
        GameName = name,
        TagLine = "EUW",
        Kills = 7,
    };

    private static void SeedGames(MnmDbContext db)
    {
        foreach (var game in new[] { 1, 2 })
        {
            db.Add(new Game { Id = game, GameMode = "CLASSIC", MapName = "Map11", StartedAt = At, LastPolledAt = At, IsStarred = true });
            db.Add(new GameSnapshot { GameId = game, PolledAt = At, Keyframe = true, Payload = Pack($$$"""{"allPlayers":[{"riotId":"{{{(game == 1 ? Name : "Other")}}}#EUW"}]}""") });
            db.Add(InGame(game, 1, "Other"));
        }

        db.Add(InGame(1, 0, Name));
        db.Add(new GameEvent { GameId = 1, Ordinal = 0, EventName = "ChampionKill", Payload = $$$"""{"EventName":"ChampionKill","KillerName":"{{{Name}}}","VictimName":"Other","Assisters":[]}""" });
    }

    private static PlayerInGame InGame(long game, int slot, string name) => new()
    {
        GameId = game,
        Slot = slot,
        Team = "ORDER",
        ChampionName = "Ahri",
        ChampionAlias = "Ahri",
        DisplayName = $"{name}#EUW",
        GameName = name,
        TagLine = "EUW",
        Position = "",
        Items = "",
    };

    private static byte[] Pack(string json) => Packing.Pack(Encoding.UTF8.GetBytes(json));
}
