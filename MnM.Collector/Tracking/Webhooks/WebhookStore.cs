using System.Collections.Immutable;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using MnM.Collector.Backplane.Outbox;
using MnM.Collector.Storage;

namespace MnM.Collector.Tracking.Webhooks;

/// <summary>What is shown of a webhook: never its secret, nor the end of its address. What waits are events that it has not taken yet.</summary>
public sealed record WebhookView(
    long Id, WebhookFormat Format, string Target, DateTimeOffset CreatedAt, long Taken, DateTimeOffset? TakenAt, int Waiting, DateTimeOffset? PausedAt, string? PausedReason,
    int Failures, DateTimeOffset? NextTryAt, string? LastError, DateTimeOffset? LastErrorAt);

/// <summary>What came of adding a webhook.</summary>
/// <param name="Id">Its number; null where it was not added.</param>
/// <param name="Secret">The secret that MnM made, told this once; null where the owner gave one.</param>
/// <param name="Fault">Why it was not added, in a sentence for people.</param>
public sealed record AddedWebhook(long? Id, string? Secret, string? Fault);

/// <summary>The webhooks of the owner: adds, pauses, goes on, removes, tries.</summary>
public sealed class WebhookStore
{
    private const int Most = 20;

    private readonly IDbContextFactory<MnmDbContext> _contexts;
    private readonly EventStore _events;
    private readonly IWebhookVault _vault;
    private readonly WebhookSender _sender;
    private readonly IOptions<TrackingOptions> _options;
    private readonly TimeProvider _time;

    internal WebhookStore(
        IDbContextFactory<MnmDbContext> contexts, EventStore events, IWebhookVault vault, WebhookSender sender, IOptions<TrackingOptions> options, TimeProvider time) =>
        (_contexts, _events, _vault, _sender, _options, _time) = (contexts, events, vault, sender, options, time);

    /// <summary>Whether this process sends events at all.</summary>
    public bool IsOn => _options.Value.EmitEvents;

    /// <summary>All of them, the oldest first.</summary>
    public async Task<ImmutableArray<WebhookView>> ListAsync(CancellationToken cancellationToken)
    {
        await using var db = await _contexts.CreateDbContextAsync(cancellationToken);
        var events = db.Set<OutboxEvent>();
        return
        [
            .. await db.Set<Webhook>().AsNoTracking().OrderBy(hook => hook.Id)
                .Select(hook => new WebhookView(
                    hook.Id, hook.Format, hook.Target, hook.CreatedAt, hook.Taken, hook.TakenAt, events.Count(told => told.Id > hook.TakenTo), hook.PausedAt, hook.PausedReason,
                    hook.Failures, hook.NextTryAt, hook.LastError, hook.LastErrorAt))
                .ToListAsync(cancellationToken),
        ];
    }

    /// <summary>Sends what happens from now on to an address.</summary>
    /// <param name="url">Whole, http or https.</param>
    /// <param name="format">By the address where null.</param>
    /// <param name="secret">Signs each event; made where null or empty.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<AddedWebhook> AddAsync(string? url, WebhookFormat? format, string? secret, CancellationToken cancellationToken)
    {
        if ((WebhookRules.FaultOf(url) ?? WebhookRules.FaultOfSecret(secret)) is { } fault)
        {
            return new AddedWebhook(null, null, fault);
        }

        var address = new Uri(url!.Trim());
        var made = string.IsNullOrEmpty(secret) ? Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24)) : null;
        var last = await _events.LastIdAsync(cancellationToken);
        await using var db = await _contexts.CreateDbContextAsync(cancellationToken);
        if (await db.Set<Webhook>().CountAsync(cancellationToken) >= Most)
        {
            return new AddedWebhook(null, null, $"There are {Most} webhooks already; remove one first.");
        }

        var hook = new Webhook
        {
            Format = format ?? WebhookRules.FormatOf(address),
            Target = WebhookRules.TargetOf(address),
            SealedUrl = _vault.Seal(address.AbsoluteUri),
            SealedSecret = _vault.Seal(made ?? secret!),
            CreatedAt = _time.GetUtcNow(),
            TakenTo = last,
        };
        db.Add(hook);
        await db.SaveChangesAsync(cancellationToken);
        return new AddedWebhook(hook.Id, made, null);
    }

    /// <summary>Sends nothing until it goes on. Answers false where there is no such webhook.</summary>
    public Task<bool> PauseAsync(long id, CancellationToken cancellationToken) => ChangeAsync(id, hook => hook.PausedAt ??= _time.GetUtcNow(), cancellationToken);

    /// <summary>Goes on at once with the event after the last one that was taken.</summary>
    public Task<bool> ResumeAsync(long id, CancellationToken cancellationToken) =>
        ChangeAsync(id, hook => (hook.PausedAt, hook.PausedReason, hook.Failures, hook.NextTryAt) = (null, null, 0, null), cancellationToken);

    /// <summary>Forgets a webhook; events that it has not taken are not sent to it any more.</summary>
    public async Task<bool> RemoveAsync(long id, CancellationToken cancellationToken)
    {
        await using var db = await _contexts.CreateDbContextAsync(cancellationToken);
        return await db.Set<Webhook>().Where(hook => hook.Id == id).ExecuteDeleteAsync(cancellationToken) > 0;
    }

    /// <summary>Sends an event that only says that MnM can be heard. Answers null where there is no such webhook.</summary>
    public async Task<WebhookAnswer?> TestAsync(long id, CancellationToken cancellationToken)
    {
        await using var db = await _contexts.CreateDbContextAsync(cancellationToken);
        return await db.Set<Webhook>().AsNoTracking().FirstOrDefaultAsync(known => known.Id == id, cancellationToken) is not { } hook ? null
            : !IsOn ? new WebhookAnswer.Refused("EMIT_EVENTS is false: this MnM sends nothing.")
            : await _sender.SendAsync(
                hook, new OutboxEvent { Id = 0, Kind = WebhookMessages.Test, Subject = "", Payload = "{}", At = _time.GetUtcNow() }, cancellationToken);
    }

    private async Task<bool> ChangeAsync(long id, Action<Webhook> change, CancellationToken cancellationToken)
    {
        await using var db = await _contexts.CreateDbContextAsync(cancellationToken);
        if (await db.Set<Webhook>().FirstOrDefaultAsync(known => known.Id == id, cancellationToken) is not { } hook)
        {
            return false;
        }

        change(hook);
        await db.SaveChangesAsync(cancellationToken);
        return true;
    }
}
