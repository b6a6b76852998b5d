using System.Data.Common;
using System.Text;
using Microsoft.EntityFrameworkCore;
using MnM.Collector.History.Time;
using MnM.Collector.Matches;
using MnM.Collector.Matches.Played;
using MnM.Collector.Players;
using MnM.Tests.Matches;
using static MnM.Tests.History.Time.Play;

namespace MnM.Tests.History.Time;

/// <summary>A player's games as they are read from the database.</summary>
public sealed class PlayedGamesQueryTests : IDisposable
{
    private static readonly string Me = StoredGames.Id('m');
    private readonly StoredGames _stored = new();

    [Fact]
    public async Task A_game_is_told_as_its_player_had_it()
    {
        await AddAsync(1, "2026-11-01 12:00", [StoredGames.Id('f'), Me], participant: one =>
            (one.TeamId, one.Win, one.TimePlayed, one.Kills, one.Deaths, one.Assists, one.Cs) = (200, one.Number == 2, 1200, 1, 2, 3, 44));
        var game = Assert.Single((await ReadAsync()).Games);
        Assert.Equal(("EUW1_1", At("2026-11-01 12:00"), 30, 20), (game.MatchId, game.StartedAt!.Value, game.Duration.TotalMinutes, game.Played.TotalMinutes));
        Assert.Equal((new PlayedChampion(103, "Ahri"), 420, "CLASSIC", "MIDDLE", "16.22"), (game.Champion, game.QueueId, game.Mode, game.Role, game.Patch));
        Assert.Equal((Outcome.Won, (Side?)Side.Red, 1, 2, 3, 44), (game.Outcome, game.Side, game.Kills, game.Deaths, game.Assists, game.Cs));
    }

    [Fact]
    public async Task A_game_of_the_first_years_has_its_length_in_milliseconds_and_does_not_say_how_long_each_player_was_there()
    {
        var json = MatchJson.Written();
        var info = json["info"]!.AsObject();
        info.Remove("gameEndTimestamp");
        info["gameDuration"] = 1_993_827;
        foreach (var person in info["participants"]!.AsArray())
        {
            person!.AsObject().Remove("timePlayed");
        }

        info["participants"]![2]!["puuid"] = Me;
        var bytes = Encoding.UTF8.GetBytes(json.ToJsonString());
        await new MatchStore(_stored).StoreAsync(new FetchedMatch(MatchReader.Read("EUW1_1", bytes, At("2026-11-22 12:00"))!, bytes), CancellationToken.None);

        var game = Assert.Single((await ReadAsync()).Games);
        Assert.Equal((TimeSpan.FromSeconds(1993), TimeSpan.FromSeconds(1993)), (game.Duration, game.Played));
        Assert.Equal((long)info["gameStartTimestamp"]!, game.StartedAt!.Value.ToUnixTimeMilliseconds());
    }

    [Theory]
    [InlineData(true, "GameComplete", Outcome.Remake)]
    [InlineData(false, "Abort_Unexpected", Outcome.Aborted)]
    [InlineData(true, "Abort_AntiCheatExit", Outcome.Aborted)]
    [InlineData(false, null, Outcome.Won)]
    public async Task Remakes_and_what_Riot_called_off_have_no_result(bool isRemake, string? reason, Outcome outcome)
    {
        await AddAsync(1, "2026-11-01 12:00", [Me], match => (match.IsRemake, match.EndReason) = (isRemake, reason));
        Assert.Equal(outcome, Assert.Single((await ReadAsync()).Games).Outcome);
    }

    [Fact]
    public async Task Games_stand_in_their_order_those_without_a_start_before_all_and_Brawl_not_at_all()
    {
        await AddAsync(1, "2026-11-03 12:00", [Me]);
        await AddAsync(2, null, [Me], match => match.EndReason = "Abort_Unexpected");
        await AddAsync(3, "2026-11-01 12:00", [Me]);
        await AddAsync(4, "2026-11-02 12:00", [Me], match => match.Mode = "BRAWL");
        await AddAsync(5, "2026-11-02 12:00", [StoredGames.Id('x'), null]);
        Assert.Equal(["EUW1_2", "EUW1_3", "EUW1_1"], (await ReadAsync()).Games.Select(game => game.MatchId));
    }

