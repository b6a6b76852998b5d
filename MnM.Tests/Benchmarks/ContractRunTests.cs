using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using MnM.Benchmarks;
using MnM.Benchmarks.Contract;
using MnM.Collector.StaticData;
using MnM.Simulator;
using MnM.Simulator.RiotApi;
using MnM.Simulator.RiotApi.Limits;
using MnM.Simulator.World;
using MnM.Tests.Hosting;

namespace MnM.Tests.Benchmarks;

/// <summary>The contract's examples against the running MnM, with the simulator in Riot's place.</summary>
public sealed class ContractRunTests
{
    [Fact]
    public async Task MnM_answers_as_the_contract_says()
    {
        var (code, told) = await CompareAsync(_ => { });
        Assert.Equal(("", ExitCode.Fine), (string.Join(Environment.NewLine, told[..^1]), code));
        Assert.Contains("are as in the contract", told[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_difference_of_another_server_is_named()
    {
        var (code, told) = await CompareAsync(app => app.Use(async (context, next) =>
        {
            if (context.Request.Path == "/champions")
            {
                await context.Response.WriteAsJsonAsync(new[] { new { champ_id = "103", name = "Ahri", image_url = "/ahri.png", price = 3150 } });
            }
            else if (context.Request.Path == "/users/sign_in")
            {
                context.Response.StatusCode = StatusCodes.Status204NoContent;
            }
            else if (context.Request.Path.StartsWithSegments("/matches"))
            {
                await context.Response.WriteAsync("<html>");
            }
            else
            {
                await next(context);
            }
        }));
        Assert.Equal(ExitCode.Missed, code);
        Assert.Equal(
            [
                "POST /users/sign_in (The one who has signed up is recognised): the status is 204, not 200",
                "POST /users/sign_in (Nobody has signed up so): the status is 204, not 404",
                "POST /users/sign_in (Somebody has, with another e-mail address): the status is 204, not 401",
                "GET /matches/{matchId} (A match as Riot sent it, by its UUID): the body is not JSON",
                "GET /matches/{gameId} (The same by Riot's id): the body is not JSON",
                "GET /matches/{unknownId} (What is no id of a match): the status is 200, not 404",
                "GET /champions (All champions): $[0].champ_id is a text, not a number",
                "GET /champions (All champions): $[0].nickname is missing",
                "GET /champions (All champions): $[0].image_url is \"/ahri.png\", which is no url",
                "GET /champions (All champions): $[0].price is nowhere in the contract",
            ],
            told[..^1]);
        Assert.StartsWith("10 differences", told[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_said_to_be_none()
    {
        using var http = new HttpClient();
        using var output = new StringWriter();
        var code = await new ContractRun(http, output).RunAsync(new Command.Contract(new Uri("http://127.0.0.1:9"), "Nightjar#EUW", "contract@example.com"), CancellationToken.None);
        Assert.Equal(ExitCode.Missed, code);
        Assert.Contains("the server does not answer", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Each_example_says_what_it_shows_and_keeps_to_its_own_rules()
    {
        Assert.NotEmpty(Exchange.All);
        Assert.All(Exchange.All, exchange => Assert.EndsWith(".", exchange.About, StringComparison.Ordinal));
        Assert.All(Exchange.All, exchange => Assert.Empty(new JsonShape(exchange, new Words()).Compare(exchange.Response.Body)));
    }

    private static async Task<(int Code, string[] Told)> CompareAsync(Action<WebApplication> change)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        var options = new RiotApiOptions { Keys = [new RiotKey(KnownKeys.League.Value, KeyKind.Production)] };
        using var log = new RequestLog(null, TimeProvider.System);
        await using var riot = await RiotServer.StartAsync(options, new RiotSurroundings(new GameLedger(1), new ResponseFiles(null), log, TimeProvider.System), patience.Token);
        var address = $"http://127.0.0.1:{riot.Port}";
        await using var mnm = await RunningMnm.StartAsync(
            map: change,
            settings:
            [
                ("RIOT_API_KEY", KnownKeys.League.Value), ("RIOT_BASE_URL", riot.BaseUrl),
                ("DATA_DRAGON_URL", $"{address}{RiotServer.DataDragonPrefix}"), ("GAME_CONSTANTS_URL", $"{address}{RiotServer.GameConstantsPrefix}"),
            ]);
        await mnm.App.Services.GetRequiredService<StaticDataStore>().FirstLookDone.WaitAsync(patience.Token);
        using var http = new HttpClient();
        using var output = new StringWriter();
        var code = await new ContractRun(http, output).RunAsync(new Command.Contract(mnm.Address, "Nightjar#EUW", "contract@example.com"), patience.Token);
        return (code, output.ToString().TrimEnd().Split(Environment.NewLine));
    }
}
