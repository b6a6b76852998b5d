using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MnM.Collector.Players.Users;
using MnM.Collector.Storage;
using MnM.Tests.History.Import;
using MnM.Tests.Riot;

namespace MnM.Tests.Players.Users;

/// <summary>Signing up and in over HTTP, in the real app.</summary>
public sealed class UsersApiTests
{
    [Theory]
    [InlineData("")]
    [InlineData("/api")]
    public async Task Who_signs_up_is_told_in_the_names_of_the_contract(string prefix)
    {
        await using var run = await UsersRun.StartAsync();
        var (status, user) = await run.PostAsync(prefix + UsersRun.SignUp, "Anna#EUW", "anna@example.com");
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(
            $$"""{"id":"{{Guid.Parse((string)user["id"]!)}}","summonerName":"Anna","riot_id":"Anna#EUW","puuid":"{{PastWorld.IdOf("Anna")}}","profileIconId":23,"summonerLevel":311,"email":"anna@example.com"}""",
            user.ToJsonString());
        Assert.Equal(user.ToJsonString(), (await run.PostAsync(prefix + UsersRun.SignIn, " anna # euw ", "ANNA@example.com")).Body.ToJsonString());
        Assert.Equal(user.ToJsonString(), (await run.PostAsync(prefix + UsersRun.Fetch, "Anna#EUW", null)).Body.ToJsonString());
    }

    [Fact]
    public async Task A_second_sign_up_answers_with_the_first_row_and_takes_nothing_over()
    {
        await using var run = await UsersRun.StartAsync();
        var (_, first) = await run.PostAsync(UsersRun.SignUp, "Anna#EUW", "anna@example.com");
        var (status, second) = await run.PostAsync(UsersRun.SignUp, "Anna#EUW", "other@example.com");
        Assert.Equal((HttpStatusCode.OK, first.ToJsonString()), (status, second.ToJsonString()));
    }

    [Fact]
    public async Task Who_was_only_looked_up_has_no_address_and_can_still_sign_up()
    {
        await using var run = await UsersRun.StartAsync();
        var (_, fetched) = await run.PostAsync(UsersRun.Fetch, "Anna#EUW", null);
        Assert.Null(fetched["email"]);
        Assert.Equal(HttpStatusCode.NotFound, (await run.PostAsync(UsersRun.SignIn, "Anna#EUW", "anna@example.com")).Status);

        var (_, signedUp) = await run.PostAsync(UsersRun.SignUp, "Anna#EUW", "anna@example.com");
        Assert.Equal(((string)fetched["id"]!, "anna@example.com"), ((string)signedUp["id"]!, (string)signedUp["email"]!));
    }

