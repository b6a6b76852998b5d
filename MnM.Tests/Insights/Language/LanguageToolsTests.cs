using System.Text.Json;
using MnM.Collector.Insights;
using MnM.Collector.Insights.Language;
using MnM.Collector.Insights.Language.Chat;
using MnM.Collector.Insights.Language.Numbers;
using MnM.Collector.Matches;
using MnM.Collector.Storage;

namespace MnM.Tests.Insights.Language;

/// <summary>A language model looks things up in the local store, and hears no more of people than their champions.</summary>
public sealed class LanguageToolsTests
{
    [Fact]
    public async Task A_minute_is_told_from_the_own_side()
    {
        await using var world = await InsightWorld.StartAsync();
        var (blue, red) = (await AskAsync(world, isBlue: true, "look_at_minute", """{"match":"A","minute":10}"""), await AskAsync(world, isBlue: false, "look_at_minute", """{"match":"A","minute":"10"}"""));

        Assert.Equal("10:00", blue.GetProperty("at").GetString());
        Assert.NotEqual("0", Lead(blue, "gold"));
        Assert.Equal(Lead(blue, "gold"), Lead(red, "gold").Replace('+', '_').Replace('−', '+').Replace('_', '−'));
        Assert.True(blue.GetProperty("person").GetProperty("gold").GetInt32() > 0);
    }

