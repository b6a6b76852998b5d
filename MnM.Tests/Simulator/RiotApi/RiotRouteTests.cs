using System.Net;
using MnM.Simulator;
using MnM.Simulator.RiotApi;
using MnM.Simulator.RiotApi.Limits;
using MnM.Simulator.World;

namespace MnM.Tests.Simulator.RiotApi;

public sealed class RiotRouteTests
{
    private const string Status = "/lol/status/v4/platform-data";

    [Fact]
    public async Task Every_method_is_on_all_its_routes_and_on_no_other()
    {
        await using var riot = new RiotMachine();
        foreach (var method in RiotMethods.All)
        {
            foreach (var route in RiotRoutes.Platforms.Concat(RiotRoutes.Regions))
            {
                var status = await riot.StatusAsync(route, method.Path);
                Assert.True(method.Routes.Has(route) == (status != HttpStatusCode.Forbidden), $"{method.Name} on {route}: {status}");
            }

            riot.Clock.Advance(10);
        }
    }

    [Theory]
    [InlineData("https://euw1.api.riotgames.com:9000/lol/status/v4/platform-data", HttpStatusCode.OK)]
    [InlineData("https://api.riotgames.com:9000/euw1/lol/status/v4/platform-data", HttpStatusCode.OK)]
    [InlineData("https://euw9.api.riotgames.com:9000/lol/status/v4/platform-data", HttpStatusCode.NotFound)]
    [InlineData("https://euw1.api.riotgames.com:9000/lol/status/v4/platform", HttpStatusCode.Forbidden)]
    public async Task The_route_is_part_of_the_host_or_of_the_path(string address, HttpStatusCode status)
    {
        await using var riot = new RiotMachine(new RiotApiOptions { Port = 9000, Keys = [RiotMachine.Big] });
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Add("X-Riot-Token", RiotMachine.Big.Value);
        using var answer = await riot.SendAsync(request);

        Assert.Equal(status, answer.StatusCode);
    }

    [Fact]
    public async Task Over_a_real_socket_it_answers_as_in_the_process()
    {
        var clock = new SimulatorClock();
        using var log = new RequestLog(null, clock);
        await using var server = await RiotServer.StartAsync(new RiotApiOptions(), new RiotSurroundings(new GameLedger(1), new ResponseFiles(null), log, clock), RiotMachine.Soon);
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Add("X-Riot-Token", KnownKeys.League.Value);
        using var answer = await http.GetAsync(server.BaseUrl.Replace("{route}", "me1", StringComparison.Ordinal) + Status, RiotMachine.Soon);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("1:1,1:120", answer.Headers.GetValues("X-App-Rate-Limit-Count").Single());
        Assert.Contains("\"ME1\"", await answer.Content.ReadAsStringAsync(RiotMachine.Soon), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_takes_its_time_on_the_clock()
    {
        await using var riot = new RiotMachine(new RiotApiOptions { Keys = [RiotMachine.Big], Latency = TimeSpan.FromMilliseconds(80) });
        var asked = riot.SendAsync("euw1", Status);
        riot.Clock.Advance(0.019);
        Assert.False(asked.IsCompleted);

        riot.Clock.Advance(0.122);
        using var answer = await asked;
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task Answers_that_lie_ready_as_files_go_before_the_world()
    {
        var folder = Directory.CreateTempSubdirectory("mnm-tests-").FullName;
        Directory.CreateDirectory(Path.Combine(folder, "euw1", "lol", "status", "v4"));
        await File.WriteAllTextAsync(Path.Combine(folder, "euw1", "lol", "status", "v4", "platform-data.json"), "\"mine\"", RiotMachine.Soon);
        var (clock, network) = (new SimulatorClock(), new MnM.Simulator.Network.InProcessNetwork());
        using var log = new RequestLog(null, clock);
        await using var server = RiotServer.InProcess(network, new RiotApiOptions(), new RiotSurroundings(new GameLedger(1), new ResponseFiles(folder), log, clock));
        using var http = new HttpClient(network.CreateHandler());
        http.DefaultRequestHeaders.Add("X-Riot-Token", KnownKeys.League.Value);

        Assert.Equal("\"mine\"", await http.GetStringAsync(server.BaseUrl.Replace("{route}", "euw1", StringComparison.Ordinal) + Status, RiotMachine.Soon));
        Assert.NotEqual("\"mine\"", await http.GetStringAsync(server.BaseUrl.Replace("{route}", "kr", StringComparison.Ordinal) + Status, RiotMachine.Soon));
        Directory.Delete(folder, recursive: true);
    }
}
