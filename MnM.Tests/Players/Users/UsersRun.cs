using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using MnM.Collector.Riot;
using MnM.Tests.History.Import;
using MnM.Tests.Hosting;
using MnM.Tests.Riot;

namespace MnM.Tests.Players.Users;

/// <summary>The real MnM with a world of people and their games in Riot's place.</summary>
internal sealed class UsersRun : IAsyncDisposable
{
    public const string SignUp = "/users/sign_up";
    public const string SignIn = "/users/sign_in";
    public const string Fetch = "/fetch_user";

    private UsersRun(RunningMnm mnm, PastWorld world, StubRiot riot) => (Mnm, World, Riot) = (mnm, world, riot);

    public RunningMnm Mnm { get; }

    public PastWorld World { get; }

    public StubRiot Riot { get; }

    /// <summary>What Riot never answers.</summary>
    public Func<string, bool> Hangs { get; set; } = _ => false;

    /// <param name="clock">MnM's clock; the machine's where null.</param>
    /// <param name="settings">Beside the key.</param>
    public static async Task<UsersRun> StartAsync(TimeProvider? clock = null, params (string Name, string Value)[] settings)
    {
        var world = new PastWorld(DateTimeOffset.UnixEpoch.AddDays(20_700));
        UsersRun? run = null;
        var riot = new StubRiot(path => run is not null && run.Hangs(path) ? null : world.Answer(path));
        world.Instead = Profiles;
        var mnm = await RunningMnm.StartAsync(
            services =>
            {
                services.AddHttpClient(nameof(RiotClient)).ConfigurePrimaryHttpMessageHandler(() => riot);
                if (clock is not null)
                {
                    services.AddSingleton(clock);
                }
            },
            settings: [("RIOT_API_KEY", RiotRun.Key), .. settings]);
        return run = new UsersRun(mnm, world, riot);
    }

    /// <summary>Everybody has an icon, a level and no rank.</summary>
    public static HttpResponseMessage? Profiles(string path) =>
        path.StartsWith("/lol/summoner/", StringComparison.Ordinal) ? StubRiot.Answer(HttpStatusCode.OK, """{"profileIconId":23,"summonerLevel":311,"revisionDate":0}""")
        : path.StartsWith("/lol/league/", StringComparison.Ordinal) ? StubRiot.Answer(HttpStatusCode.OK, "[]")
        : null;

    public async Task<(HttpStatusCode Status, JsonNode Body)> PostAsync(string path, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await Mnm.Client.PostAsync(path, content);
        return (answer.StatusCode, JsonNode.Parse(await answer.Content.ReadAsStringAsync())!);
    }

    public Task<(HttpStatusCode Status, JsonNode Body)> PostAsync(string path, string? riotId, string? email) =>
        PostAsync(path, new JsonObject { ["summonerName"] = riotId, ["email"] = email }.ToJsonString());

    /// <summary>The id of somebody who is made a user.</summary>
    public async Task<string> UserAsync(string riotId)
    {
        var (status, user) = await PostAsync(Fetch, riotId, null);
        Assert.Equal(HttpStatusCode.OK, status);
        return (string)user["id"]!;
    }

    public ValueTask DisposeAsync() => Mnm.DisposeAsync();
}
