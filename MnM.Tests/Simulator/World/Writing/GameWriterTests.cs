using MnM.Simulator.World.Writing;

namespace MnM.Tests.Simulator.World.Writing;

[Collection(SharedGames.Name)]
public sealed class GameWriterTests(WrittenGames written)
{
    [Theory]
    [InlineData(7, 0)]
    [InlineData(-3, 12)]
    public void The_same_seed_writes_the_same_bytes(int seed, int index)
    {
        var (first, second) = (GameWriter.Write(seed, index), GameWriter.Write(seed, index));
        Assert.Equal(first.Match.ToJsonString(), second.Match.ToJsonString());
        Assert.Equal(first.Timeline.ToJsonString(), second.Timeline.ToJsonString());
        Assert.Equal(first.LocalParticipantId, second.LocalParticipantId);
    }

    [Fact]
    public void Another_seed_writes_another_game() =>
        Assert.NotEqual(GameWriter.Write(1, 0).Match.ToJsonString(), GameWriter.Write(2, 0).Match.ToJsonString());

    [Fact]
    public void Ids_grow_with_the_index_and_games_do_not_overlap()
    {
        var games = Enumerable.Range(0, 30).Select(index => GameWriter.Write(5, index)).ToList();
        Assert.All(games.Zip(games.Skip(1)), pair =>
        {
            Assert.True(pair.First.Match["info"]!.Long("gameId") < pair.Second.Match["info"]!.Long("gameId"));
            Assert.True(pair.First.Match["info"]!.Long("gameEndTimestamp") < pair.Second.Match["info"]!.Long("gameCreation"));
        });
    }

    [Fact]
    public void Ten_players_in_five_roles_a_side_play_ten_champions() => written.Each(game =>
    {
        var players = game.Participants;
        Assert.Equal(Enumerable.Range(1, 10), players.Select(player => player.Number("participantId")));
        foreach (var team in (int[])[100, 200])
            Assert.Equal(
                ["TOP", "JUNGLE", "MIDDLE", "BOTTOM", "UTILITY"],
                players.Where(player => player.Number("teamId") == team).Select(player => player.Text("teamPosition")));
        Assert.Equal(10, players.Select(player => player.Number("championId")).Distinct().Count());
        Assert.Equal(10, players.Select(player => player.Text("puuid")).Distinct().Count());
        Assert.All(players, player => Assert.Equal(78, player.Text("puuid").Length));
        Assert.Equal("Nightjar", players[game.Game.LocalParticipantId - 1].Text("riotIdGameName"));
    });

    [Fact]
    public void Games_last_twenty_to_forty_minutes_and_one_side_wins() => written.Each(game =>
    {
        Assert.InRange(game.Info.Long("gameDuration"), 20 * 60, 40 * 60);
        Assert.Single(game.Teams, team => team.Flag("win"));
        Assert.All(game.Participants, player =>
            Assert.Equal(game.Teams.Single(team => team.Number("teamId") == player.Number("teamId")).Flag("win"), player.Flag("win")));
        var last = game.Frames[^1]["events"]!.AsArray()[^1]!;
        Assert.Equal("GAME_END", last.Text("type"));
        Assert.Equal(game.Teams.Single(team => team.Flag("win")).Number("teamId"), last.Number("winningTeam"));
    });

    [Fact]
    public void Kills_are_as_many_as_deaths_and_neither_few_nor_endless() => written.Each(game =>
    {
        var kills = game.Participants.Sum(player => player.Number("kills"));
        Assert.Equal(kills, game.Participants.Sum(player => player.Number("deaths")));
        Assert.InRange(kills, 15, 60);
    });

    [Fact]
    public void Leads_change_sides_in_some_games()
    {
        static IEnumerable<int> Leads(ReadGame game) => game.Frames.Select(frame =>
            Enumerable.Range(1, 10).Sum(id => (id <= 5 ? 1 : -1) * ReadGame.Player(frame, id).Number("totalGold")));

        var turned = written.All.Count(game => Leads(game).Any(lead => lead > 700) && Leads(game).Any(lead => lead < -700));
        Assert.InRange(turned, 8, 45);
    }

    [Fact]
    public void Local_player_is_at_every_place()
    {
        Assert.Equal(Enumerable.Range(1, 10), written.All.Select(game => game.Game.LocalParticipantId).Distinct().Order());
    }
}
