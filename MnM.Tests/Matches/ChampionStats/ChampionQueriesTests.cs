using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using MnM.Collector.Matches;
using MnM.Collector.Matches.ChampionStats;
using MnM.Collector.Players;
using MnM.Tests.History.Time;
using static MnM.Tests.History.Time.Play;

namespace MnM.Tests.Matches.ChampionStats;

/// <summary>Champions as they are read from the database.</summary>
public sealed class ChampionQueriesTests : IDisposable
{
    private const int Ahri = 103;
    private const int Lux = 99;
    private static readonly string Me = StoredGames.Id('m');
    private static readonly string Friend = StoredGames.Id('f');
    private static readonly ImmutableHashSet<(long PlayerId, string MatchId)> Nothing = [];
    private readonly StoredGames _stored = new();

    private ChampionQueries Queries => new(_stored);

    [Fact]
    public async Task A_game_is_told_as_its_player_had_it_with_the_damage_of_the_own_side()
    {
        await AddAsync(1, [Me, Friend, null, null, null, StoredGames.Id('e')], participant: one =>
        {
            (one.ChampionId, one.Damage) = (one.Number == 2 ? Ahri : Lux, one.TeamId == 100 ? 1000 * one.Number : 70_000);
            (one.Kills, one.Deaths, one.Assists, one.Cs, one.GoldEarned, one.Items, one.Keystone) = (5, 2, 7, 180, 12_000, "3157,0,0,0,0,0,3340", 8112);
        });
        var game = Assert.Single((await ReadAsync()).Latest);
        Assert.Equal(("EUW1_1", 2, 420, "CLASSIC", "16.22", "MIDDLE"), (game.MatchId, game.Number, game.QueueId, game.Mode, game.Patch, game.Role));
        Assert.Equal((true, 5, 2, 7, 180, 12_000, 2000, 15_000, 1790), (game.IsWon, game.Kills, game.Deaths, game.Assists, game.Cs, game.Gold, game.Damage, game.TeamDamage, game.Seconds));
    }

    [Fact]
    public async Task Remakes_and_what_was_called_off_are_told_apart_and_Brawl_is_not_there_at_all()
    {
        await AddAsync(1, [Me], match => match.IsRemake = true);
        await AddAsync(2, [Me], match => match.EndReason = "Abort_Unexpected");
        await AddAsync(3, [Me], match => match.EndReason = "GameComplete");
        await AddAsync(4, [Me], match => match.Mode = "BRAWL");
        var report = await ReadAsync();
        Assert.Equal((1, new SetAside(2, 0, 0)), (report.All.Share.Games, report.SetAside));
    }

    [Fact]
    public async Task The_latest_game_is_the_first_and_those_without_a_start_are_the_last()
    {
        await AddAsync(1, [Me], match => match.StartedAt = null);
        await AddAsync(2, [Me]);
        await AddAsync(3, [Me]);
        Assert.Equal(["EUW1_3", "EUW1_2", "EUW1_1"], (await ReadAsync()).Latest.Select(game => game.MatchId));
    }

    [Fact]
    public async Task Champions_are_counted_in_every_mode_with_a_name()
    {
        await AddAsync(1, [Me, Friend], participant: one => (one.ChampionId, one.ChampionName) = one.Number == 1 ? (Lux, "Lux") : (Ahri, "Ahri"));
        await AddAsync(2, [Me], match => match.QueueId = 1700);
        Assert.Equal([new StoredChampion(Lux, "Lux", 1), new StoredChampion(Ahri, "Ahri", 2)], (await Queries.CountAsync(CancellationToken.None)).OrderBy(champion => champion.Id));
    }

