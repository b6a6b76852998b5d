using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using MnM.Collector.Riot;
using MnM.Collector.Tft;
using MnM.Collector.Tft.Analytics;
using MnM.Collector.Tft.Crawling;
using MnM.Collector.Tft.Patches;
using MnM.Collector.Tft.Rows;

namespace MnM.Tests.Tft.Rows;

/// <summary>Rows that follow the raw matches.</summary>
public sealed class RowMakerTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Played = DateTimeOffset.FromUnixTimeMilliseconds(1779079991410);

    private RowWorld _world = null!;

    public async Task InitializeAsync() => _world = await RowWorld.StartAsync();

    public Task DisposeAsync() => _world.DisposeAsync().AsTask();

    [Fact]
    public async Task Raw_matches_get_their_rows_once()
    {
        await _world.StoreAsync("EUW1_1", TftJson.Match());
        await _world.TickAsync();
        await _world.TickAsync();
        Assert.Equal((1, 0), await _world.CountAsync());
        var places = await _world.PlacesAsync(TftSubject.Units);
        Assert.Equal("1 0 0 0 0 0 0 0", places["TFT17_Jinx"]);
        Assert.Equal("1 1 0 0 0 0 0 0", places["TFT17_Vi"]);
        var coverage = Assert.Single(await _world.Analytics.ReadCoverageAsync(CancellationToken.None));
        Assert.Equal((new Patch(16, 10), 17, 1100, 1, 3L), (coverage.Patch, coverage.Set, coverage.Queue, coverage.Matches, coverage.UnitRows));
        Assert.Equal(DateOnly.FromDateTime(Played.UtcDateTime), coverage.Day);
    }

    [Fact]
    public async Task All_that_came_are_handled_in_a_tick_however_many_batches_that_takes()
    {
        await _world.StoreAsync(Enumerable.Range(0, (2 * RowMaker.BatchSize) + 1).Select(number => ($"EUW1_{number}", TftJson.Match().ToJsonString())));
        await _world.TickAsync();
        Assert.Equal(((2 * RowMaker.BatchSize) + 1, 0), await _world.CountAsync());
    }

    [Fact]
    public async Task What_does_not_fit_is_noted_with_its_fault_and_keeps_nothing_else()
    {
        var broken = TftJson.Match();
        broken["info"]!["participants"]![1]!["placement"] = 1;
        await _world.StoreAsync(("EUW1_1", "{"), ("EUW1_2", broken.ToJsonString()), ("EUW1_3", TftJson.Match().ToJsonString()), ("EUW1_4", """{"info":{"endOfGameResult":"Abort_Unexpected"}}"""));
        await _world.TickAsync();
        Assert.Equal((4, 0), await _world.CountAsync());
        await using var db = await _world.OpenAsync();
        var faults = await db.SchemaFaults.AsNoTracking().OrderBy(fault => fault.MatchId).ToListAsync();
        Assert.Equal([("EUW1_1", "Its JSON is damaged."), ("EUW1_2", "Two boards have the same place: 1, 1.")], faults.Select(fault => (fault.MatchId, fault.Fault)));
        Assert.All(faults, fault => Assert.Equal(_world.Clock.GetUtcNow(), fault.At));
        Assert.Equal(1, (await _world.Analytics.ReadCoverageAsync(CancellationToken.None)).Sum(kind => kind.Matches));
        Assert.Contains("match EUW1_2 is kept raw and has no rows. Two boards have the same place: 1, 1.", _world.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_match_that_the_store_cannot_take_does_not_keep_the_others_out()
    {
        await _world.StoreAsync("EUW1_1", TftJson.Match());
        await _world.TickAsync();

        // Columns hold codes up to 65,535: the next unit's is one too many.
        _world.Run("mnm.db", $"INSERT INTO tft_names (kind, code, name) VALUES ({(int)NameKind.Unit}, 65535, 'the last')");
        var larger = TftJson.Match();
        larger["info"]!["participants"]![0]!["units"]![0]!["character_id"] = "TFT17_New";
        await _world.StoreAsync(("EUW1_2", larger.ToJsonString()), ("EUW1_3", TftJson.Match().ToJsonString()));
        await _world.TickAsync();
        Assert.Equal((3, 0), await _world.CountAsync());
        await using var db = await _world.OpenAsync();
        var fault = Assert.Single(await db.SchemaFaults.AsNoTracking().ToListAsync());
        Assert.Equal(("EUW1_2", "Its rows cannot be stored: Arithmetic operation resulted in an overflow."), (fault.MatchId, fault.Fault));
        Assert.Equal(2, (await _world.Analytics.ReadCoverageAsync(CancellationToken.None)).Sum(kind => kind.Matches));
        Assert.Contains("match EUW1_2 is kept raw", _world.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_stood_on_the_ladder_is_known_with_the_age_of_the_reading()
    {
        var json = TftJson.Match();
        json["info"]!["participants"]![0]!["puuid"] = Id("one").Value;
        json["info"]!["participants"]![1]!["puuid"] = Id("two").Value;
        await StandAsync(CrawlerPlan.Ranked, "one", 640);
        await StandAsync(CrawlerPlan.DoubleUp, "two", 20);
        var pairs = json.DeepClone().AsObject();
        pairs["info"]!["queueId"] = 1160;
        await _world.StoreAsync(("EUW1_1", json.ToJsonString()), ("EUW1_2", pairs.ToJsonString()));
        await _world.TickAsync();
        var players = new TftQuery { Subject = TftSubject.Units, LadderPlayersOnly = true };
        Assert.Equal([1L, 1, 0, 0, 0, 0, 0, 0], (await _world.Analytics.CountAsync(players, CancellationToken.None)).Sample.Places.AsEnumerable());
        Assert.Equal([1L, 0, 0, 0, 0, 0, 0, 0], (await _world.Analytics.CountAsync(players with { MinPoints = 640 }, CancellationToken.None)).Sample.Places.AsEnumerable());
        Assert.Equal(0, (await _world.Analytics.CountAsync(players with { MinPoints = 641 }, CancellationToken.None)).Sample.Matches);
        Assert.Equal([0L, 1, 0, 0, 0, 0, 0, 0], (await _world.Analytics.CountAsync(players with { Queues = [1160] }, CancellationToken.None)).Sample.Places.AsEnumerable());
    }

    [Fact]
    public async Task What_ends_between_the_rows_and_the_mark_leaves_each_match_there_once()
    {
        await _world.StoreAsync(("EUW1_1", TftJson.Match().ToJsonString()), ("EUW1_2", "{"));
        _world.Run("mnm.db", "CREATE TRIGGER stop BEFORE UPDATE OF rows_in ON tft_matches BEGIN SELECT RAISE(ABORT, 'stopped'); END");
        await Assert.ThrowsAnyAsync<Exception>(_world.TickAsync);
        Assert.Equal((0, 2), await _world.CountAsync());
        _world.Run("mnm.db", "DROP TRIGGER stop; CREATE TRIGGER stop BEFORE INSERT ON schema_faults BEGIN SELECT RAISE(ABORT, 'stopped'); END");
        await Assert.ThrowsAnyAsync<Exception>(_world.TickAsync);
        Assert.Equal((0, 2), await _world.CountAsync());
        _world.Run("mnm.db", "DROP TRIGGER stop");
        await _world.TickAsync();
        Assert.Equal((2, 0), await _world.CountAsync());
        Assert.Equal("1 0 0 0 0 0 0 0", (await _world.PlacesAsync(TftSubject.Units))["TFT17_Jinx"]);
    }

    [Fact]
    public async Task What_the_store_does_not_take_stays_pending()
    {
        await _world.Analytics.OpenAsync(CancellationToken.None);
        await _world.StoreAsync("EUW1_1", TftJson.Match());
        _world.Run("tft.db", "CREATE TRIGGER stop BEFORE INSERT ON coverage BEGIN SELECT RAISE(ABORT, 'stopped'); END");
        await _world.TickAsync();
        Assert.Equal((0, 1), await _world.CountAsync());
        _world.Run("tft.db", "DROP TRIGGER stop");
        await _world.TickAsync();
        Assert.Equal((1, 0), await _world.CountAsync());
    }

    [Fact]
    public async Task Derived_again_all_rows_are_made_anew_without_a_request()
    {
        var unknown = TftJson.Match();
        unknown["info"]!["game_version"] = "TFT Unreal Version ?.?.?.?";
        unknown["info"]!["tft_set_number"] = 99;
        await _world.StoreAsync(("EUW1_1", unknown.ToJsonString()), ("EUW1_2", "{"));
        await _world.TickAsync();
        Assert.Equal(Patch.Unknown, Assert.Single(await _world.Analytics.ReadCoverageAsync(CancellationToken.None)).Patch);
        await _world.Collector.Get<PatchCalendar>().SaveAsync(new Patch(99, 1), 99, Played.AddDays(-1), CancellationToken.None);
        Assert.Null(await _world.Collector.Get<RowsDesk>().DeriveAgainAsync(CancellationToken.None));
        Assert.Equal((0, 2), await _world.CountAsync());
        await _world.TickAsync();
        Assert.Equal((2, 0), await _world.CountAsync());
        Assert.Equal((new Patch(99, 1), 1), (await _world.Analytics.ReadCoverageAsync(CancellationToken.None)).Select(kind => (kind.Patch, kind.Matches)).Single());
        await using var db = await _world.OpenAsync();
        Assert.Equal(1, await db.SchemaFaults.CountAsync());
    }

    [Fact]
    public async Task Rows_in_a_file_that_is_damaged_while_MnM_runs_are_made_anew_without_a_request()
    {
        await _world.StoreAsync(Enumerable.Range(0, 3).Select(number => ($"EUW1_{number}", TftJson.Match().ToJsonString())));
        await _world.TickAsync();
        var places = await _world.PlacesAsync(TftSubject.Units);
        await _world.DamageAsync("tft.db");
        await Assert.ThrowsAsync<TftAnalyticsException>(() => _world.Analytics.ReadCoverageAsync(CancellationToken.None));
        await _world.TickAsync();
        Assert.Equal((3, 0), await _world.CountAsync());
        Assert.Equal(places, await _world.PlacesAsync(TftSubject.Units));
        Assert.StartsWith("The file of the figures was damaged (", _world.Analytics.Mishap, StringComparison.Ordinal);
    }

    [RecordedFact("tft")]
    public async Task Totals_of_all_recorded_matches_are_those_of_a_count_over_their_json()
    {
        var matches = TftJson.Recorded().ToList();
        await _world.StoreAsync(matches.Select(match => (match["metadata"]!["match_id"]!.GetValue<string>(), match.ToJsonString())));
        while ((await _world.CountAsync()).Pending > 0)
        {
            await _world.TickAsync();
        }

        Assert.Equal(matches.Count, (await _world.Analytics.ReadCoverageAsync(CancellationToken.None)).Sum(kind => kind.Matches));
        Assert.Equal(Count(matches, units => units.Select(unit => unit["character_id"]!.GetValue<string>())), await _world.PlacesAsync(TftSubject.Units));
        Assert.Equal(
            Count(matches, units => units.SelectMany(unit => unit["itemNames"] is JsonArray items ? items.Select(item => item!.GetValue<string>()) : [])), await _world.PlacesAsync(TftSubject.Items));
    }

    /// <summary>How often boards with each name came in at each place.</summary>
    private static Dictionary<string, string> Count(IEnumerable<JsonObject> matches, Func<IEnumerable<JsonNode>, IEnumerable<string>> namesOf)
    {
        var counted = new Dictionary<string, int[]>();
        foreach (var person in matches.SelectMany(match => match["info"]!["participants"]!.AsArray()))
        {
            foreach (var name in namesOf(person!["units"]!.AsArray().Select(unit => unit!)).Distinct())
            {
                counted.TryAdd(name, new int[8]);
                counted[name][(int)person["placement"]! - 1]++;
            }
        }

        return counted.ToDictionary(one => one.Key, one => string.Join(' ', one.Value));
    }

    private static Puuid Id(string person) => Puuid.Find(person.PadRight(78, '-'))!;

    private async Task StandAsync(string queue, string person, int points)
    {
        await using var db = await _world.OpenAsync();
        var reading = new LadderReading { Platform = "euw1", Queue = queue, Tier = TftTier.Master, ReadAt = Played.AddHours(1), Players = 1 };
        var player = new LadderPlayer { Platform = "euw1", Queue = queue, Puuid = Id(person).Value, Tier = TftTier.Master, LeaguePoints = points };
        db.AddRange(reading, player);
        await db.SaveChangesAsync();
        db.Add(new LadderEntry { PlayerId = player.Id, ReadingId = reading.Id, Tier = TftTier.Master, LeaguePoints = points });
        await db.SaveChangesAsync();
    }
}
