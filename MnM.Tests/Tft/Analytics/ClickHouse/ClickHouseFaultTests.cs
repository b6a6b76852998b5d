using System.Net;
using MnM.Collector.Tft.Analytics;
using MnM.Collector.Tft.Analytics.ClickHouse;

namespace MnM.Tests.Tft.Analytics.ClickHouse;

/// <summary>What is told when ClickHouse does not do what it should.</summary>
[Collection(ClickHouseTests.Name)]
public sealed class ClickHouseFaultTests(ClickHouseFixture fixture)
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task A_server_that_is_not_there_is_told_by_its_host_alone()
    {
        await using var run = new ClickHouseRun(new Uri("http://mnm:secret@127.0.0.1:1/mnm"));
        var message = await FaultAsync(run);
        Assert.Equal("ClickHouse at 127.0.0.1:1 cannot be reached.", message);
    }

    [ClickHouseFact]
    public async Task User_and_password_of_the_address_are_sent_and_never_told()
    {
        var address = await fixture.Server.AddDatabaseAsync(None);
        await using var run = new ClickHouseRun(As(address, "mnm:pass%20word"));
        Assert.NotEqual(0, await (await run.OpenAsync()).OpenAsync(None));
        Assert.DoesNotContain(run.Faults.Asked, asked => asked.Contains("pass", StringComparison.Ordinal) || asked.Contains("mnm:", StringComparison.Ordinal));

        await using var wrong = new ClickHouseRun(As(address, "mnm:wrong-secret"));
        var message = await FaultAsync(wrong);
        Assert.Matches("^ClickHouse at 127\\.0\\.0\\.1:[0-9]+ refuses: user or password are wrong \\(code 19[34]\\)\\.$", message);
    }

    [ClickHouseFact]
    public async Task A_database_that_is_not_there_and_a_user_who_may_only_read_are_told_by_ClickHouses_code()
    {
        await using var nowhere = new ClickHouseRun(new Uri(fixture.Server.Address, "nowhere"));
        Assert.Contains("there is no such database (code 81)", await FaultAsync(nowhere), StringComparison.Ordinal);
        await using var reader = new ClickHouseRun(As(await fixture.Server.AddDatabaseAsync(None), "reader"));
        Assert.Contains("the user may not do that (code 164)", await FaultAsync(reader), StringComparison.Ordinal);
    }

    [ClickHouseFact]
    public async Task Something_else_behind_the_address_is_told_apart()
    {
        await using var run = await ClickHouseRun.CreateAsync(fixture.Server);
        run.Faults.Concerns = _ => true;
        run.Faults.Treatment = (_, _) => Task.FromResult(new HttpResponseMessage(HttpStatusCode.BadGateway) { Content = new StringContent("<html>bad gateway</html>") });
        Assert.EndsWith("is no ClickHouse, or something between refuses.", await FaultAsync(run), StringComparison.Ordinal);

        // The next try finds it.
        Assert.NotEqual(0, await (await run.OpenAsync()).OpenAsync(None));
    }

    [ClickHouseFact]
    public async Task A_question_can_change_nothing()
    {
        await using var run = await ClickHouseRun.CreateAsync(fixture.Server);
        var client = (await run.StartAsync()).Get<ClickHouseClient>();
        var fault = await Assert.ThrowsAsync<TftAnalyticsException>(() => client.AskAsync("CREATE TABLE t (x UInt8) ENGINE = Memory", None));
        Assert.Contains("(code 164)", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_silent_is_told_once_and_again_when_it_answers()
    {
        await using var run = new ClickHouseRun(new Uri("http://127.0.0.1:1/"));
        var collector = await run.StartAsync();
        var watch = collector.Hosted(typeof(ClickHouseWatch)).OfType<ClickHouseWatch>().Single();
        await watch.TickAsync(None);
        await watch.TickAsync(None);
        Assert.Single(run.Log.Text.Split('\n'), line => line.Contains("ClickHouse at 127.0.0.1:1 cannot be reached. The TFT explorer waits for it", StringComparison.Ordinal));
        run.Faults.Concerns = _ => true;
        run.Faults.Treatment = (_, _) => Task.FromResult(new HttpResponseMessage { Content = new ByteArrayContent([3, .. "9.9"u8]) });
        await watch.TickAsync(None);
        Assert.Contains(run.Log.Text.Split('\n'), line => line.Contains("ClickHouse 9.9 at 127.0.0.1:1 keeps", StringComparison.Ordinal));
    }

    private static async Task<string> FaultAsync(ClickHouseRun run)
    {
        var store = await run.OpenAsync();
        var fault = await Assert.ThrowsAsync<TftAnalyticsException>(() => store.OpenAsync(None));
        Assert.DoesNotContain("secret", fault.Message, StringComparison.Ordinal);
        return fault.Message;
    }

    private static Uri As(Uri address, string user) => new(address.AbsoluteUri.Replace("//", $"//{user}@", StringComparison.Ordinal));
}
