using System.Net;
using System.Security.Claims;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MnM.Collector.Backplane;
using MnM.Collector.History.Import;
using MnM.Collector.Matches.Pool;
using MnM.Collector.Players;
using MnM.Collector.Players.Users;
using MnM.Tests.History.Time;
using MnM.Tests.Hosting;
using MnM.Tests.Live.Pages;
using MnM.Web.Players;
using MnM.Web.Security;

namespace MnM.Tests.Security;

/// <summary>Anna has played four matches with Bea. The third was watched, and the game named all but Bea.</summary>
public sealed class HiddenPeopleTests : IAsyncLifetime
{
    private const string Watched = "EUW1_3";
    private static readonly Guid Bea = new("3f2504e0-4f89-11d3-9a0c-0305e82c3301");
    private static readonly ClaimsPrincipal AViewer = Visitors.TicketOf(Role.Viewer).Principal;
    private RunningMnm _viewers = null!;

    public async Task InitializeAsync()
    {
        _viewers = await WatchedPeople.StartForViewersAsync();
        await using var db = await _viewers.ContextAsync();
        await StoredGames.AddPlayerAsync(db, "Anna", "EUW", StoredGames.Id('a'));
        await StoredGames.AddPlayerAsync(db, "Bea", "EUW", StoredGames.Id('b'));
        for (var number = 1; number <= 4; number++)
        {
            await StoredGames.AddMatchAsync(db, number, LiveViews.At.AddDays(number), WatchedPeople.Ids);
        }

        db.AddWatched(7, Watched, WatchedPeople.NamesOf("acdefghij"));
        var bea = await db.Set<Player>().SingleAsync(player => player.GameName == "Bea");
        db.Add(new User { Id = Bea, PlayerId = bea.Id, CreatedAt = LiveViews.At });
        db.Add(new ImportJob { Id = "job", PlayerId = bea.Id, Puuid = StoredGames.Id('b'), Region = "europe", GameName = "Bea", TagLine = "EUW", Queues = "", CreatedAt = LiveViews.At, EndedAt = LiveViews.At });
        db.AddRange(Enumerable.Range(1, 4).Select(number => new ImportItem { JobId = "job", MatchId = $"EUW1_{number}", Ordinal = number, State = WorkState.Done }));
        await db.SaveChangesAsync();
    }

    public Task DisposeAsync() => _viewers.DisposeAsync().AsTask();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_viewer_is_not_told_with_whom_a_game_was_played_that_hid_them(bool byOwner)
    {
        var read = await ReadAsync("Anna-EUW", byOwner ? Visitors.TicketOf(Role.Owner).Principal : AViewer);

        Assert.Equal(4, read.Games.Length);
        Assert.Equal(byOwner, read.Games.Single(game => game.MatchId == Watched).With.Any(mate => mate.GameName == "Bea"));
        Assert.All(read.Games.Where(game => game.MatchId != Watched), game => Assert.Contains(game.With, mate => mate.GameName == "Bea"));
        Assert.Equal(byOwner ? 4 : 3, PlayerFigures.Of(read, PoolFilter.None).Mates.Single(mate => mate.Companion.GameName == "Bea").Rate.Games);
        Assert.Empty(read.Without);
    }

    [Fact]
    public async Task A_game_that_hid_a_player_is_none_of_the_player_s_for_viewers()
    {
        Assert.Equal([Watched], (await ReadAsync("Bea-EUW", AViewer)).Without.AsEnumerable());
        Assert.Equal(3, (int?)JsonNode.Parse(await _viewers.Client.GetStringAsync("/api/players/Bea-EUW"))!["matches"]);
        Assert.Equal(3, (int?)JsonNode.Parse(await _viewers.Client.GetStringAsync("/api/players/Bea-EUW/time"))!["games"]);
        foreach (var list in new[] { $"/users/{Bea}/matches", "/api/history/job/matches" })
        {
            var told = await _viewers.Client.GetStringAsync(list);
            Assert.Equal(3, JsonNode.Parse(told)!.AsArray().Count);
            Assert.DoesNotContain(Watched, told, StringComparison.Ordinal);
        }

        Assert.Equal(4, (int?)JsonNode.Parse(await _viewers.Client.GetStringAsync("/api/players/Anna-EUW"))!["matches"]);
    }

    [Fact]
    public async Task Nothing_is_told_for_whom_a_game_hid()
    {
        foreach (var (path, status) in new[]
        {
            ("matches/EUW1_1/insights?participant=2", HttpStatusCode.Conflict),
            ($"matches/{Watched}/insights?participant=1", HttpStatusCode.Conflict),
            ($"matches/{Watched}/insights?participant=2", HttpStatusCode.BadRequest),
            ($"matches/{Watched}/insights?participant={StoredGames.Id('b')}", HttpStatusCode.BadRequest),
            ($"matches/{Watched}/timeline-stats?participant={StoredGames.Id('a')}", HttpStatusCode.NotFound),
            ($"matches/{Watched}/timeline-stats?participant={StoredGames.Id('b')}", HttpStatusCode.BadRequest),
            ("players/Anna-EUW/insights", HttpStatusCode.Conflict),
            ("players/Bea-EUW/insights", HttpStatusCode.Forbidden),
        })
        {
            using var answer = await _viewers.Client.GetAsync($"/api/{path}");
            Assert.Equal((path, status), (path, answer.StatusCode));
        }
    }

    private async Task<ReadPlayer> ReadAsync(string player, ClaimsPrincipal visitor) =>
        (await _viewers.App.Services.GetRequiredService<MnM.Web.Players.PlayerReader>().ReadAsync(PlayerPath.Parse(player)!, visitor, CancellationToken.None))!;
}
