using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MnM.Collector.StaticData;
using MnM.Collector.Storage;
using MnM.Simulator.StaticData;
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

    [Theory]
    [InlineData("champion/MonkeyKing")]
    [InlineData("champion/FiddleSticks")]
    [InlineData("item/3031")]
    [InlineData("spell/SummonerFlash")]
    [InlineData("rune/8112")]
    [InlineData("rune/8100")]
    [InlineData("profileicon/1")]
    public async Task Every_kind_of_picture_comes_through(string picture)
    {
        await _app.Services.GetRequiredService<StaticDataStore>().FirstLookDone;

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
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        return builder;
    }
}