    [Fact]
    public async Task Companions_are_those_of_the_same_side_in_more_than_one_game_by_their_last_name()
    {
        var (friend, other, enemy) = (StoredGames.Id('f'), StoredGames.Id('o'), StoredGames.Id('e'));
        await AddAsync(1, "2026-11-01 12:00", [Me, friend, null, null, null, enemy]);
        await AddAsync(2, "2026-11-02 12:00", [Me, friend, other, null, null, enemy], participant: one => one.GameName = one.Puuid == friend ? "New name" : one.GameName);
        await AddAsync(3, "2026-11-03 12:00", [Me, other, null, null, null, friend]);
        var read = await ReadAsync();
        Assert.Equal([("New name", 2), ("Name o", 2)], read.Companions.Select(companion => (companion.GameName, companion.Games)).OrderBy(companion => companion.GameName == "Name o"));
        Assert.Equal([1, 2, 1], read.Games.Select(game => game.With.Length));

        var report = TimeReport.Of(read.Games, new TimeFilter { With = PlayerPath.Parse("new NAME-euw") }, Utc, RateMethod.None);
        Assert.Equal(["EUW1_1", "EUW1_2"], report.Games.Select(game => game.MatchId));
        Assert.Equal(["EUW1_3"], TimeReport.Of(read.Games, new TimeFilter { Without = PlayerPath.Parse(friend) }, Utc, RateMethod.None).Games.Select(game => game.MatchId));
    }

    [Fact]
    public async Task In_Arena_only_the_own_team_is_on_the_same_side()
    {
        for (var number = 1; number <= 2; number++)
        {
            await AddAsync(number, $"2026-11-0{number} 12:00", [Me, StoredGames.Id('f'), StoredGames.Id('o')], match => (match.Mode, match.QueueId) = ("CHERRY", 1700), one => one.Placement = one.Number <= 2 ? 3 : 5);
        }

        Assert.Equal("Name f", Assert.Single((await ReadAsync()).Companions).GameName);
    }

    [Fact]
    public async Task A_key_of_another_product_loses_no_games()
    {
        await AddAsync(1, "2026-11-01 12:00", [StoredGames.Id('b')]);
        await AddAsync(2, "2026-11-02 12:00", [Me]);
        Assert.Equal(2, (await ReadAsync(StoredGames.Id('b'), Me)).Games.Length);
    }

    [Fact]
    public async Task A_companion_whom_two_products_know_by_two_ids_is_one_and_has_the_name_of_today()
    {
        await AddAsync(1, "2026-11-01 12:00", [Me, StoredGames.Id('f')]);
        await AddAsync(2, "2026-11-02 12:00", [Me, StoredGames.Id('g')]);
        await using (var db = _stored.CreateDbContext())
        {
            await StoredGames.AddPlayerAsync(db, "Friend", "EUW", StoredGames.Id('f'), StoredGames.Id('g'));
        }

        Assert.Equal(new Companion(StoredGames.Id('g'), "Friend", "EUW", 2), Assert.Single((await ReadAsync(StoredGames.Id('b'), Me)).Companions));
    }

    [Fact]
    public async Task However_many_matches_are_stored_only_the_players_own_are_touched()
    {
        await using var db = _stored.CreateDbContext();
        await db.Database.OpenConnectionAsync();
        foreach (var query in (IQueryable[])[PlayedGamesQuery.Games(db, [Me]), PlayedGamesQuery.Allies(db, [Me, StoredGames.Id('b')])])
        {
            using var command = query.CreateDbCommand();
            command.CommandText = "EXPLAIN QUERY PLAN " + command.CommandText;
            var steps = await StepsAsync(command);
            Assert.Contains(steps, step => step.StartsWith("SEARCH m USING INDEX IX_match_participants_puuid_started_at (puuid=?)", StringComparison.Ordinal));
            Assert.DoesNotContain(steps, step => step.StartsWith("SCAN", StringComparison.Ordinal));
            Assert.InRange(steps.Count(step => step.StartsWith("SEARCH", StringComparison.Ordinal)), 2, 3);
        }
    }

    public void Dispose() => _stored.Dispose();

    private static async Task<List<string>> StepsAsync(DbCommand command)
    {
        var steps = new List<string>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            steps.Add(reader.GetString(3));
        }

        return steps;
    }

    private async Task AddAsync(int number, string? start, string?[] people, Action<Match>? match = null, Action<MatchParticipant>? participant = null)
    {
        await using var db = _stored.CreateDbContext();
        await StoredGames.AddMatchAsync(db, number, start is null ? null : At(start), people, match, participant);
    }

    private async Task<PlayerGames> ReadAsync(params string[] ids)
    {
        await using (var db = _stored.CreateDbContext())
        {
            await StoredGames.AddPlayerAsync(db, "Nightjar", "EUW", ids.Length > 0 ? ids : [Me]);
        }

        var player = await new PlayerQueries(_stored).FindAsync(PlayerPath.Of("Nightjar", "EUW"), CancellationToken.None);
        return await new PlayedGamesQuery(_stored).ReadAsync(player!, withCustom: true, HiddenSeats.None, CancellationToken.None);
    }
}
