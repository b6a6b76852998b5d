using System.Data.Common;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using MnM.Collector.Matches;
using MnM.Collector.Players;
using MnM.Collector.Players.Erasing;
using MnM.Collector.Riot;
using MnM.Collector.Storage;
using MnM.Collector.Tft.Crawling;
using MnM.Collector.Tft.Rows;

namespace MnM.Tests.Players.Erasing;

/// <summary>People of Teamfight Tactics, whom the database knows by what Riot sent alone.</summary>
public sealed class ErasedTacticsTests : ErasingContext
{
    private readonly AnswerCount _answers = new();

    [Theory]
    [InlineData("strange R-euw")]
    [InlineData(null)]
    public async Task Who_stands_in_such_matches_alone_is_found_in_all_of_them_by_the_id(string? riotId)
    {
        // More than are read at a time; the name of today stands in the last one alone.
        await AddAsync([.. Enumerable.Range(1, 60).SelectMany(number => Match(number, number < 60 ? "Former" : "Stranger")), .. riotId is null ? Array.Empty<object>() : Ladder(1, Theirs), .. Ladder(2, Others)]);

        Assert.Equal(HttpStatusCode.OK, await EraseAsync(riotId ?? Theirs));

        await using var db = await ContextAsync();
        foreach (var packed in await db.TftMatchPayloads.Select(row => row.Payload).ToListAsync())
        {
            Assert.Equal(Json("", "", ErasedPerson.Nobody), Unpack(packed));
        }

        Assert.Equal([Others], await db.LadderPlayers.Select(player => player.Puuid).ToListAsync());
        Assert.Equal(HttpStatusCode.NotFound, await EraseAsync(riotId ?? Theirs));
    }

    [Fact]
    public async Task Whom_League_of_Legends_knows_is_found_there_by_the_Riot_ID()
    {
        await AddAsync([new Player { Id = 1, GameName = "Stranger", TagLine = "EUW", RiotIdKey = "STRANGER#EUW", SeenAt = At }, .. Match(1, "Stranger"), .. Ladder(1, Theirs)]);

        Assert.Equal(HttpStatusCode.OK, await EraseAsync("Stranger-EUW"));

        await using var db = await ContextAsync();
        Assert.Equal(Json("", "", ErasedPerson.Nobody), Unpack((await db.TftMatchPayloads.SingleAsync()).Payload));
        Assert.False(await db.LadderPlayers.AnyAsync());
    }

    [Fact]
    public async Task Who_gave_the_Riot_ID_away_is_another_player()
    {
        await AddAsync(
            [new Player { Id = 1, GameName = "New", TagLine = "EUW", RiotIdKey = "NEW#EUW", SeenAt = At }, new PlayerPuuid { Product = RiotProduct.Tactics, Puuid = Theirs, PlayerId = 1 }, .. Match(1, "Stranger")]);

        Assert.Equal(HttpStatusCode.NotFound, await EraseAsync("Stranger-EUW"));
    }

    [Fact]
    public async Task Who_stands_on_a_ladder_alone_is_erased_by_the_id()
    {
        await AddAsync(Ladder(1, Theirs));

        Assert.Equal(HttpStatusCode.OK, await EraseAsync(Theirs));

        await using var db = await ContextAsync();
        Assert.False(await db.LadderPlayers.AnyAsync());
    }

    [Fact]
    public async Task An_answer_that_fits_nowhere_goes_too_and_is_asked_for_again_where_the_database_refuses()
    {
        await AddAsync(
            [.. Ladder(1, Theirs), new SchemaFault { MatchId = "EUW1_1", Fault = "x", At = At, Answer = Pack(Json("Former", "EUW", Theirs)) }, new SchemaFault { MatchId = "EUW1_2", Fault = "x", At = At, Answer = Pack("no JSON") }]);
        await using var db = await ContextAsync();
        await db.Database.ExecuteSqlAsync($"CREATE TRIGGER stop BEFORE DELETE ON schema_faults BEGIN SELECT RAISE(ABORT, 'no'); END");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, await EraseAsync(Theirs));

        await db.Database.ExecuteSqlAsync($"DROP TRIGGER stop");
        await AddAsync(Ladder(1, Theirs));
        Assert.Equal(HttpStatusCode.OK, await EraseAsync(Theirs));
        Assert.Equal(["EUW1_2"], await db.Set<SchemaFault>().Select(fault => fault.MatchId).ToListAsync());
    }

    [Fact]
    public async Task Answers_that_fit_nowhere_are_read_one_by_one()
    {
        await AddAsync([.. Ladder(1, Theirs), .. Enumerable.Range(1, 5).Select(number => new SchemaFault { MatchId = $"EUW1_{number}", Fault = "x", At = At, Answer = Pack(Json("Former", "EUW", number == 3 ? Theirs : Others)) })]);

        Assert.Equal(HttpStatusCode.OK, await EraseAsync(Theirs));

        // The answer, and that there is no other.
        Assert.InRange(_answers.Most, 1, 2);
        await using var db = await ContextAsync();
        Assert.Equal(4, await db.Set<SchemaFault>().CountAsync());
    }

    private protected override void Configure(IServiceCollection services) => services.ConfigureDbContext<MnmDbContext>(options => options.AddInterceptors(_answers));

    private static object[] Match(int number, string name) =>
    [
        new TftMatch { Id = $"EUW1_{number}", Platform = "euw1", FetchedAt = At },
        new TftMatchPayload { Id = $"EUW1_{number}", Payload = Pack(Json(name, "EUW", Theirs)) },
    ];

    private static object[] Ladder(int id, string puuid) => [new LadderPlayer { Id = id, Platform = "euw1", Queue = "RANKED_TFT", Puuid = puuid }];

    private static string Json(string name, string tag, string puuid) =>
        $$$"""{"metadata":{"participants":["{{{Others}}}","{{{puuid}}}"]},"info":{"participants":[{"puuid":"{{{Others}}}","riotIdGameName":"Other","riotIdTagline":"EUW"},{"puuid":"{{{puuid}}}","riotIdGameName":"{{{name}}}","riotIdTagline":"{{{tag}}}"}]}}""";

    /// <summary>How many answers that fit nowhere one question read at most.</summary>
    private sealed class AnswerCount : DbCommandInterceptor
    {
        public int Most { get; private set; }

        public override ValueTask<InterceptionResult> DataReaderClosingAsync(DbCommand command, DataReaderClosingEventData eventData, InterceptionResult result)
        {
            if (command.CommandText.StartsWith("SELECT", StringComparison.Ordinal) && command.CommandText.Split("FROM \"schema_faults\"") is [var columns, _] && columns.Contains("\"answer\"", StringComparison.Ordinal))
            {
                Most = Math.Max(Most, eventData.ReadCount);
            }

            return ValueTask.FromResult(result);
        }
    }
}
