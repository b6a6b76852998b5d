using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MnM.Collector.Backplane;
using MnM.Collector.History.Import;
using MnM.Collector.Players;
using MnM.Collector.Players.Users;
using MnM.Tests.History.Time;
using MnM.Tests.Hosting;
using MnM.Tests.Live.Pages;
using MnM.Web.Security;

namespace MnM.Tests.Security;

/// <summary>What endpoints tell a viewer of stored matches.</summary>
public sealed class ViewerMatchesTests : IAsyncLifetime
{
    private const string Matched = "EUW1_1000001";
    private const string Custom = "EUW1_1000002";
    private static readonly Guid User = new("3f2504e0-4f89-11d3-9a0c-0305e82c3301");
    private static readonly string Anna = StoredGames.Id('a');
    private readonly CustomGameChoice _sharing = new();
    private RunningMnm _mnm = null!;

    public async Task InitializeAsync()
    {
        _mnm = await WatchedPeople.StartForViewersAsync(services => services.AddSingleton<ICustomGameSharing>(_sharing));
        _mnm.Client.DefaultRequestHeaders.AcceptEncoding.Add(new StringWithQualityHeaderValue("br"));
        await using var db = await _mnm.ContextAsync();
        await StoredGames.AddPlayerAsync(db, "Anna", "EUW", Anna);
        await StoredGames.AddMatchAsync(db, 1_000_001, LiveViews.At, WatchedPeople.Ids);
        await StoredGames.AddMatchAsync(db, 1_000_002, LiveViews.At.AddHours(1), WatchedPeople.Ids, match => match.QueueId = 0);
    }

    public Task DisposeAsync() => _mnm.DisposeAsync().AsTask();

    [Fact]
    public async Task A_custom_match_is_not_there_by_its_id_unless_the_owner_shows_them()
    {
        string[] below = ["", "/timeline-stats", "/insights?participant=1", "/insights/stream?participant=1"];
        foreach (var path in below)
        {
            using var answer = await _mnm.Client.GetAsync($"/api/matches/{Custom}{path}", HttpCompletionOption.ResponseHeadersRead);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }

        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync($"/matches/{Custom}"));
        Assert.Empty(JsonNode.Parse(await _mnm.Client.GetStringAsync($"/api/search?q={Custom}"))!["matches"]!.AsArray());
        Assert.Equal(HttpStatusCode.OK, await StatusAsync($"/api/matches/{Matched}"));

        _sharing.IsShown = true;
        Assert.Equal(HttpStatusCode.OK, await StatusAsync($"/api/matches/{Custom}"));
        Assert.Single(JsonNode.Parse(await _mnm.Client.GetStringAsync($"/api/search?q={Custom}"))!["matches"]!.AsArray());
    }

    [Fact]
    public async Task A_custom_match_stands_in_no_list_and_no_figure_unless_the_owner_shows_them()
    {
        await using (var db = await _mnm.ContextAsync())
        {
            var anna = await db.Set<Player>().SingleAsync();
            db.Add(new User { Id = User, PlayerId = anna.Id, CreatedAt = LiveViews.At });
            db.Add(new ImportJob { Id = "job", PlayerId = anna.Id, Puuid = Anna, Region = "europe", GameName = "Anna", TagLine = "EUW", Queues = "", CreatedAt = LiveViews.At, EndedAt = LiveViews.At });
            db.AddRange(new[] { Matched, Custom }.Select((id, ordinal) => new ImportItem { JobId = "job", MatchId = id, Ordinal = ordinal, State = WorkState.Done }));
            await db.SaveChangesAsync();
        }

        Assert.Equal([1, 1, 1, 1, 1], await CountsAsync());
        _sharing.IsShown = true;
        Assert.Equal([2, 2, 2, 2, 2], await CountsAsync());
    }

    [Fact]
    public async Task For_a_viewer_Riot_is_asked_neither_for_ranks_nor_for_first_matches_of_a_user()
    {
        await using (var db = await _mnm.ContextAsync())
        {
            await StoredGames.AddPlayerAsync(db, "Zoe", "EUW", StoredGames.Id('z'));
            db.Add(new User { Id = User, PlayerId = (await db.Set<Player>().SingleAsync(player => player.GameName == "Zoe")).Id, CreatedAt = LiveViews.At });
            await db.SaveChangesAsync();
        }

        using var ranks = await _mnm.Client.GetAsync($"/users/{User}/fetch_rank");
        Assert.Equal(HttpStatusCode.NotFound, ranks.StatusCode);
        Assert.Contains("Riot is asked for the owner alone.", await ranks.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var matches = await _mnm.Client.GetAsync($"/users/{User}/matches");
        Assert.Equal("[]", await matches.Content.ReadAsStringAsync());
        Assert.False(matches.Headers.Contains("X-MnM-Stale"));
    }

    [Fact]
    public async Task A_match_that_names_whom_its_watched_game_hid_is_not_told_as_Riot_sent_it()
    {
        await using (var db = await _mnm.ContextAsync())
        {
            db.AddWatched(7, Matched, WatchedPeople.NamesOf("abcdefghi"));
            await db.SaveChangesAsync();
        }

        using var answer = await _mnm.Client.GetAsync($"/api/matches/{Matched}");
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Contains("names people whom the game hid", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    /// <summary>How many matches each list and figure has.</summary>
    private async Task<IReadOnlyList<int>> CountsAsync() =>
    [
        JsonNode.Parse(await _mnm.Client.GetStringAsync("/api/players/Anna-EUW/champions"))!.AsArray().Sum(champion => (int)champion!["games"]!),
        (int)JsonNode.Parse(await _mnm.Client.GetStringAsync("/api/players/Anna-EUW"))!["matches"]!,
        (int)JsonNode.Parse(await _mnm.Client.GetStringAsync("/api/players/Anna-EUW/time"))!["games"]!,
        JsonNode.Parse(await _mnm.Client.GetStringAsync($"/users/{User}/matches"))!.AsArray().Count,
        JsonNode.Parse(await _mnm.Client.GetStringAsync("/api/history/job/matches"))!.AsArray().Count,
    ];

    private async Task<HttpStatusCode> StatusAsync(string path)
    {
        using var answer = await _mnm.Client.GetAsync(path);
        return answer.StatusCode;
    }
}