    [Fact]
    public async Task Fifty_sign_ups_of_one_Riot_ID_at_once_make_one_row()
    {
        await using var run = await UsersRun.StartAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(number => run.PostAsync(UsersRun.SignUp, number % 2 == 0 ? "Anna#EUW" : " Anna # EUW ", $"anna{number}@example.com")));
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.Status));
        Assert.Single(answers.Select(answer => (string)answer.Body["id"]!).Distinct());
        Assert.Single(answers.Select(answer => (string)answer.Body["email"]!).Distinct());
        await using var db = await run.Mnm.App.Services.GetRequiredService<IDbContextFactory<MnmDbContext>>().CreateDbContextAsync();
        Assert.Equal(1, await db.Set<User>().CountAsync());
    }

    [Theory]
    [InlineData(UsersRun.SignUp, "Nobody#EUW", "anna@example.com", 422, "summonerName")]
    [InlineData(UsersRun.SignUp, "Anna", "anna@example.com", 422, "summonerName")]
    [InlineData(UsersRun.SignUp, "Anna#", "anna@example.com", 422, "summonerName")]
    [InlineData(UsersRun.SignUp, "#EUW", "anna@example.com", 422, "summonerName")]
    [InlineData(UsersRun.SignUp, "Anna#EUW#EUW", "anna@example.com", 422, "summonerName")]
    [InlineData(UsersRun.SignUp, "Anna#..", "anna@example.com", 422, "summonerName")]
    [InlineData(UsersRun.SignUp, "An\u0000na#EUW", "anna@example.com", 422, "summonerName")]
    [InlineData(UsersRun.SignUp, "'; DROP TABLE users; --#EUW", "anna@example.com", 422, "summonerName")]
    [InlineData(UsersRun.SignUp, "<script>alert(1)</script>#EUW", "anna@example.com", 422, "summonerName")]
    [InlineData(UsersRun.SignUp, null, "anna@example.com", 422, "summonerName")]
    [InlineData(UsersRun.SignUp, "Anna#EUW", "anna", 422, "email")]
    [InlineData(UsersRun.SignUp, "Anna#EUW", "", 422, "email")]
    [InlineData(UsersRun.SignUp, "Anna#EUW", null, 422, "email")]
    [InlineData(UsersRun.SignIn, "Anna", "anna@example.com", 422, "summonerName")]
    [InlineData(UsersRun.SignIn, "Anna#EUW", "anna@", 422, "email")]
    [InlineData(UsersRun.SignIn, "Nobody#EUW", "anna@example.com", 404, "summonerName")]
    [InlineData(UsersRun.SignIn, "Anna#EUW", "anna@example.com", 404, null)]
    [InlineData(UsersRun.Fetch, "Anna", null, 422, "summonerName")]
    [InlineData(UsersRun.Fetch, "Nobody#EUW", null, 404, "summonerName")]
    public async Task What_is_wrong_is_named(string path, string? riotId, string? email, int status, string? field)
    {
        await using var run = await UsersRun.StartAsync();
        var (told, problem) = await run.PostAsync(path, riotId, email);
        Assert.Equal((status, status), ((int)told, (int)problem["status"]!));
        Assert.Equal(field, problem["errors"]?.AsObject().Single().Key);
        Assert.False(string.IsNullOrWhiteSpace((string?)problem["detail"]));
    }

    [Fact]
    public async Task Another_address_is_refused()
    {
        await using var run = await UsersRun.StartAsync();
        await run.PostAsync(UsersRun.SignUp, "Anna#EUW", "anna@example.com");
        Assert.Equal(HttpStatusCode.Unauthorized, (await run.PostAsync(UsersRun.SignIn, "Anna#EUW", "eve@example.com")).Status);
    }

    [Theory]
    [InlineData("""{"summonerName":5,"email":true}""", 422)]
    [InlineData("""{"summonerName":["Anna#EUW"],"email":{}}""", 422)]
    [InlineData("""{"summonerName":"\ud800#EUW","email":"\udc00@example.com"}""", 422)]
    [InlineData("""{}""", 422)]
    [InlineData("""[]""", 422)]
    [InlineData("""null""", 422)]
    [InlineData("""7""", 422)]
    [InlineData("""{"summonerName":""", 400)]
    [InlineData("", 400)]
    public async Task Bodies_of_any_kind_are_answered_with_a_problem(string body, int status)
    {
        await using var run = await UsersRun.StartAsync();
        Assert.Equal(status, (int)(await run.PostAsync(UsersRun.SignUp, body)).Status);
    }

    [Fact]
    public async Task Where_Riot_gives_no_answer_the_reason_is_told()
    {
        await using var run = await UsersRun.StartAsync();
        run.World.Instead = _ => StubRiot.Answer(HttpStatusCode.Forbidden);
        var (status, problem) = await run.PostAsync(UsersRun.Fetch, "Anna#EUW", null);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        Assert.Contains("refuses the key", (string)problem["detail"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_profile_icon_and_level_are_null()
    {
        await using var run = await UsersRun.StartAsync();
        run.World.Instead = null;
        var (status, user) = await run.PostAsync(UsersRun.Fetch, "Anna#EUW", null);
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal((null, null), (user["profileIconId"], user["summonerLevel"]));
    }

    [Fact]
    public async Task Ranks_are_passed_on_as_Riot_sent_them_and_asked_for_once()
    {
        const string Payload = """[ {"queueType":"RANKED_SOLO_5x5", "tier":"GOLD", "rank":"II", "leaguePoints":41, "wins":3, "losses":4, "what Riot adds":[1.50] } ]""";
        await using var run = await UsersRun.StartAsync();
        run.World.Instead = path => path.StartsWith("/lol/league/", StringComparison.Ordinal) ? StubRiot.Answer(HttpStatusCode.OK, Payload) : UsersRun.Profiles(path);
        var address = $"/users/{await run.UserAsync("Anna#EUW")}/fetch_rank";
        Assert.Equal(Payload, await run.Mnm.Client.GetStringAsync(address));
        Assert.Equal(Payload, await run.Mnm.Client.GetStringAsync($"/api{address}"));
        Assert.Single(run.Riot.Asked, asked => asked.Contains("/league/", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/users/00000000-0000-4000-8000-000000000000/fetch_rank")]
    [InlineData("/users/00000000-0000-4000-8000-000000000000/matches")]
    [InlineData("/users/1/matches")]
    [InlineData("/users/1'%20OR%201=1/matches")]
    [InlineData("/users/EUW1_5720153635/matches")]
    [InlineData("/users/45555731-0000-86d6-8000-000154f29e23/fetch_rank")]
    [InlineData("/users/%3Cb%3E/fetch_rank")]
    [InlineData("/users")]
    [InlineData("/users/sign_up/")]
    public async Task Who_is_no_user_is_not_found(string address)
    {
        await using var run = await UsersRun.StartAsync();
        using var answer = await run.Mnm.Client.GetAsync(address);
        Assert.Equal(address.EndsWith("sign_up/", StringComparison.Ordinal) ? HttpStatusCode.MethodNotAllowed : HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.NotNull(JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["request_id"]);
    }
}
