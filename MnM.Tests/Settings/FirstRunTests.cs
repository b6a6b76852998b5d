using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using MnM.Collector.Live;
using MnM.Collector.Players;
using MnM.Collector.Riot;
using MnM.Collector.Riot.Keys;
using MnM.Collector.Storage;
using MnM.Tests.Hosting;
using MnM.Tests.Sharing;
using MnM.Web.Hosting;
using MnM.Web.Settings;

namespace MnM.Tests.Settings;

public sealed class FirstRunTests
{
    [Fact]
    public async Task A_new_MnM_leads_its_owner_to_the_welcome_page_until_that_is_done()
    {
        await using var mnm = await StartNewAsync();
        Assert.Equal("/welcome", await LocationAsync(mnm, "/"));
        Assert.Null(await LocationAsync(mnm, "/games"));
        Assert.Null(await LocationAsync(mnm, "/welcome"));

        mnm.App.Services.GetRequiredService<FirstRun>().End();

        Assert.Null(await LocationAsync(mnm, "/"));
        Assert.False(await New(mnm.App.Services).IsDueAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Where_anything_is_set_nobody_is_led_there()
    {
        await using var mnm = await RunningMnm.StartAsync();

        Assert.Null(await LocationAsync(mnm, "/"));
    }

    [Fact]
    public async Task Where_somebody_is_known_or_the_demo_runs_nobody_is_led_there()
    {
        await using var mnm = await StartNewAsync();
        Assert.False(await New(mnm.App.Services, isDemo: true).IsDueAsync(CancellationToken.None));
        await mnm.App.Services.GetRequiredService<PlayerStore>().KeepAsync(
            new RiotAccount(Puuid.Find(new string('a', 78))!, "Nightjar", "EUW"), RiotProduct.League, CancellationToken.None);

        Assert.Null(await LocationAsync(mnm, "/"));
    }

    [Fact]
    public async Task Whoever_only_watches_is_not_led_there()
    {
        await using var lan = await LanMnm.StartAsync(configure: services => services.AddSingleton(provider => New(provider)));
        var friend = await lan.ViewerAsync();

        using var page = await friend.OpenAsync("/");

        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Equal("/welcome", await LocationAsync(lan.Mnm, "/"));
    }

    /// <summary>MnM on whose first run nothing is set, as far as it knows.</summary>
    internal static Task<RunningMnm> StartNewAsync(Action<IServiceCollection>? configure = null) => RunningMnm.StartAsync(services =>
    {
        services.AddSingleton(provider => New(provider));
        configure?.Invoke(services);
    });

    private static FirstRun New(IServiceProvider services, bool isDemo = false) => new(
        MnmSettings.From(new Dictionary<string, string> { ["--urls"] = "http://127.0.0.1:0", ["LOG_LEVEL"] = "Information" }) with { IsDemo = isDemo }, services.GetRequiredService<RiotKeys>(), services.GetRequiredService<GameQueries>(),
        services.GetRequiredService<PlayerQueries>(), services.GetRequiredService<IOptions<StorageOptions>>());

    private static async Task<string?> LocationAsync(RunningMnm mnm, string path)
    {
        using var answer = await mnm.Client.GetAsync(path);
        Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.Redirect);
        return answer.Headers.Location?.OriginalString;
    }
}
