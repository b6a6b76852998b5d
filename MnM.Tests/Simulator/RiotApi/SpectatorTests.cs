using System.Net;
using MnM.Simulator.World;

namespace MnM.Tests.Simulator.RiotApi;

public sealed class SpectatorTests
{
    private static readonly PlayedGame Game = GameSupply.Written(1).Next(0)!;

    [Fact]
    public async Task A_game_is_there_to_its_ten_players_while_it_runs()
    {
        await using var riot = new RiotMachine();
        var path = await PathAsync(riot);
        Assert.Contains("spectator", await riot.FaultAsync(HttpStatusCode.NotFound, "euw1", path), StringComparison.Ordinal);

        riot.Play(Game);
        riot.Clock.Advance(600);
        foreach (var one in Game.Script.Participants)
        {
            var game = await riot.ReadAsync("euw1", await PathAsync(riot, $"{one.GameName}#{one.TagLine}"));
            Assert.Equal((Game.Script.GameId, 600, 420), ((long)game["gameId"]!, (int)game["gameLength"]!, (int)game["gameQueueConfigId"]!));
        }

        Assert.Equal(HttpStatusCode.NotFound, await riot.StatusAsync("na1", path));
        riot.Clock.Advance(Game.Script.Duration - 600);
        Assert.Equal(HttpStatusCode.NotFound, await riot.StatusAsync("euw1", path));
    }

    [Fact]
    public async Task People_have_their_ids_names_champions_and_keystones_and_nothing_more_of_their_runes()
    {
        await using var riot = new RiotMachine();
        riot.Play(Game);
        var game = await riot.ReadAsync("euw1", await PathAsync(riot));

        Assert.Equal(
            Game.Script.Participants.Select(one => $"{one.Puuid} {one.GameName}#{one.TagLine} {one.TeamId} {one.ChampionId} {one.Spells[0]} {one.Spells[1]} {one.Runes.Keystone}"),
            game["participants"]!.AsArray().Select(one => $"{one!["puuid"]} {one["riotId"]} {one["teamId"]} {one["championId"]} {one["spell1Id"]} {one["spell2Id"]} {one["perks"]!["perkIds"]!.AsArray().Single()}"));
        Assert.Equal(10, game["bannedChampions"]!.AsArray().Count);
    }

    [Fact]
    public async Task While_a_game_loads_its_start_is_nought()
    {
        await using var riot = new RiotMachine();
        riot.Ledger.Note(new EveningState { Since = riot.Clock.GetUtcNow(), Stage = GameStage.Loading, Game = Game });

        Assert.Equal(0, (long)(await riot.ReadAsync("euw1", await PathAsync(riot)))["gameStartTime"]!);
    }

    [Fact]
    public async Task Whom_streamer_mode_hides_is_not_found_and_has_no_name()
    {
        await using var riot = new RiotMachine();
        riot.Play(Game with { HidesNames = true });
        var game = await riot.ReadAsync("euw1", await PathAsync(riot));

        var known = Assert.Single(game["participants"]!.AsArray(), one => one!["puuid"] is not null);
        Assert.Equal("Nightjar#EUW", (string)known!["riotId"]!);
        var other = Game.Script.Participants.First(one => one.Id != Game.LocalParticipantId);
        Assert.Contains(other.ChampionAlias, game["participants"]!.AsArray().Select(one => (string)one!["riotId"]!));
        Assert.Equal(HttpStatusCode.NotFound, await riot.StatusAsync("euw1", await PathAsync(riot, $"{other.GameName}#{other.TagLine}")));
    }

    private static async Task<string> PathAsync(RiotMachine riot, string riotId = "Nightjar#EUW") => $"/lol/spectator/v5/active-games/by-summoner/{await riot.PuuidAsync(riotId)}";
}
