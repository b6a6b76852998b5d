using System.Text;
using MnM.Collector.Players.Erasing;

namespace MnM.Tests.Players.Erasing;

public sealed class AnswerScrubberTests
{
    private static readonly string Id = new('n', 78);
    private static readonly ErasedPerson Person = new(1, ["NIGHTJAR#EUW", "OLDJAR#EUW"], [Id]) { Aliases = ["Night Jar"] };

    [Theory]
    [InlineData("""{"a":1,"a":2,"KillerName":"Night Jar","KillerName":"Night Jar"}""", """{"a":1,"a":2,"KillerName":"","KillerName":""}""")]
    [InlineData("""{"half":"\ud800","KillerName":"Night Jar","\ud800":1}""", """{"half":"\ud800","KillerName":"","\ud800":1}""")]
    [InlineData("""{ "n" : 1.50 , "KillerName":"Night\u0020Jar" , "x":"\u00fc ü" }""", """{ "n" : 1.50 , "KillerName":"" , "x":"\u00fc ü" }""")]
    [InlineData("""{"EventName":"Night Jar","Assisters":["Other","Night Jar"]}""", """{"EventName":"Night Jar","Assisters":["Other",""]}""")]
    [InlineData("""{"NightJar#EUW":{"x":1}}""", """{"":{"x":1}}""")]
    [InlineData("""{"riotIdGameName":"Old Jar","riotIdTagLine":"euw","summonerName":"sn","championName":"Ahri"}""", """{"riotIdGameName":"","riotIdTagLine":"","summonerName":"","championName":"Ahri"}""")]
    [InlineData("""{"gameName":"Old Jar","tagLine":"NA1"}""", null)]
    [InlineData("""{"riotId":"NightJar#EUW","name":"x","n":{"name":"y"}}""", """{"riotId":"","name":"","n":{"name":"y"}}""")]
    [InlineData("""{"name":"x","riotId":"NightJar#EUW"}""", """{"name":"","riotId":""}""")]
    [InlineData("""["Other"]""", null)]
    [InlineData("\"Night Jar\"", null)]
    [InlineData("""{"KillerName":"Night Jar""", null)]
    [InlineData("", null)]
    public void Who_is_named_is_taken_out_and_all_else_stays_as_it_came(string json, string? expected) => Assert.Equal(expected, Scrub(json));

    [Fact]
    public void An_id_becomes_nobody_s_and_takes_the_name_beside_it_along() => Assert.Equal(
        $$"""{"metadata":["{{ErasedPerson.Nobody}}","other"],"info":[{"puuid":"{{ErasedPerson.Nobody}}","gameName":"","kills":3}]}""",
        Scrub($$"""{"metadata":["{{Id}}","other"],"info":[{"puuid":"{{Id}}","gameName":"What they were called","kills":3}]}"""));

    [Theory]
    [InlineData("summonerId", "123456789", "0")]
    [InlineData("accountId", "123456789", "0")]
    [InlineData("summonerId", "987654321", "987654321")]
    [InlineData("gameId", "123456789", "123456789")]
    public void A_number_of_theirs_becomes_0_also_where_the_client_tells_whose_answer_it_is(string member, string number, string expected) => Assert.Equal(
        $$$"""{"{{{member}}}":{{{expected}}},"teams":[{"players":[{"summonerId":0,"riotIdGameName":"","riotIdTagLine":"","kills":123456789},{"summonerId":5,"riotIdGameName":"Other"}]}]}""",
        Scrub($$$"""{"{{{member}}}":{{{number}}},"teams":[{"players":[{"summonerId":123456789,"riotIdGameName":"Night Jar","riotIdTagLine":"EUW","kills":123456789},{"summonerId":5,"riotIdGameName":"Other"}]}]}"""));

    [Fact]
    public void Who_was_taken_out_before_is_not_found_again() => Assert.Null(Scrub("""{"players":[{"summonerId":0,"riotIdGameName":"","riotIdTagLine":""}]}"""));

    [Theory]
    [InlineData(70)]
    [InlineData(257)]
    public void A_name_is_found_however_deep_it_stands(int depth)
    {
        var (open, close) = (new string('[', depth), new string(']', depth));

        Assert.Equal($"{{\"Assisters\":{open}\"\"{close}}}", Scrub($"{{\"Assisters\":{open}\"Night Jar\"{close}}}"));
    }

    [Theory]
    [InlineData("Fire", """{"EventName":"DragonKill","DragonType":"Fire","KillerName":"Fire","Stolen":"False"}""", """{"EventName":"DragonKill","DragonType":"Fire","KillerName":"","Stolen":"False"}""")]
    [InlineData("Assisters", """{"EventName":"ChampionKill","Assisters":["Assisters","Other"],"VictimName":"Assisters"}""", """{"EventName":"ChampionKill","Assisters":["","Other"],"VictimName":""}""")]
    [InlineData("Ace", """{"EventName":"Ace","Acer":"Ace","AcingTeam":"ORDER"}""", """{"EventName":"Ace","Acer":"","AcingTeam":"ORDER"}""")]
    [InlineData("FirstBlood", """{"EventName":"FirstBlood","Recipient":"FirstBlood"}""", """{"EventName":"FirstBlood","Recipient":""}""")]
    [InlineData("Win", """{"EventName":"GameEnd","Result":"Win"}""", null)]
    [InlineData("EventName", """{"EventName":"GameStart"}""", null)]
    public void Who_is_called_like_a_word_of_the_game_goes_where_people_are_named_alone(string name, string json, string? expected) =>
        Assert.Equal(expected, Scrub(json, Person with { Aliases = [name] }));

    private static string? Scrub(string json, ErasedPerson? person = null) => AnswerScrubber.Scrub(Encoding.UTF8.GetBytes(json), person ?? Person) is { } scrubbed ? Encoding.UTF8.GetString(scrubbed) : null;
}
