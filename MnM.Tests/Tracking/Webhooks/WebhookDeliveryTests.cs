using System.Net;
using Microsoft.EntityFrameworkCore;
using MnM.Collector.Backplane.Outbox;
using MnM.Collector.Storage;
using MnM.Collector.Tracking;
using MnM.Collector.Tracking.Webhooks;
using MnM.Simulator;
using MnM.Tests.Hosting;

namespace MnM.Tests.Tracking.Webhooks;

/// <summary>Events reach their receivers in order and none is lost, whatever a receiver does.</summary>
public sealed class WebhookDeliveryTests : IDisposable
{
    private const string Url = "https://receiver.example/hooks/a-password";
    private readonly TemporaryFolder _folder = new();
    private readonly SimulatorClock _clock = new();

    [Fact]
    public async Task A_receiver_gets_every_event_after_it_was_added_once_and_in_order()
    {
        await using var run = await StartAsync();
        await TellAsync(run, 3);
        await AddAsync(run);
        await TellAsync(run, 45);

        await TickAsync(run, 4);

        Assert.Equal(Enumerable.Range(4, 45).Select(id => (long)id), run.Receiver.Ids);
        Assert.Equal((45, 0, 0), Standing(await ViewAsync(run)));
    }

    [Fact]
    public async Task An_event_bears_its_number_the_time_and_a_signature_of_both_time_and_body()
    {
        await using var run = await StartAsync();
        await AddAsync(run, secret: "a secret of mine");
        await TellAsync(run, 1);
        await TickAsync(run);

        var got = Assert.Single(run.Receiver.Got);
        Assert.Equal(Url, got.Address.AbsoluteUri);
        Assert.Equal((1, "game_started", "EUW1_1"), ((long)got.Json["id"]!, (string)got.Json["type"]!, (string)got.Json["data"]!["game_id"]!));
        Assert.Equal(_clock.GetUtcNow().ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture), got.Headers[WebhookSender.TimestampHeader]);
        var expected = System.Security.Cryptography.HMACSHA256.HashData(
            "a secret of mine"u8.ToArray(), (byte[])[.. System.Text.Encoding.UTF8.GetBytes(got.Headers[WebhookSender.TimestampHeader] + "."), .. got.Body]);
        Assert.Equal($"sha256={Convert.ToHexStringLower(expected)}", got.Headers[WebhookSender.SignatureHeader]);
    }

    [Theory]
    [InlineData(HttpStatusCode.InternalServerError, "answered 500")]
    [InlineData(HttpStatusCode.Redirect, "sends MnM on to another address (302)")]
    [InlineData(HttpStatusCode.BadRequest, "answered 400")]
    [InlineData(HttpStatusCode.NotFound, "does not know this address")]
    public async Task What_is_not_taken_is_sent_again_until_it_is_and_the_place_waits_for_it(HttpStatusCode status, string words)
    {
        await using var run = await StartAsync();
        await AddAsync(run);
        await TellAsync(run, 2);
        run.Receiver.Answer = _ => new HttpResponseMessage(status);
        await TickAsync(run);

        var view = await ViewAsync(run);
        Assert.Equal((0, 2, 1), Standing(view));
        Assert.Contains(words, view.LastError, StringComparison.Ordinal);

        // Not before its time.
        await TickAsync(run);
        Assert.Equal([1], run.Receiver.Ids);

        run.Receiver.Answer = _ => new HttpResponseMessage(HttpStatusCode.OK);
        _clock.Advance(4);
        await TickAsync(run);
        Assert.Equal([1, 1, 2], run.Receiver.Ids);
        view = await ViewAsync(run);
        Assert.Equal((2, 0, 0), Standing(view));
        Assert.Null(view.LastError);
    }

    [Fact]
    public async Task A_receiver_that_is_down_for_an_hour_is_asked_ever_less_often_and_then_gets_everything()
    {
        await using var run = await StartAsync();
        await AddAsync(run);
        run.Receiver.Answer = _ => throw new HttpRequestException(HttpRequestError.ConnectionError);
        for (var second = 0; second < 3600; second += 10)
        {
            if (second % 600 == 0)
            {
                await TellAsync(run, 1);
            }

            await TickAsync(run);
            _clock.Advance(10);
        }

        Assert.InRange(run.Receiver.Got.Count, 8, 20);
        Assert.All(run.Receiver.Ids, id => Assert.Equal(1, id));
        Assert.Equal("The receiver cannot be reached.", (await ViewAsync(run)).LastError);

        run.Receiver.Answer = _ => new HttpResponseMessage(HttpStatusCode.NoContent);
        _clock.Advance(900);
        await TickAsync(run);
        Assert.Equal([1, 2, 3, 4, 5, 6], run.Receiver.Ids.TakeLast(6));
        Assert.Equal((6, 0, 0), Standing(await ViewAsync(run)));
    }

    [Fact]
    public async Task A_slow_receiver_is_given_ten_seconds_and_keeps_nobody_else_waiting()
    {
        await using var run = await StartAsync();
        await AddAsync(run, "https://slow.example/hook");
        await AddAsync(run, "https://quick.example/hook");
        await TellAsync(run, 3);
        run.Receiver.Answer = received => received.Address.Host == "slow.example" ? null : new HttpResponseMessage(HttpStatusCode.OK);
        var delivery = run.Get<WebhookDelivery>();

        await delivery.TickAsync(CancellationToken.None);
        while (run.Receiver.Got.Count < 4)
        {
            await Task.Yield();
        }

        _clock.Advance(5);
        await delivery.TickAsync(CancellationToken.None);
        Assert.Single(run.Receiver.Got, received => received.Address.Host == "slow.example");
        _clock.Advance(6);
        await delivery.SettledAsync();

        var views = await run.Get<WebhookStore>().ListAsync(CancellationToken.None);
        Assert.Equal((0, 3, 1), Standing(views[0]));
        Assert.Contains("within 10 seconds", views[0].LastError, StringComparison.Ordinal);
        Assert.Equal((3, 0, 0), Standing(views[1]));
    }

    [Fact]
    public async Task Gone_pauses_with_the_reason_and_going_on_begins_where_it_was()
    {
        await using var run = await StartAsync();
        var id = await AddAsync(run);
        await TellAsync(run, 2);
        run.Receiver.Answer = received => new HttpResponseMessage(received.Id == 2 ? HttpStatusCode.Gone : HttpStatusCode.OK);
        await TickAsync(run);
        _clock.Advance(3600);
        await TickAsync(run);

        var view = await ViewAsync(run);
        Assert.Equal([1, 2], run.Receiver.Ids);
        Assert.NotNull(view.PausedAt);
        Assert.Equal("The receiver says that this address is gone (410).", view.PausedReason);
        Assert.Equal((1, 1), (view.Taken, view.Waiting));

        run.Receiver.Answer = _ => new HttpResponseMessage(HttpStatusCode.OK);
        Assert.True(await run.Get<WebhookStore>().ResumeAsync(id, CancellationToken.None));
        await TickAsync(run);
        Assert.Equal([1, 2, 2], run.Receiver.Ids);
        view = await ViewAsync(run);
        Assert.Equal((2, 0, 0), Standing(view));
        Assert.Null(view.PausedReason);
    }

    [Fact]
    public async Task A_receiver_that_wants_fewer_at_a_time_is_left_alone_as_long_as_it_says()
    {
        await using var run = await StartAsync();
        await AddAsync(run);
        await TellAsync(run, 1);
        run.Receiver.Answer = _ => new HttpResponseMessage(HttpStatusCode.TooManyRequests) { Headers = { { "Retry-After", "120" } } };
        await TickAsync(run);

        Assert.Equal(_clock.GetUtcNow().AddSeconds(120), (await ViewAsync(run)).NextTryAt);
    }

    [Fact]
    public async Task A_process_that_must_not_emit_sends_nothing_and_the_other_one_sends_it_all()
    {
        await using (var silent = await StartAsync(emits: false))
        {
            await AddAsync(silent);
            await TellAsync(silent, 2);
            await TickAsync(silent);
            Assert.Empty(silent.Receiver.Got);
            Assert.Contains("EMIT_EVENTS", Assert.IsType<WebhookAnswer.Refused>(await silent.Get<WebhookStore>().TestAsync(1, CancellationToken.None)).Reason, StringComparison.Ordinal);
        }

        await using var run = await StartAsync();
        await TickAsync(run);
        Assert.Equal([1, 2], run.Receiver.Ids);
    }

    [Fact]
    public async Task A_pause_keeps_what_happens_and_a_removal_ends_it()
    {
        await using var run = await StartAsync();
        var (id, store) = (await AddAsync(run), run.Get<WebhookStore>());
        Assert.True(await store.PauseAsync(id, CancellationToken.None));
        await TellAsync(run, 2);
        await TickAsync(run);
        Assert.Equal((0, 2, 0), Standing(await ViewAsync(run)));
        Assert.Empty(run.Receiver.Got);

        Assert.True(await store.RemoveAsync(id, CancellationToken.None));
        await TickAsync(run);
        Assert.Empty(run.Receiver.Got);
        Assert.False(await store.ResumeAsync(id, CancellationToken.None));
        Assert.Null(await store.TestAsync(id, CancellationToken.None));
    }

    [Fact]
    public async Task A_test_is_number_0_and_moves_nothing()
    {
        await using var run = await StartAsync();
        var id = await AddAsync(run);
        Assert.IsType<WebhookAnswer.Taken>(await run.Get<WebhookStore>().TestAsync(id, CancellationToken.None));
        Assert.Equal(("test", 0), ((string)run.Receiver.Got[0].Json["type"]!, run.Receiver.Got[0].Id));
        Assert.Equal((0, 0, 0), Standing(await ViewAsync(run)));
    }

    [Fact]
    public async Task An_address_that_cannot_be_decrypted_any_more_pauses_and_says_what_to_do()
    {
        await using var run = await StartAsync();
        await AddAsync(run);
        await TellAsync(run, 1);
        await using (var db = await run.Get<IDbContextFactory<MnmDbContext>>().CreateDbContextAsync())
        {
            await db.Set<Webhook>().ExecuteUpdateAsync(set => set.SetProperty(hook => hook.SealedUrl, "from another machine"));
        }

        await TickAsync(run);
        Assert.Contains("add it again", (await ViewAsync(run)).PausedReason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_stored_and_shown_holds_neither_the_secret_nor_the_end_of_the_address()
    {
        await using var run = await StartAsync();
        var added = await run.Get<WebhookStore>().AddAsync(Url, null, null, CancellationToken.None);
        Assert.Equal(48, added.Secret!.Length);
        await using var db = await run.Get<IDbContextFactory<MnmDbContext>>().CreateDbContextAsync();
        var hook = await db.Set<Webhook>().SingleAsync();
        Assert.StartsWith("sealed:", hook.SealedUrl, StringComparison.Ordinal);
        Assert.StartsWith("sealed:", hook.SealedSecret, StringComparison.Ordinal);
        Assert.Equal("https://receiver.example/hooks/…", hook.Target);
    }

    public void Dispose() => _folder.Dispose();

    private static (long Taken, int Waiting, int Failures) Standing(WebhookView view) => (view.Taken, view.Waiting, view.Failures);

    private static async Task<WebhookView> ViewAsync(TrackingRun run) => Assert.Single(await run.Get<WebhookStore>().ListAsync(CancellationToken.None));

    private static async Task<long> AddAsync(TrackingRun run, string url = Url, string? secret = null) =>
        Assert.NotNull((await run.Get<WebhookStore>().AddAsync(url, WebhookFormat.Json, secret, CancellationToken.None)).Id);

    private static async Task TickAsync(TrackingRun run, int times = 1)
    {
        for (var n = 0; n < times; n++)
        {
            await run.Get<WebhookDelivery>().TickAsync(CancellationToken.None);
            await run.Get<WebhookDelivery>().SettledAsync();
        }
    }

    private async Task TellAsync(TrackingRun run, int events)
    {
        await using var db = await run.Get<IDbContextFactory<MnmDbContext>>().CreateDbContextAsync();
        var last = await run.Get<EventStore>().LastIdAsync(CancellationToken.None);
        for (var id = last + 1; id <= last + events; id++)
        {
            db.Add(new OutboxEvent { Kind = GameEvents.Started, Subject = $"1/EUW1_{id}", Payload = $$"""{"game_id":"EUW1_{{id}}"}""", At = _clock.GetUtcNow() });
            await db.SaveChangesAsync();
        }
    }

    private Task<TrackingRun> StartAsync(bool emits = true) => TrackingRun.StartAsync(_folder, new FriendsWorld(_clock), _clock, new TrackingOptions { EmitEvents = emits });
}
