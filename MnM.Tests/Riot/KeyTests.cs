using System.Net;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using MnM.Collector.Backplane;
using MnM.Collector.Riot;
using MnM.Collector.Riot.Keys;
using MnM.Tests.Hosting;
using MnM.Web.Hosting;

namespace MnM.Tests.Riot;

public sealed class KeyTests
{
    public static TheoryData<string> Faults => ["refused", "server", "network", "never", "limit", "garbage", "redirect"];

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task No_log_line_and_no_answer_holds_the_key_whatever_fails(string fault)
    {
        var riot = new StubRiot(_ => fault switch
        {
            "refused" => StubRiot.Answer(HttpStatusCode.Forbidden),
            "server" => StubRiot.Answer(HttpStatusCode.InternalServerError),
            "network" => throw new HttpRequestException(HttpRequestError.ConnectionError, "reset"),
            "never" => null,
            "limit" => StubRiot.Answer(HttpStatusCode.TooManyRequests),
            "garbage" => StubRiot.Answer(HttpStatusCode.OK, "<html>"),
            _ => StubRiot.Answer(HttpStatusCode.Redirect, "", ("Location", "http://127.0.0.1/elsewhere")),
        });
        await using var run = await RiotRun.StartAsync(riot);
        var answer = await run.AnswerAsync(run.Get<MatchApi>().FindAsync("EUW1_1", Lane.Requested, CancellationToken.None), 60);
        var usage = await run.Get<RiotUsageQueries>().ReadAsync(CancellationToken.None);

        Assert.IsType<RiotAnswer<byte[]>.Unavailable>(answer);
        Assert.Contains(RiotRun.Key, riot.Keys);
        Assert.Contains("without an answer", run.Log.Text, StringComparison.Ordinal);
        Assert.All([run.Log.Text, $"{answer}", string.Join('\n', usage.Faults), string.Join('\n', usage.Keys)], text => Assert.DoesNotContain("secret-of-the-owner", text, StringComparison.Ordinal));
    }

    [Fact]
    public void A_key_that_was_entered_beats_the_settings_until_those_change()
    {
        var store = new KeysInMemory();
        Assert.Equal("old", KeysOf("old", store).Find(RiotProduct.League));
        KeysOf("old", store).Set(RiotProduct.League, " entered ");
        Assert.Equal("entered", KeysOf("old", store).Find(RiotProduct.League));
        Assert.Equal("newer", KeysOf("newer", store).Find(RiotProduct.League));
        KeysOf("old", store).Set(RiotProduct.League, null);
        Assert.Equal("old", KeysOf("old", store).Find(RiotProduct.League));
    }

    [Fact]
    public async Task A_product_with_a_key_of_its_own_has_limits_of_its_own()
    {
        var riot = StubRiot.Always(HttpStatusCode.NotFound);
        await using var run = await RiotRun.StartAsync(riot, new RiotOptions { ApiKey = "one", TftApiKey = "two" });
        await run.AnswerAsync(run.Get<MatchApi>().FindAsync("EUW1_1", Lane.Crawl, CancellationToken.None));
        await run.AnswerAsync(run.Get<TftApi>().FindMatchAsync("EUW1_1", Lane.Crawl, CancellationToken.None));
        Assert.Equal(["one", "two"], riot.Keys);
        var usage = await run.Get<RiotUsageQueries>().ReadAsync(CancellationToken.None);
        Assert.Equal(["europe", "europe/tft"], usage.Routes.Select(route => route.Budget.Route));
        Assert.All(usage.Routes, route => Assert.Equal(1, route.RequestsLastMinute));
    }

    [Fact]
    public void Tactics_has_the_other_key_where_it_has_none()
    {
        var keys = KeysOf("one", new KeysInMemory());
        Assert.Equal("one", keys.Find(RiotProduct.Tactics));
        Assert.False(keys.IsApart(RiotProduct.Tactics));
        keys.Set(RiotProduct.Tactics, "two");
        Assert.Equal("two", keys.Find(RiotProduct.Tactics));
        Assert.True(keys.IsApart(RiotProduct.Tactics));
        Assert.Equal(new RiotKeyPresence(true, true), keys.Changes.Current);
    }

    [Theory]
    [InlineData("")]
    [InlineData("two words")]
    [InlineData("line\nbreak")]
    [InlineData("kéy")]
    public void What_is_no_key_is_not_taken(string text)
    {
        var keys = KeysOf("one", new KeysInMemory());
        Assert.DoesNotContain("two words", Assert.Throws<ArgumentException>(() => keys.Set(RiotProduct.League, text)).Message, StringComparison.Ordinal);
        Assert.Equal("one", keys.Find(RiotProduct.League));
    }

    [Fact]
    public async Task A_key_that_was_entered_is_kept_encrypted_and_is_there_after_a_restart()
    {
        using var folder = new TemporaryFolder();
        await using (var app = await MnmApp.BuildAsync(RunningMnm.SettingsFor(folder)))
        {
            app.Services.GetRequiredService<RiotKeys>().Set(RiotProduct.League, RiotRun.Key);
        }

        Assert.All(folder.Files, file => Assert.DoesNotContain("secret-of-the-owner", File.ReadAllText(folder.File(file)), StringComparison.Ordinal));
        await using var next = await MnmApp.BuildAsync(RunningMnm.SettingsFor(folder));
        Assert.Equal(RiotRun.Key, next.Services.GetRequiredService<RiotKeys>().Find(RiotProduct.League));
    }

    [Fact]
    public void A_kept_key_that_cannot_be_read_is_none()
    {
        using var folder = new TemporaryFolder();
        folder.Write("riot-key", "not what was written");
        var storage = Options.Create(new Collector.Storage.StorageOptions { DataDirectory = folder.Path });
        Assert.Null(new ProtectedKeyStore(new EphemeralDataProtectionProvider(), storage, NullLogger<ProtectedKeyStore>.Instance).Find(RiotProduct.League));
    }

    [Fact]
    public async Task Limits_are_told_over_HTTP_without_the_key()
    {
        await using var mnm = await RunningMnm.StartAsync(settings: ("RIOT_API_KEY", RiotRun.Key));
        var text = await mnm.Client.GetStringAsync("/api/riot/limits");
        Assert.StartsWith("""{"keys":[{"product":"league","state":"untested","since":null,"advice":null}""", text, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-of-the-owner", text, StringComparison.Ordinal);
        Assert.Contains("key_given", await mnm.Client.GetStringAsync("/api/status"), StringComparison.Ordinal);
    }

    private static RiotKeys KeysOf(string settings, KeysInMemory store) => new(Options.Create(new RiotOptions { ApiKey = settings }), store);
}
