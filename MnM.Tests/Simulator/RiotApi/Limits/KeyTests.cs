using System.Net;
using MnM.Simulator.RiotApi;
using MnM.Simulator.RiotApi.Limits;

namespace MnM.Tests.Simulator.RiotApi.Limits;

public sealed class KeyTests
{
    private const string Status = "/lol/status/v4/platform-data";

    [Fact]
    public async Task Without_a_key_or_with_an_unknown_one_nothing_is_told()
    {
        await using var riot = new RiotMachine();
        using var request = new HttpRequestMessage(HttpMethod.Get, riot.Server.BaseUrl.Replace("{route}", "euw1", StringComparison.Ordinal) + Status);
        using var answer = await riot.SendAsync(request);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("Unauthorized", RiotMachine.MessageOf(401, await answer.Content.ReadAsStringAsync(RiotMachine.Soon)));
        Assert.DoesNotContain(answer.Headers, header => header.Key.Contains("Rate-Limit", StringComparison.Ordinal));
        Assert.Equal("Unknown apikey", await riot.FaultAsync(HttpStatusCode.Unauthorized, "euw1", Status, new RiotKey("RGAPI-wrong")));
    }

    [Theory]
    [InlineData(KeyKind.Development, HttpStatusCode.Forbidden)]
    [InlineData(KeyKind.Personal, HttpStatusCode.OK)]
    public async Task Only_a_development_key_ends_after_a_day(KeyKind kind, HttpStatusCode after)
    {
        var key = new RiotKey("RGAPI-x", kind);
        await using var riot = new RiotMachine(new RiotApiOptions { Keys = [key] });
        riot.Clock.Advance((24 * 3600) - 1);
        Assert.Equal(HttpStatusCode.OK, await riot.StatusAsync("euw1", Status, key));

        riot.Clock.Advance(1);
        Assert.Equal(after, await riot.StatusAsync("euw1", Status, key));
    }

    [Fact]
    public async Task Keys_of_another_product_see_other_ids_of_the_same_people()
    {
        await using var riot = new RiotMachine();
        const string ByName = "/riot/account/v1/accounts/by-riot-id/Nightjar/EUW";
        var (league, tactics) = ((string)(await riot.ReadAsync("europe", ByName))["puuid"]!, (string)(await riot.ReadAsync("europe", ByName, KnownKeys.Tactics))["puuid"]!);
        Assert.Equal((78, 78), (league.Length, tactics.Length));
        Assert.NotEqual(league, tactics);

        var back = await riot.ReadAsync("asia", $"/riot/account/v1/accounts/by-puuid/{tactics}", KnownKeys.Tactics);
        Assert.Equal("Nightjar#EUW", $"{back["gameName"]}#{back["tagLine"]}");
        Assert.Contains("decrypting", await riot.FaultAsync(HttpStatusCode.BadRequest, "asia", $"/riot/account/v1/accounts/by-puuid/{league}", KnownKeys.Tactics), StringComparison.Ordinal);
    }
}
