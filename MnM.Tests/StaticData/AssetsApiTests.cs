using System.Net;
using System.Net.Http.Headers;
using System.Xml.Linq;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MnM.Collector.StaticData;
using MnM.Tests.Hosting;
using MnM.Web.StaticData;
using SkiaSharp;

namespace MnM.Tests.StaticData;

public sealed class AssetsApiTests : IAsyncLifetime, IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly FakeDataDragon _dragon = new();
    private readonly HastyClock _clock = new();
    private readonly HttpClient _http = new();
    private WebApplication _app = null!;

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        // Who may ask is no matter of the pictures.
        builder.Services.Configure<RouteOptions>(routes => routes.SuppressCheckForUnhandledSecurityMetadata = true);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<TimeProvider>(_clock);
        builder.Services.AddProblemDetails();
        StaticDataRun.Register(builder.Services, _folder, _dragon);
        _app = builder.Build();
        _app.MapAssets();
        await _app.StartAsync();
        _http.BaseAddress = new(_app.Urls.Single());
        await _app.Services.GetRequiredService<StaticDataStore>().FirstLookDone;
    }

    [Fact]
    public async Task A_picture_is_served_with_a_tag_and_kept_for_a_day()
    {
        _dragon.Put("/cdn/16.18.1/img/champion/MonkeyKing.png", FakeDataDragon.Png);

        using var first = await _http.GetAsync(new Uri("/assets/champion/MonkeyKing.png", UriKind.Relative));
        Assert.Equal(FakeDataDragon.Png, await first.Content.ReadAsByteArrayAsync());
        Assert.Equal("image/png", first.Content.Headers.ContentType?.MediaType);
        Assert.Equal(TimeSpan.FromDays(1), first.Headers.CacheControl?.MaxAge);
        Assert.Contains("immutable", first.Headers.CacheControl!.ToString(), StringComparison.Ordinal);

        using var again = new HttpRequestMessage(HttpMethod.Get, "/assets/champion/MonkeyKing.png");
        again.Headers.IfNoneMatch.Add(EntityTagHeaderValue.Parse(first.Headers.ETag!.ToString()));
        using var second = await _http.SendAsync(again);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
    }

    [Theory]
    [InlineData("champion/MonkeyKing", "Wu")]
    [InlineData("champion/LeeSin", "LS")]
    [InlineData("champion/AurelionSol", "AS")]
    [InlineData("item/3031", "IE")]
    [InlineData("item/9999", "?")]
    [InlineData("spell/SummonerHaste", "Ha")]
    [InlineData("rune/8112", "El")]
    [InlineData("profileicon/29", "?")]
    public async Task A_missing_picture_is_drawn_as_a_tile_with_letters(string picture, string letters)
    {
        using var response = await _http.GetAsync(new Uri($"/assets/{picture}.png", UriKind.Relative));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("image/svg+xml", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal(TimeSpan.FromMinutes(1), response.Headers.CacheControl?.MaxAge);
        var svg = XDocument.Parse(await response.Content.ReadAsStringAsync());
        Assert.Equal(letters, svg.Descendants().Single(element => element.Name.LocalName == "text").Value);
    }

    [Fact]
    public async Task A_slow_picture_is_drawn_until_it_has_come()
    {
        _dragon.Put("/cdn/16.18.1/img/champion/LeeSin.png", FakeDataDragon.Png);
        var held = new TaskCompletionSource();
        _dragon.PicturesHeld = held.Task;
        _clock.Short = TimeSpan.FromSeconds(3);

        using var drawn = await _http.GetAsync(new Uri("/assets/champion/LeeSin.png", UriKind.Relative));
        Assert.Equal("image/svg+xml", drawn.Content.Headers.ContentType?.MediaType);

        _clock.Short = TimeSpan.Zero;
        held.SetResult();
        using var real = await _http.GetAsync(new Uri("/assets/champion/LeeSin.png", UriKind.Relative));
        Assert.Equal("image/png", real.Content.Headers.ContentType?.MediaType);
    }

    [Theory]
    [InlineData("48", 48)]
    [InlineData("96", 96)]
    public async Task Pages_get_a_small_copy_that_is_kept_for_a_day(string size, int edge)
    {
        _dragon.Put("/cdn/16.18.1/img/champion/MonkeyKing.png", Painting.Png(120, 120));

        using var answer = await _http.GetAsync(new Uri($"/assets/champion/{size}/MonkeyKing.webp", UriKind.Relative));

        Assert.Equal("image/webp", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal(TimeSpan.FromDays(1), answer.Headers.CacheControl?.MaxAge);
        Assert.NotNull(answer.Headers.ETag);
        using var picture = SKBitmap.Decode(await answer.Content.ReadAsByteArrayAsync());
        Assert.Equal((edge, edge), (picture.Width, picture.Height));
    }

    [Fact]
    public async Task What_cannot_be_read_as_a_picture_is_drawn_as_a_tile()
    {
        _dragon.Put("/cdn/16.18.1/img/champion/LeeSin.png", FakeDataDragon.Png);

        using var answer = await _http.GetAsync(new Uri("/assets/champion/48/LeeSin.webp", UriKind.Relative));

        Assert.Equal("image/svg+xml", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal(TimeSpan.FromMinutes(1), answer.Headers.CacheControl?.MaxAge);
    }

    [Theory]
    [InlineData("champion/47/LeeSin")]
    [InlineData("champion/048/LeeSin")]
    [InlineData("champion/Small/LeeSin")]
    [InlineData("champion/48/..%2f..%2fmnm")]
    [InlineData("item/48/Ahri")]
    public async Task A_small_picture_of_another_size_or_name_is_answered_by_a_problem(string picture)
    {
        using var response = await _http.GetAsync(new Uri($"/assets/{picture}.webp", UriKind.Relative));

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
    }

    [Theory]
    [InlineData("champion/..%2f..%2fmnm")]
    [InlineData("champion/%2e%2e%5cmnm")]
    [InlineData("champion/a.b")]
    [InlineData("item/Ahri")]
    [InlineData("splash/Ahri")]
    [InlineData("1/Ahri")]
    public async Task A_name_that_no_picture_can_have_is_answered_by_a_problem(string picture)
    {
        using var response = await _http.GetAsync(new Uri($"/assets/{picture}.png", UriKind.Relative));

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    public void Dispose()
    {
        _http.Dispose();
        _dragon.Dispose();
        _folder.Dispose();
    }
}
