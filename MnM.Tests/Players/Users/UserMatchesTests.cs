using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using MnM.Collector.Matches;
using MnM.Simulator;
using MnM.Tests.Riot;

namespace MnM.Tests.Players.Users;

/// <summary>A user's matches over HTTP, in the real app.</summary>
public sealed class UserMatchesTests
{
    [Fact]
    public async Task The_latest_are_fetched_for_whom_none_is_stored_and_not_again()
    {
        await using var run = await UsersRun.StartAsync();
        var games = run.World.Play(30, "Anna");
        var id = await run.UserAsync("Anna#EUW");

        using var answer = await run.Mnm.Client.GetAsync($"/users/{id}/matches");
        var newest = games.OrderByDescending(game => game.Start).Take(20).Select(game => game.Id).ToList();
        Assert.Equal(newest, (await ReadAsync(answer)).Select(match => (string)match!["game_id"]!));
        Assert.Equal(newest, (await ReadAsync(answer)).Select(match => MatchUuid.Read((Guid)match!["id"]!)));
        Assert.All(await ReadAsync(answer), match => Assert.Equal(["id", "game_id"], match!.AsObject().Select(pair => pair.Key)));
        Assert.Equal(("20", "1", "20"), (Header(answer, "X-Total-Count"), Header(answer, "X-Page"), Header(answer, "X-Limit")));
        Assert.False(answer.Headers.Contains("X-MnM-Stale"));

        var asked = run.Riot.Count;
        using var again = await run.Mnm.Client.GetAsync($"/api/users/{id}/matches");
        Assert.Equal(newest, (await ReadAsync(again)).Select(match => (string)match!["game_id"]!));
        Assert.Equal(asked, run.Riot.Count);
    }

    [Fact]
    public async Task Whoever_has_no_matches_is_asked_about_once_in_a_while()
    {
        await using var run = await UsersRun.StartAsync();
        var id = await run.UserAsync("Anna#EUW");
        await run.Mnm.Client.GetStringAsync($"/users/{id}/matches");
        var asked = run.Riot.Count;
        Assert.Equal("[]", await run.Mnm.Client.GetStringAsync($"/users/{id}/matches"));
        Assert.Equal(asked, run.Riot.Count);
    }

    [Fact]
    public async Task Pages_follow_each_other_and_say_where_they_are()
    {
        await using var run = await UsersRun.StartAsync();
        var games = run.World.Play(20, "Anna").OrderByDescending(game => game.Start).Select(game => game.Id).ToList();
        var id = await run.UserAsync("Anna#EUW");
        await run.Mnm.Client.GetStringAsync($"/users/{id}/matches");

        using var second = await run.Mnm.Client.GetAsync($"/users/{id}/matches?limit=6&page=2&queue=420");
        Assert.Equal(games.Skip(6).Take(6), await IdsAsync(second));
        var address = $"/users/{id}/matches?limit=6&queue=420&page=";
        Assert.Equal($"<{address}1>; rel=\"first\", <{address}1>; rel=\"prev\", <{address}3>; rel=\"next\", <{address}4>; rel=\"last\"", Header(second, "Link"));

        using var beyond = await run.Mnm.Client.GetAsync($"/users/{id}/matches?limit=6&page=9");
        Assert.Empty(await IdsAsync(beyond));
        Assert.Equal("20", Header(beyond, "X-Total-Count"));

        foreach (var last in new[] { games[4], MatchUuid.Of(games[4])!.Value.ToString() })
        {
            using var after = await run.Mnm.Client.GetAsync($"/users/{id}/matches?after={last}&limit=3");
            Assert.Equal(games.Skip(5).Take(3), await IdsAsync(after));
            Assert.Equal("15", Header(after, "X-Total-Count"));
        }
    }

    [Fact]
    public async Task Filters_leave_what_fits_all_of_them()
    {
        await using var run = await UsersRun.StartAsync();
        var games = run.World.Play(4, "Anna").Concat(run.World.Play(3, "Ben", "Anna")).ToList();
        var id = await run.UserAsync("Anna#EUW");
        await run.Mnm.Client.GetStringAsync($"/users/{id}/matches");
        var year = games[0].Start.Year.ToString(CultureInfo.InvariantCulture);

        Assert.Equal(7, await CountAsync($"year={year}"));
        Assert.Equal(0, await CountAsync("year=2019"));
        Assert.Equal(7, await CountAsync("queue=420"));
        Assert.Equal(0, await CountAsync("queue=450"));
        Assert.Equal(4, await CountAsync("champion=100"));
        Assert.Equal(3, await CountAsync($"champion=101&queue=420&year={year}"));

        async Task<int> CountAsync(string query)
        {
            using var answer = await run.Mnm.Client.GetAsync($"/users/{id}/matches?{query}");
            var ids = await IdsAsync(answer);
            Assert.Equal(ids.Count.ToString(CultureInfo.InvariantCulture), Header(answer, "X-Total-Count"));
            return ids.Count;
        }
    }