    [Fact]
    public async Task Events_are_told_by_champions_and_nobody_is_named()
    {
        await using var world = await InsightWorld.StartAsync();

        var events = await AskAsync(world, isBlue: true, "list_events", """{"match":"a","from":"0:00","to":"59:59"}""");

        var told = events.GetProperty("events").EnumerateArray().ToList();
        Assert.NotEmpty(told);
        Assert.Contains(told, one => one.GetProperty("what").GetString() == "kill" && one.GetProperty("killed").GetProperty("champion").GetString()!.Length > 0);
        var match = (await world.Get<MatchQueries>().FindAsync("EUW1_1", CancellationToken.None))!;
        Assert.All(match.Participants.SelectMany(one => new[] { one.Puuid!, one.GameName }), name => Assert.DoesNotContain($"\"{name}\"", events.GetRawText(), StringComparison.Ordinal));
        Assert.DoesNotContain("EUW1", events.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_time_that_the_model_made_up_is_not_told_back_to_it()
    {
        await using var world = await InsightWorld.StartAsync();

        Assert.Equal("10:00", (await AskAsync(world, isBlue: true, "look_at_minute", """{"match":"A","minute":10.37}""")).GetProperty("at").GetString());
    }

    [Fact]
    public async Task Who_gained_by_an_event_is_told_though_nobody_is_told_who_did_it()
    {
        await using var world = await InsightWorld.StartAsync();
        await world.StoreMatchAsync(1, TimeSpan.FromHours(1));
        await world.StoreTimelineAsync("EUW1_1", Packing.Pack("""
            {"metadata":{"matchId":"EUW1_1"},"info":{"frameInterval":60000,"frames":[
              {"timestamp":0,"participantFrames":{"1":{"participantId":1,"level":1}},"events":[]},
              {"timestamp":600000,"participantFrames":{"1":{"participantId":1,"level":1}},"events":[
                {"type":"CHAMPION_KILL","timestamp":60000,"killerId":0,"victimId":6},
                {"type":"CHAMPION_KILL","timestamp":70000,"killerId":0,"victimId":1},
                {"type":"ELITE_MONSTER_KILL","timestamp":80000,"killerId":7,"monsterType":"BARON_NASHOR"},
                {"type":"ELITE_MONSTER_KILL","timestamp":90000,"killerId":2,"monsterType":"BARON_NASHOR"}]}]}}
            """u8.ToArray()));

        var blue = await AskAsync(world, isBlue: true, "list_events", """{"match":"A","from":"0:00","to":"59:59"}""");
        var red = await AskAsync(world, isBlue: false, "list_events", """{"match":"A","from":"0:00","to":"59:59"}""");

        Assert.Equal(["own side", "enemy side", "enemy side", "own side"], blue.GetProperty("events").EnumerateArray().Select(one => one.GetProperty("for").GetString()));
        Assert.Equal(["enemy side", "own side", "own side", "enemy side"], red.GetProperty("events").EnumerateArray().Select(one => one.GetProperty("for").GetString()));
    }

    [Fact]
    public async Task A_figure_and_matches_alike_come_from_the_report()
    {
        await using var world = await InsightWorld.StartAsync();

        var figure = await AskAsync(world, isBlue: true, "compare_figure", """{"figure":"CS a minute"}""");
        var similar = await AskAsync(world, isBlue: true, "similar_matches", "");

        Assert.Equal(("5.1", "6.4", 120), (figure.GetProperty("own").GetString(), figure.GetProperty("others").GetProperty("mean").GetString(), figure.GetProperty("others").GetProperty("games").GetInt32()));
        Assert.True(similar.TryGetProperty("error", out _));
    }

    [Theory]
    [InlineData("no_such_tool", "{}")]
    [InlineData("look_at_minute", "")]
    [InlineData("look_at_minute", "[]")]
    [InlineData("look_at_minute", "{")]
    [InlineData("look_at_minute", """{"match":"A"}""")]
    [InlineData("look_at_minute", """{"match":"A","minute":-3}""")]
    [InlineData("look_at_minute", """{"match":"A","minute":1e300}""")]
    [InlineData("look_at_minute", """{"match":"A","minute":{"a":[]}}""")]
    [InlineData("list_events", """{"match":"A","from":"20:00","to":"10:00"}""")]
    [InlineData("list_events", """{"match":"A","from":"x","to":"99999999999:00"}""")]
    [InlineData("compare_figure", """{"figure":"MMR 99"}""")]
    [InlineData("games_on_champion", """{"champion":"'; DROP TABLE matches; --"}""")]
    public async Task What_cannot_be_answered_is_said_without_a_number_that_could_be_repeated(string tool, string arguments)
    {
        await using var world = await InsightWorld.StartAsync();

        var answer = await AskAsync(world, isBlue: true, tool, arguments);

        Assert.Empty(NumberReader.Read(answer.GetProperty("error").GetString()!));
    }

    [Fact]
    public async Task Without_a_timeline_that_is_said()
    {
        await using var world = await InsightWorld.StartAsync();
        await world.StoreMatchAsync(1, TimeSpan.FromHours(1));

        var found = await world.Get<LanguageTools>().CallAsync(Subject, Report(isBlue: true), new ToolCall("1", "look_at_minute", """{"match":"A","minute":3}"""), CancellationToken.None);

        Assert.Contains("No timeline", found.Json, StringComparison.Ordinal);
    }

    private static InsightSubject Subject { get; } = new InsightSubject.OfMatch("EUW1_1", 1);

    private static InsightReport Report(bool isBlue) => Reports.Lost with { Matches = [Reports.Lost.Matches[0] with { MatchId = "EUW1_1", Participant = isBlue ? 1 : 6, IsBlue = isBlue }] };

    private static string Lead(JsonElement answer, string name) => answer.GetProperty("own_side_more_than_enemy").GetProperty(name).GetString()!;

    private static async Task<JsonElement> AskAsync(InsightWorld world, bool isBlue, string tool, string arguments)
    {
        if (await world.Get<MatchQueries>().FindAsync("EUW1_1", CancellationToken.None) is null)
        {
            await world.StoreMatchAsync(1, TimeSpan.FromHours(1));
            await world.StoreTimelineAsync("EUW1_1");
        }

        var found = await world.Get<LanguageTools>().CallAsync(Subject, Report(isBlue), new ToolCall("1", tool, arguments), CancellationToken.None);
        using var json = JsonDocument.Parse(found.Json);
        return json.RootElement.Clone();
    }
}
