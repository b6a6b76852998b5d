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
    [InlineData("""{"Night Jar":{"x":1}}""", """{"":{"x":1}}""")]
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
    [InlineData(70)]
    [InlineData(257)]
    public void A_name_is_found_however_deep_it_stands(int depth)
    {
        var (open, close) = (new string('[', depth), new string(']', depth));

        Assert.Equal($"{open}\"\"{close}", Scrub($"{open}\"Night Jar\"{close}"));
    }

    private static string? Scrub(string json) => AnswerScrubber.Scrub(Encoding.UTF8.GetBytes(json), Person) is { } scrubbed ? Encoding.UTF8.GetString(scrubbed) : null;
}