    [Theory]
    [InlineData("page=0", "page")]
    [InlineData("page=-1", "page")]
    [InlineData("page=9999999999", "page")]
    [InlineData("page=one", "page")]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=101", "limit")]
    [InlineData("year=12", "year")]
    [InlineData("year=2026'%20OR%201=1", "year")]
    [InlineData("queue=-4", "queue")]
    [InlineData("queue=ranked", "queue")]
    [InlineData("champion=<b>", "champion")]
    [InlineData("after=1", "after")]
    [InlineData("after=EUW1_404", "after")]
    [InlineData("after=00000000-0000-4000-8000-000000000000", "after")]
    [InlineData("page=1&page=2", "page")]
    [InlineData("limit=", "limit")]
    public async Task A_question_that_makes_no_sense_is_named(string query, string field)
    {
        await using var run = await UsersRun.StartAsync();
        var id = await run.UserAsync("Anna#EUW");
        using var answer = await run.Mnm.Client.GetAsync($"/users/{id}/matches?{query}");
        var problem = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
        Assert.Equal((HttpStatusCode.BadRequest, field), (answer.StatusCode, problem["errors"]!.AsObject().Single().Key));
    }

    [Fact]
    public async Task Why_not_all_are_there_stands_in_a_header()
    {
        await using var run = await UsersRun.StartAsync();
        var games = run.World.Play(5, "Anna");
        var id = await run.UserAsync("Anna#EUW");
        run.World.Instead = path => path.Contains("/match/", StringComparison.Ordinal) ? StubRiot.Answer(HttpStatusCode.InternalServerError) : UsersRun.Profiles(path);
        using var answer = await run.Mnm.Client.GetAsync($"/users/{id}/matches");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Empty(await IdsAsync(answer));
        Assert.NotEmpty(Header(answer, "X-MnM-Stale")!);

        run.World.Instead = UsersRun.Profiles;
        using var later = await run.Mnm.Client.GetAsync($"/users/{id}/matches");
        Assert.Equal(games.Count, (await IdsAsync(later)).Count);
    }

    [Fact]
    public async Task Who_waits_for_Riot_is_answered_in_the_end()
    {
        var clock = new SimulatorClock();
        await using var run = await UsersRun.StartAsync(clock);
        var id = await TurnAsync(run.UserAsync("Anna#EUW"));
        run.Hangs = path => path.Contains("/ids?", StringComparison.Ordinal);
        var asking = run.Mnm.Client.GetAsync($"/users/{id}/matches");
        while (!run.Riot.Asked.Any(asked => asked.Contains("/ids?", StringComparison.Ordinal)))
        {
            Turn();
            await Task.Yield();
        }

        clock.Advance(11);
        await TurnAsync(asking);
        using var answer = await asking;
        Assert.Equal((HttpStatusCode.OK, "[]"), (answer.StatusCode, await answer.Content.ReadAsStringAsync()));
        Assert.NotEmpty(Header(answer, "X-MnM-Stale")!);

        async Task<T> TurnAsync<T>(Task<T> task)
        {
            while (!task.IsCompleted)
            {
                Turn();
                await Task.Yield();
            }

            return await task;
        }

        // Longer waits are not those of requests for their turn.
        void Turn() => clock.Advance(clock.NextDue is { TotalSeconds: <= 0.05 } due ? due.TotalSeconds : 0);
    }

    private static async Task<JsonArray> ReadAsync(HttpResponseMessage answer) => JsonNode.Parse(await answer.Content.ReadAsStringAsync())!.AsArray();

    private static async Task<List<string>> IdsAsync(HttpResponseMessage answer) => [.. (await ReadAsync(answer)).Select(match => (string)match!["game_id"]!)];

    private static string? Header(HttpResponseMessage answer, string name) => answer.Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : null;
}
