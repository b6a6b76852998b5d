using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using MnM.Collector.Riot;
using MnM.Collector.Riot.Keys;
using MnM.Tests.Browser;
using MnM.Tests.Hosting;
using MnM.Tests.Riot;

namespace MnM.Tests.Status.Riot;

/// <summary>A key that was entered is nowhere but in the headers of requests to Riot.</summary>
public sealed class KeySecrecyTests
{
    private const string Key = "RGAPI-0a1b2c3d-0000-4000-8000-00000000ecc0";
    private const string Telling = "00000000ecc0";

    [Theory]
    [InlineData(HttpStatusCode.OK, KeyTrial.Taken)]
    [InlineData(HttpStatusCode.Forbidden, KeyTrial.Refused)]
    public async Task No_page_answer_file_or_log_line_holds_it(HttpStatusCode status, KeyTrial trial)
    {
        var riot = StubRiot.Always(status);
        await using var mnm = await StartAsync(riot);
        Assert.Equal(trial, await mnm.App.Services.GetRequiredService<KeyEntry>().EnterAsync(RiotProduct.League, Key, CancellationToken.None));
        Assert.Equal([Key], riot.Keys);

        foreach (var path in new[] { "/riot", "/status", "/api/riot/limits", "/api/status", "/api/status/report", "/openapi/v1.json", "/health?verbose=true" })
        {
            Assert.DoesNotContain(Telling, await mnm.Client.GetStringAsync(path), StringComparison.Ordinal);
        }

        AssertNoFileHolds(mnm);
    }

    [BrowserFact]
    public async Task The_page_sends_it_and_never_gets_it_back()
    {
        var riot = StubRiot.Always(HttpStatusCode.OK);
        await using var mnm = await StartAsync(riot);
        await using var chromium = await Chromium.StartAsync();
        var page = await chromium.OpenAsync(new("about:blank"));
        List<string> received = [];
        page.WebSocket += (_, socket) => socket.FrameReceived += (_, frame) => received.Add(Encoding.Latin1.GetString(frame.Binary ?? Encoding.UTF8.GetBytes(frame.Text ?? "")));
        await page.GotoAsync(new Uri(mnm.Address, "riot").AbsoluteUri);
        var field = page.Locator("form input[type=password]");
        await field.WaitForAsync();
        await Assertions.Expect(field).ToBeEnabledAsync();
        await field.FillAsync(Key);
        await field.PressAsync("Enter");

        await page.GetByText("Riot takes the new key.").WaitForAsync();
        Assert.Equal([Key], riot.Keys);
        Assert.DoesNotContain(Telling, await page.ContentAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await page.Locator("main input").CountAsync());
        Assert.Contains(received, frame => frame.Contains("Riot takes the new key.", StringComparison.Ordinal));
        Assert.All(received, frame => Assert.DoesNotContain(Telling, frame, StringComparison.Ordinal));
        AssertNoFileHolds(mnm);
        Assert.Empty(chromium.Errors);
    }

    private static void AssertNoFileHolds(RunningMnm mnm)
    {
        var files = Directory.GetFiles(mnm.DataDirectory, "*", SearchOption.AllDirectories);
        Assert.Contains(files, file => Path.GetFileName(file).StartsWith("mnm-", StringComparison.Ordinal));
        foreach (var file in files)
        {
            // The log and the database are open.
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var reader = new StreamReader(stream, Encoding.Latin1);
            Assert.DoesNotContain(Telling, reader.ReadToEnd(), StringComparison.Ordinal);
        }
    }

    private static Task<RunningMnm> StartAsync(StubRiot riot) => RunningMnm.StartAsync(
        services => services.AddHttpClient(nameof(RiotClient)).ConfigurePrimaryHttpMessageHandler(() => riot), settings: ("LOG_LEVEL", "Trace"));
}