    [Fact]
    public async Task Players_are_found_by_every_id_that_a_key_has_seen_them_by()
    {
        await using (var db = _stored.CreateDbContext())
        {
            await StoredGames.AddPlayerAsync(db, "Nightjar", "EUW", StoredGames.Id('b'), Me);
            await StoredGames.AddPlayerAsync(db, "Friend", "EUW", Friend);
        }

        await AddAsync(1, [StoredGames.Id('b'), Friend], participant: one => one.ChampionId = one.Number == 1 ? Ahri : Lux);
        await AddAsync(2, [Me]);
        await AddAsync(3, [Me], match => match.QueueId = 0);
        var group = Assert.Single(await Queries.OfPlayersAsync([1, 2], Ahri, ChampionFilter.None, Nothing, CancellationToken.None));
        Assert.Equal((1, 2), (group.Key, group.Figures.Share.Games));
        Assert.Empty(await Queries.OfPlayersAsync([1, 2], Ahri, new ChampionFilter { Role = "TOP" }, Nothing, CancellationToken.None));
    }

    [Fact]
    public async Task Whom_MnM_knows_is_called_by_todays_name_and_others_by_that_of_the_game()
    {
        await using (var db = _stored.CreateDbContext())
        {
            await StoredGames.AddPlayerAsync(db, "New name", "EUW", Me);
        }

        await AddAsync(1, [Me, Friend, null], participant: one => one.GameName = one.Puuid == Me ? "Old name" : one.GameName);
        var who = await Queries.WhoAsync((await ReadAsync()).Latest, CancellationToken.None);
        Assert.Equal([(1, new PlayedBy("New name", "EUW")), (2, new PlayedBy("Name f", "EUW"))], who.Select(one => (one.Key.Number, one.Value)).OrderBy(one => one.Number));
    }

    [Fact]
    public async Task However_many_matches_are_stored_only_the_champions_own_are_touched()
    {
        await using var db = _stored.CreateDbContext();
        var steps = await StepsAsync(db, ChampionQueries.LatestGames(db, Ahri));
        Assert.Contains(steps, step => step.EndsWith("INDEX IX_match_participants_champion_id_started_at (champion_id=?)", StringComparison.Ordinal));
        Assert.DoesNotContain(steps, step => step.StartsWith("SCAN match", StringComparison.Ordinal) || step.Contains("TEMP B-TREE", StringComparison.Ordinal));

        steps = await StepsAsync(db, ChampionQueries.GamesOf(db, [Me, Friend], Ahri));
        Assert.Contains(steps, step => step.EndsWith("INDEX IX_match_participants_puuid_started_at (puuid=?)", StringComparison.Ordinal));

        steps = await StepsAsync(db, ChampionQueries.Counts(db));
        Assert.Contains(steps, step => step.EndsWith("COVERING INDEX IX_match_participants_champion_id_started_at", StringComparison.Ordinal));

        steps = await StepsAsync(db, PlayerSearch.BeginningWith(db, "NIGHT"));
        Assert.Contains(steps, step => step.EndsWith("INDEX IX_players_riot_id_key (riot_id_key>? AND riot_id_key<?)", StringComparison.Ordinal));
    }

    public void Dispose() => _stored.Dispose();

    private static async Task<List<string>> StepsAsync<T>(DbContext db, IQueryable<T> query)
    {
        await using var command = query.CreateDbCommand();
        command.CommandText = $"EXPLAIN QUERY PLAN {command.CommandText}";
        await db.Database.OpenConnectionAsync();
        await using var reader = await command.ExecuteReaderAsync();
        var steps = new List<string>();
        while (await reader.ReadAsync())
        {
            steps.Add(reader.GetString(3));
        }

        return steps;
    }

    private Task<ChampionReport> ReadAsync() => Queries.ReadAsync(Ahri, ChampionFilter.None, CancellationToken.None);

    private async Task AddAsync(int number, string?[] people, Action<Match>? match = null, Action<MatchParticipant>? participant = null)
    {
        await using var db = _stored.CreateDbContext();
        DateTimeOffset? start = At("2026-11-01 12:00").AddDays(number);
        await StoredGames.AddMatchAsync(db, number, start, people, made =>
        {
            match?.Invoke(made);
            start = made.StartedAt;
        }, one =>
        {
            one.StartedAt = start;
            participant?.Invoke(one);
        });
    }
}
