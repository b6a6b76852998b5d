using System.Net;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using MnM.Collector;
using MnM.Collector.Insights;
using MnM.Collector.Insights.WinProbability;
using MnM.Collector.Matches;
using MnM.Collector.Matches.Pool;
using MnM.Collector.Players;
using MnM.Collector.Riot;
using MnM.Collector.StaticData;
using MnM.Tests.History.Pages;
using MnM.Tests.Riot;
using MnM.Web.Players;
using MnM.Web.Security;

namespace MnM.Tests.Players.Pages;

/// <summary>A player's page over a real database, with people behind Riot's API and a clock that is turned by hand.</summary>
public abstract class PlayerPageContext : TimePageContext
{
    private protected const string Profile = """{"puuid":"p","profileIconId":4568,"summonerLevel":312,"revisionDate":0}""";
    private protected const string Ranks = """[{"queueType":"RANKED_SOLO_5x5","tier":"EMERALD","rank":"III","leaguePoints":47,"wins":61,"losses":55}]""";
    private protected const string Masteries = """[{"championId":103,"championLevel":41,"championPoints":482113,"lastPlayTime":1760000000000}]""";

    private protected PlayerPageContext() => World.Instead = Told;

    private protected PlayerRefresh Refresh => Run.Get<PlayerRefresh>();

    private protected override void AddServices()
    {
        Services.AddSingleton(Run.Get<PlayerFinder>());
        Services.AddSingleton(Refresh);
        Services.AddSingleton(Run.Get<MatchLibrary>());
        Services.AddSingleton(Run.Get<RecentMatches>());
        Services.AddSingleton(Run.Get<StaticDataStore>());
        Services.AddSingleton(Run.Get<InsightDesk>());
        Services.AddSingleton(Run.Get<WinModels>());
        Services.AddSingleton(Run.Get<Feed<InsightsUnderWay>>());
        Services.AddSingleton(ActivatorUtilities.CreateInstance<PlayerReader>(Run.Services, new CustomGames(Sharing), People));
    }

    /// <summary>What Riot tells of people, where the world tells of games alone.</summary>
    internal static HttpResponseMessage? Told(string path) =>
        path.Contains("/summoner/v4/", StringComparison.Ordinal) ? StubRiot.Answer(HttpStatusCode.OK, Profile)
        : path.Contains("/league/v4/", StringComparison.Ordinal) ? StubRiot.Answer(HttpStatusCode.OK, Ranks)
        : path.Contains("/champion-mastery/v4/", StringComparison.Ordinal) ? StubRiot.Answer(HttpStatusCode.OK, Masteries)
        : null;

    /// <summary>Opens the page; Riot's answers have come when it returns.</summary>
    private protected async Task<IRenderedComponent<PlayerPage>> OpenAsync(string query = "", string player = "Anna-EUW")
    {
        Navigation.NavigateTo($"/players/{player}{query}");
        var page = Render<PlayerPage>(page => page.Add(one => one.Player, player));
        await AnsweredAsync(page);
        return page;
    }

    /// <summary>Turns the clock until the page waits for nothing.</summary>
    private protected Task AnsweredAsync(IRenderedComponent<PlayerPage> page) => Run.AnswerAsync(SettledAsync(page));

    private protected async Task KeepRankAsync(int points, string tier = "EMERALD", string division = "III")
    {
        var player = await Run.Get<PlayerQueries>().FindAsync("Anna", "EUW", CancellationToken.None);
        await Run.Get<PlayerStore>().KeepAsync(
            player!.Id, [new LeagueEntry(player.Puuid, PlayerQueries.Solo, tier, division, points, 10, 9, LeagueMarks.None)], CancellationToken.None);
    }

    private static async Task<bool> SettledAsync(IRenderedComponent<PlayerPage> page)
    {
        while (page.FindAll("[aria-busy=true], .ask button[disabled]").Count > 0 || page.FindAll(".head, article.st").Count == 0)
        {
            await Task.Yield();
        }

        return true;
    }
}
