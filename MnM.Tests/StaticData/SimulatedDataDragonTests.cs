using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MnM.Collector.StaticData;
using MnM.Collector.Storage;
using MnM.Simulator.StaticData;
using MnM.Simulator.World.Tactics;
using MnM.Tests.Hosting;
using MnM.Web.StaticData;

namespace MnM.Tests.StaticData;

public sealed class SimulatedDataDragonTests : IAsyncLifetime, IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly HttpClient _http = new();
    private WebApplication _simulator = null!;
    private WebApplication _app = null!;

    public async Task InitializeAsync()
    {
        var simulator = NewBuilder();
        _simulator = simulator.Build();
        _simulator.MapDataDragon("/ddragon");
        _simulator.MapGameConstants("/docs/lol");
        await _simulator.StartAsync();

        var builder = NewBuilder();
        builder.Services.Configure<StaticDataOptions>(options => (options.BaseUrl, options.ConstantsUrl) = (new($"{_simulator.Urls.Single()}/ddragon"), new($"{_simulator.Urls.Single()}/docs/lol")));
        builder.Services.Configure<StorageOptions>(options => options.DataDirectory = _folder.Path);
        builder.Services.AddStorage().AddStaticData();
        _app = builder.Build();
        _app.MapAssets();
        await _app.Services.GetRequiredService<DatabaseMigrator>().MigrateAsync(CancellationToken.None);
        await _app.StartAsync();
        _http.BaseAddress = new(_app.Urls.Single());
    }

    [Fact]
    public async Task The_simulated_catalog_is_read_whole()
    {
        var store = _app.Services.GetRequiredService<StaticDataStore>();

        Assert.Equal(CatalogSource.Network, await store.FirstLookDone);
        var catalog = store.Current;
        Assert.Equal("Wukong", catalog.Champions["MonkeyKing"].Name);
        Assert.True(catalog.Items[3031].Finished);
        Assert.False(catalog.Items[1001].Finished);
        Assert.Equal("Flash", catalog.Spells["SummonerFlash"].Name);
        Assert.Contains(8112, catalog.Runes.Keys);
    }

    [Fact]
    public async Task The_simulated_queues_and_maps_are_read()
    {
        await _app.Services.GetRequiredService<GameConstantsStore>().LookAsync(CancellationToken.None);

        var constants = _app.Services.GetRequiredService<StaticDataStore>().Current.Constants;
        Assert.Equal("5v5 Ranked Solo", constants.Queues[420].Name);
        Assert.Equal("Howling Abyss", constants.Maps[12]);
    }

    [Fact]
    public async Task Whatever_the_simulator_plays_of_Teamfight_Tactics_has_a_name()
    {
        await _app.Services.GetRequiredService<StaticDataStore>().FirstLookDone;
        await _app.Services.GetRequiredService<TftStore>().LookAsync(CancellationToken.None);
        var tft = _app.Services.GetRequiredService<StaticDataStore>().Current.Tft;
        var random = new Random(5);
        foreach (var set in new[] { TacticsSet.At(new(2026, 8, 1, 0, 0, 0, TimeSpan.Zero)), TacticsSet.At(new(2026, 10, 1, 0, 0, 0, TimeSpan.Zero)) })
        {
            foreach (var board in Enumerable.Range(0, 300).Select(_ => TacticsBoard.Draw(random)))
            {
                Assert.All(board.Units, one => Assert.Equal(one.Unit.Cost, tft.Units.Find($"{set.Prefix}_{one.Unit.Name}")?.Cost));
                Assert.All(board.Units.SelectMany(one => one.Items), item => Assert.True(tft.Items.LabelOf(item).IsKnown, item));
                Assert.All(board.Traits, trait => Assert.True(tft.Traits.LabelOf($"{set.Prefix}_{trait.Name}").IsKnown, trait.Name));
            }
        }

        Assert.Equal(("Miss Fortune", "Guinsoo's Rageblade"), (tft.Units.LabelOf("da_missfortune").Text, tft.Items.LabelOf("TFT_Item_GuinsoosRageblade").Text));
    }

    [Theory]
    [InlineData("champion/MonkeyKing")]
    [InlineData("champion/FiddleSticks")]
    [InlineData("item/3031")]
    [InlineData("spell/SummonerFlash")]
    [InlineData("rune/8112")]
    [InlineData("rune/8100")]
    [InlineData("profileicon/1")]
    [InlineData("tft-champion/TFT17_MissFortune")]
    [InlineData("tft-champion/DA_Jinx")]
    [InlineData("tft-item/TFT_Item_GuinsoosRageblade")]
    [InlineData("tft-trait/DA_Bastion")]
    public async Task Every_kind_of_picture_comes_through(string picture)
    {
        await _app.Services.GetRequiredService<StaticDataStore>().FirstLookDone;
        await _app.Services.GetRequiredService<TftStore>().LookAsync(CancellationToken.None);

        using var response = await _http.GetAsync(new Uri($"/assets/{picture}.png", UriKind.Relative));

        Assert.Equal("image/png", response.Content.Headers.ContentType?.MediaType);
    }

    public async Task DisposeAsync()
    {
        await _app.DisposeAsync();
        await _simulator.DisposeAsync();
    }

    public void Dispose()
    {
        _http.Dispose();
        _folder.Dispose();
    }

    private static WebApplicationBuilder NewBuilder()
    {
        var builder = WebApplication.CreateSlimBuilder();
        // Who may ask is no matter of the pictures.
        builder.Services.Configure<RouteOptions>(routes => routes.SuppressCheckForUnhandledSecurityMetadata = true);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        return builder;
    }
}
