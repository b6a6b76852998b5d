using System.Text;
using System.Text.Json.Nodes;
using MnM.Collector.Matches;
using MnM.Simulator;
using MnM.Simulator.World;
using MnM.Simulator.World.Careers;
using MnM.Simulator.World.Past;
using MnM.Simulator.World.Writing;

namespace MnM.Tests.Simulator.World.Careers;

/// <summary>What match-v5 tells of games of a long past.</summary>
public sealed class CareerMatchTests
{
    private static readonly DateTimeOffset Now = new SimulatorClock().GetUtcNow();
    private static readonly List<CareerGame> Games = [.. new[] { 0, 1, 2 }.SelectMany(number => new Career(CareerOptions.All[number]).Of(CareerOptions.All[number].Members[0].Person, Now))];

    public static TheoryData<int> Queues => [400, 420, 430, 440, 450, 490, 850, 890, 1700];

    [Theory]
    [MemberData(nameof(Queues))]
    public void A_match_tells_what_was_played(int queue)
    {
        var games = Games.Where(game => game.QueueId == queue && game.Fate is CareerFate.Played).Take(5).ToList();
        Assert.NotEmpty(games);
        foreach (var game in games)
        {
            var info = CareerMatch.Write(game).Match["info"]!;
            var hero = info.Children("participants").ElementAt(game.Seat);
            Assert.Equal((game.People[game.Seat].Puuid, game.IsWon), (hero.Text("puuid"), hero.Flag("win")));
            Assert.Equal((queue, game.Start.ToUnixTimeMilliseconds(), game.GameId), (info.Int("queueId"), (long)info.Number("gameStartTimestamp"), (long)info.Number("gameId")));
            var read = MatchReader.Read(game.MatchId, Bytes(info.Parent!), Now)!;
            Assert.InRange(read.Match.DurationSeconds, game.Length.TotalSeconds - 1, game.Length.TotalSeconds);
        }
    }

    [Fact]
    public void Every_match_can_be_read_but_for_empty_ones()
    {
        foreach (var game in Games.Where((_, index) => index % 40 == 0).Concat(Games.Where(game => game.Fate == CareerFate.Sparse).Take(20)).Where(game => game.Fate != CareerFate.Empty))
        {
            var read = MatchReader.Read(game.MatchId, Bytes(CareerMatch.Write(game).Match), Now)!;
            Assert.InRange(read.Match.DurationSeconds, game.Length.TotalSeconds - 1, game.Length.TotalSeconds);
            Assert.InRange((read.Match.StartedAt!.Value - game.Start).TotalSeconds, -40, 1);
            Assert.Equal(game.Fate == CareerFate.Remade, read.Match.IsRemake);
            Assert.Equal(game.Fate == CareerFate.Aborted && !MatchShapes.IsOld(game.Start), read.Match.IsAborted);
        }
    }

    [Fact]
    public void The_Arena_has_sixteen_people_in_eight_pairs()
    {
        var game = Games.First(game => game.QueueId == CareerQueues.Arena && game.Fate == CareerFate.Played);
        var written = CareerMatch.Write(game);
        var people = written.Match["info"].Children("participants").ToList();

        Assert.Equal((16, 30, "CHERRY"), (people.Count, written.Match["info"].Int("mapId"), written.Match["info"].Text("gameMode")));
        Assert.All(people.GroupBy(one => one.Int("playerSubteamId")), pair => Assert.Single(pair.Select(one => one.Int("subteamPlacement")).Distinct()));
        Assert.Equal(Enumerable.Range(1, 8).SelectMany(place => new[] { place, place }), people.Select(one => one.Int("placement")).Order());
        Assert.All(people, one => Assert.Equal(one.Int("placement") <= 4, one.Flag("win")));
        Assert.Equal(people.Sum(one => one.Int("kills")), people.Sum(one => one.Int("deaths")));
        Assert.InRange(people.Sum(one => one.Int("kills")), 60, 220);
        Assert.Equal(people.Sum(one => one.Int("kills")), Events(written, "CHAMPION_KILL"));
        Assert.True(people.Max(one => one.Int("timePlayed")) > people.Min(one => one.Int("timePlayed")) + 60);
        Assert.Equal(16, written.Timeline["info"].Children("participants").Count());
    }

