using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using MnM.Collector.StaticData;
using MnM.Tests.Hosting;
using MnM.Tests.StaticData;

namespace MnM.Tests.Champions;

/// <summary>Champions over HTTP, in the real app.</summary>
public sealed class ChampionsApiTests
{
    [Theory]
    [InlineData("")]
    [InlineData("/api")]
    public async Task A_champion_has_the_names_of_the_contract(string prefix)
    {
        await using var mnm = await StartAsync();
        var wukong = $$"""{"champ_id":62,"name":"Wukong","nickname":"the Monkey King","image_url":"{{mnm.Address}}assets/champion/MonkeyKing.png"}""";
        Assert.Equal(wukong, await mnm.Client.GetStringAsync($"{prefix}/champions/62"));
        Assert.Equal(wukong, await mnm.Client.GetStringAsync($"{prefix}/champions/monkeyking"));
        var all = JsonNode.Parse(await mnm.Client.GetStringAsync($"{prefix}/champions"))!.AsArray();
        Assert.Equal(["Fiddlesticks", "Wukong"], all.Select(champion => (string)champion!["name"]!).Where(name => name is "Fiddlesticks" or "Wukong"));
        Assert.Contains(wukong, all.Select(champion => champion!.ToJsonString()));
    }

    [Fact]
    public async Task The_picture_is_at_the_host_that_was_asked()
    {
        await using var mnm = await StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/champions/62") { Headers = { Host = "localhost:3000" } };
        using var answer = await mnm.Client.SendAsync(request);
        Assert.Contains("\"http://localhost:3000/assets/champion/MonkeyKing.png\"", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/champions/999999", 404)]
    [InlineData("/champions/-1", 404)]
    [InlineData("/champions/99999999999999999999", 404)]
    [InlineData("/champions/%3Cb%3E", 404)]
    [InlineData("/champions/62/skins", 404)]
    public async Task One_that_is_not_there_is_a_problem(string address, int status)
    {
        await using var mnm = await StartAsync();
        using var answer = await mnm.Client.GetAsync(address);
        Assert.Equal((status, "application/problem+json"), ((int)answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
    }

    [Theory]
    [InlineData("/champions")]
    [InlineData("/champions/62")]
    public async Task Before_anything_is_read_that_is_said(string address)
    {
        await using var mnm = await RunningMnm.StartAsync();
        using var answer = await mnm.Client.GetAsync(address);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
    }

    private static async Task<RunningMnm> StartAsync()
    {
        var dragon = new FakeDataDragon();
        var mnm = await RunningMnm.StartAsync(services => services.AddHttpClient(nameof(DataDragonClient)).ConfigurePrimaryHttpMessageHandler(() => dragon));
        await mnm.App.Services.GetRequiredService<StaticDataStore>().FirstLookDone;
        return mnm;
    }
}
