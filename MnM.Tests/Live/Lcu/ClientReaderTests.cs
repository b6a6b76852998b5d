using System.Text.Json;
using MnM.Collector.Live.Lcu;
using MnM.Tests.Live.Recording;

namespace MnM.Tests.Live.Lcu;

public sealed class ClientReaderTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);

    private static readonly string[] Paths =
        [LcuClient.Phase, LcuClient.Session, LcuClient.Lobby, LcuClient.ChampSelect, LcuClient.EndOfGame, LcuClient.Account, LcuClient.Region];

    [Theory]
    [InlineData("InProgress", true)]
    [InlineData("GameStart", true)]
    [InlineData("EndOfGame", true)]
    [InlineData("Lobby", false)]
    [InlineData("ChampSelect", false)]
    [InlineData("None", false)]
    public void Only_a_session_of_a_game_tells_its_number(string phase, bool tells)
    {
        const string session = """{"phase":"PHASE","gameData":{"gameId":7001,"isCustomGame":true,"queue":{"id":-1}}}""";
        var view = Take(ClientView.None, LcuClient.Session, session.Replace("PHASE", phase, StringComparison.Ordinal));
        Assert.Equal(tells ? new ClientGame(7001, 0, true) : null, view.Game);
    }

    [Fact]
    public void With_a_new_lobby_the_game_before_is_forgotten()
    {
        var view = Take(ClientView.None, LcuClient.Phase, "\"EndOfGame\"") with { Game = new ClientGame(7001, 420, false) };
        Assert.NotNull(view.Game);
        Assert.Null(Take(view, LcuClient.Phase, "\"Lobby\"").Game);
    }

    [Fact]
    public void What_a_hidden_player_is_called_and_known_by_is_not_even_read()
    {
        const string session = """
            {"localPlayerCellId":1,"myTeam":[
              {"cellId":0,"championId":22,"nameVisibilityType":"HIDDEN","gameName":"Leaked","tagLine":"EUW","puuid":"p-0","obfuscatedPuuid":"o-0"},
              {"cellId":1,"championId":0,"nameVisibilityType":"VISIBLE","gameName":"quietstorm","tagLine":"EUW","puuid":"p-1","assignedPosition":"middle","spell1Id":18446744073709551615,"spell2Id":4},
              {"cellId":2,"championId":99,"nameVisibilityType":"","gameName":"","puuid":"","obfuscatedPuuid":"o-2"}],
             "theirTeam":[{"cellId":5,"championId":11,"nameVisibilityType":"HIDDEN","puuid":""}]}
            """;
        var select = Take(ClientView.None, LcuClient.ChampSelect, session).ChampSelect!;
        Assert.Equal(
            [("Ally 1", true, null, false), ("quietstorm#EUW", false, "p-1", true), ("Ally 3", true, null, false), ("Enemy 1", true, null, false)],
            select.MyTeam.Concat(select.TheirTeam).Select(member => (member.Name, member.IsHidden, member.Puuid, member.IsYou)));
        Assert.Equal(("MIDDLE", 0, 4), (select.MyTeam[1].Position, select.MyTeam[1].Spell1Id, select.MyTeam[1].Spell2Id));
        Assert.DoesNotContain("o-", $"{select}{string.Join(' ', select.MyTeam)}", StringComparison.Ordinal);
    }

    [Fact]
    public void Whose_turn_it_is_and_what_is_banned_follow_from_the_draft()
    {
        const string session = """
            {"localPlayerCellId":0,"myTeam":[{"cellId":0,"championId":22},{"cellId":1,"championId":0}],"theirTeam":[{"cellId":5}],"bans":{"myTeamBans":[],"theirTeamBans":[],"numBans":0},
             "actions":[[{"actorCellId":0,"championId":84,"completed":true,"isAllyAction":true,"isInProgress":false,"type":"ban"}],
                        [{"actorCellId":5,"championId":-1,"completed":true,"isAllyAction":false,"isInProgress":false,"type":"ban"}],
                        [{"actorCellId":0,"championId":22,"completed":true,"isAllyAction":true,"isInProgress":true,"type":"pick"}],
                        [{"actorCellId":1,"championId":0,"completed":false,"isAllyAction":true,"isInProgress":true,"type":"pick"}]],
             "timer":{"adjustedTimeLeftInPhase":20000,"internalNowInEpochMs":1795176000000,"isInfinite":false,"phase":"BAN_PICK","totalTimeInPhase":30000}}
            """;
        var select = Take(ClientView.None, LcuClient.ChampSelect, session).ChampSelect!;
        Assert.Equal([(null, true), ("pick", false)], select.MyTeam.Select(member => (member.Turn, member.HasLocked)));
        Assert.Equal<int>([84], select.MyBans);
        Assert.Equal<int>([-1], select.TheirBans);
        Assert.Equal(new ChampSelectTimer("BAN_PICK", Noon.AddSeconds(20), TimeSpan.FromSeconds(30)), select.Timer);
    }

    [Theory]
    [InlineData("EUW", "euw1")]
    [InlineData("LAS", "la2")]
    [InlineData("OC1", "oc1")]
    [InlineData("KR", "kr")]
    [InlineData("TENCENT", null)]
    [InlineData("", null)]
    public void The_clients_region_is_one_of_Riots_platforms(string region, string? platform) =>
        Assert.Equal(platform, Take(ClientView.None, LcuClient.Region, $$"""{"region":"{{region}}"}""").Platform);

    [Fact]
    public void Recorded_champ_selects_are_read()
    {
        foreach (var session in ChampSelects())
        {
            var select = Take(ClientView.None, LcuClient.ChampSelect, session).ChampSelect;
            Assert.NotNull(select);
            Assert.All(select.MyTeam.Concat(select.TheirTeam), member => Assert.NotEmpty(member.Name));
            Assert.All(select.Draft, action => Assert.NotEmpty(action.Type));
        }
    }

    [Fact]
    public void Recorded_sessions_tell_the_number_of_their_game()
    {
        foreach (var file in Recordings.Files("lcu").Where(file => file.Contains("gameflow_session", StringComparison.Ordinal)))
        {
            var view = Take(ClientView.None, LcuClient.Session, File.ReadAllText(file));
            Assert.InRange(view.Game!.Id, 1_000_000_000, long.MaxValue);
        }
    }

    [Fact]
    public void Recorded_statistics_after_a_game_are_read()
    {
        foreach (var block in EndOfGames())
        {
            var end = Take(ClientView.None, LcuClient.EndOfGame, block).EndOfGame!;
            Assert.Equal(2, end.Teams.Length);
            Assert.Single(end.Teams, team => team.IsWinner);
            Assert.InRange(end.Teams.SelectMany(team => team.Players).Count(player => player.GoldEarned > 0 && player.ChampionName.Length > 0), 2, 10);
            Assert.Equal(end.Teams.SelectMany(team => team.Players).Any(player => player.IsYou), end.Won is not null);
        }
    }

    [Fact]
    public void No_mutation_of_what_a_client_says_throws()
    {
        var seed = 0;
        foreach (var value in ChampSelects().Concat(EndOfGames()).Append("""{"phase":"InProgress","gameData":{"gameId":7001,"queue":{"id":420}}}""").Take(60))
        {
            for (var round = 0; round < 10; round++)
            {
                var json = new JsonMutations(++seed).Change(value, 8);
                foreach (var path in Paths)
                {
                    Take(ClientView.None, path, json);
                }
            }
        }

        Assert.InRange(seed, 10, 600);
    }

    private static ClientView Take(ClientView view, string path, string json)
    {
        using var document = JsonDocument.Parse(json);
        return ClientReader.Take(view, path, document.RootElement, Noon);
    }

    private static IEnumerable<string> ChampSelects() => Lines().Where(value => value.Member("myTeam").ValueKind == JsonValueKind.Array).Select(value => value.GetRawText());

    private static IEnumerable<string> EndOfGames() => Lines().Where(value => value.Member("gameLength").ValueKind == JsonValueKind.Number).Select(value => value.GetRawText());

    /// <summary>Every recorded value, out of whatever wraps it.</summary>
    private static IEnumerable<JsonElement> Lines()
    {
        foreach (var file in Recordings.Files("lcu").Where(file => Path.GetExtension(file) is ".json" or ".jsonl"))
        {
            var values = Path.GetExtension(file) == ".jsonl" ? File.ReadLines(file) : [File.ReadAllText(file)];
            foreach (var root in values.Where(line => line.Length > 0).Select(line => JsonDocument.Parse(line).RootElement))
            {
                foreach (var value in Unwrap(root))
                {
                    yield return value;
                }
            }
        }
    }

    private static IEnumerable<JsonElement> Unwrap(JsonElement root) => root switch
    {
        { ValueKind: JsonValueKind.Array } when root.GetArrayLength() == 3 && root[0].ValueKind == JsonValueKind.Number => [root[2].Member("data")],
        _ when root.Member("dataPoints") is { ValueKind: not JsonValueKind.Undefined } points => (points.ValueKind == JsonValueKind.Array
            ? points.EnumerateArray()
            : points.EnumerateObject().Select(point => point.Value)).Where((_, place) => place % 20 == 0),
        _ when root.Member("session") is { ValueKind: JsonValueKind.Object } session => [session],
        _ when root.Member("data") is { ValueKind: JsonValueKind.Object } data => [data],
        _ => [root],
    };
}

file static class Elements
{
    public static JsonElement Member(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : default;
}