    [Fact]
    public void Champions_fall_on_the_bridge_of_ARAM_and_in_the_rings_of_the_Arena()
    {
        var (aram, arena) = (Falls(CareerQueues.Aram), Falls(CareerQueues.Arena));
        Assert.All(aram, place => Assert.InRange(Math.Abs(place.X - place.Y), 0, 2200));
        Assert.All(aram, place => Assert.InRange(place.X, 0, 12_850));
        Assert.All(arena, place => Assert.True((place.X < 5000 || place.X > 13_000) && (place.Y is < 5000 or > 12_500), $"{place}"));
        Assert.Equal(4, arena.Select(place => (place.X < 9000, place.Y < 9000)).Distinct().Count());
    }

    [Fact]
    public void ARAM_has_no_places_no_jungle_and_no_wards()
    {
        var game = Games.First(game => game.QueueId == CareerQueues.Aram && game.Fate == CareerFate.Played);
        var written = CareerMatch.Write(game);

        Assert.All(written.Match["info"].Children("participants"), one => Assert.Equal(("", 0, 0), (one.Text("teamPosition"), one.Int("neutralMinionsKilled"), one.Int("wardsPlaced"))));
        Assert.All(written.Match["info"].Children("teams"), team => Assert.Equal(0, team["objectives"].Child("dragon").Int("kills")));
        Assert.Equal(0, Events(written, "ELITE_MONSTER_KILL") + Events(written, "WARD_PLACED"));
        Assert.Equal(written.Match["info"].Children("participants").Sum(one => one.Int("kills")), Events(written, "CHAMPION_KILL"));
    }

    [Fact]
    public void Against_the_computer_five_are_bots()
    {
        var game = Games.First(game => game.QueueId == CareerQueues.Bots && game.Fate == CareerFate.Played);
        var written = CareerMatch.Write(game);

        Assert.Equal(5, written.Match["info"].Children("participants").Count(one => one.Text("puuid") == "BOT"));
        Assert.Equal(5, written.Match["metadata"]!["participants"]!.AsArray().Count(one => (string?)one == "BOT"));
        Assert.DoesNotContain("Computer", written.Match.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Before_patch_11_20_the_duration_is_in_milliseconds_and_has_no_end()
    {
        var game = Games.First(game => MatchShapes.IsOld(game.Start) && game is { QueueId: CareerQueues.Solo, Fate: CareerFate.Played });
        var info = (JsonObject)CareerMatch.Write(game).Match["info"]!;

        Assert.InRange(info.Number("gameDuration"), 1_200_000, 2_700_000);
        Assert.False(info.ContainsKey("gameEndTimestamp"));
        Assert.StartsWith("11.", info.Text("gameVersion"), StringComparison.Ordinal);
        Assert.All(info.Children("participants"), one => Assert.True(one.Text("summonerName").Length > 0 && !one.ContainsKey("riotIdGameName") && !one.ContainsKey("challenges")));
    }

    [Fact]
    public void Games_that_break_off_say_why()
    {
        Assert.All(Participants(CareerFate.Remade), one => Assert.True(one.Flag("gameEndedInEarlySurrender")));
        Assert.All(Participants(CareerFate.Surrendered), one => Assert.True(one.Flag("gameEndedInSurrender") && one.Int("nexusTakedowns") == 0));
        Assert.StartsWith("Abort", CareerMatch.Write(First(CareerFate.Aborted)).Match["info"].Text("endOfGameResult"), StringComparison.Ordinal);
        Assert.Empty((JsonObject)CareerMatch.Write(First(CareerFate.Empty)).Match["info"]!);

        static IEnumerable<JsonObject> Participants(CareerFate fate) => CareerMatch.Write(First(fate)).Match["info"].Children("participants");
    }

    private static CareerGame First(CareerFate fate) => Games.First(game => game.Fate == fate && game.Start.Year >= 2022 && game.Access == MatchAccess.Open);

    private static int Events(GeneratedGame game, string type) => game.Timeline["info"].Children("frames").SelectMany(frame => frame.Children("events")).Count(one => one.Text("type") == type);

    private static byte[] Bytes(JsonNode match) => Encoding.UTF8.GetBytes(match.ToJsonString());

    private static List<(int X, int Y)> Falls(int queue) =>
    [
        .. CareerMatch.Write(Games.First(game => game.QueueId == queue && game.Fate == CareerFate.Played)).Timeline["info"].Children("frames")
            .SelectMany(frame => frame.Children("events")).Where(told => told.Text("type") == "CHAMPION_KILL")
            .Select(told => (told.Child("position").Int("x"), told.Child("position").Int("y"))),
    ];
}
