using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using MnM.Collector.Storage;

namespace MnM.Collector.Insights.Language;

/// <summary>Keeps the owner's word, and accounts for every question that is put to a language model.</summary>
internal sealed class LanguageStore(IDbContextFactory<MnmDbContext> contexts, IOptions<LanguageOptions> options, TimeProvider time) : IDisposable
{
    // Of two that begin at once, the second must see what the first will use.
    private readonly SemaphoreSlim _oneAtATime = new(1, 1);

    private LanguageOptions Options => options.Value;

    /// <summary>When the owner agreed that reports go to the endpoint and model that are set; null while not.</summary>
    public async Task<DateTimeOffset?> FindConsentAsync(CancellationToken cancellationToken)
    {
        if (Options.Endpoint is not { } endpoint)
        {
            return null;
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var (address, model) = (endpoint.AbsoluteUri, Options.Model);
        return (await db.Set<LanguageConsent>().AsNoTracking().FirstOrDefaultAsync(consent => consent.Endpoint == address && consent.Model == model, cancellationToken))?.AgreedAt;
    }

    /// <summary>Keeps the owner's word, or forgets it.</summary>
    public async Task AgreeAsync(Uri endpoint, bool isAgreed, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var (consents, address, model) = (db.Set<LanguageConsent>(), endpoint.AbsoluteUri, Options.Model);
        if (!isAgreed)
        {
            await consents.Where(consent => consent.Endpoint == address && consent.Model == model).ExecuteDeleteAsync(cancellationToken);
        }
        else if (!await consents.AnyAsync(consent => consent.Endpoint == address && consent.Model == model, cancellationToken))
        {
            consents.Add(new LanguageConsent { Endpoint = address, Model = model, AgreedAt = time.GetUtcNow() });
            await db.SaveChangesAsync(cancellationToken);
        }
    }

    /// <summary>Notes a question that is about to be put; the number of its row, or null where today's budget does not hold it.</summary>
    /// <param name="subject">What it is about.</param>
    /// <param name="tokensIn">By estimate.</param>
    /// <param name="tokensOut">The most that may come.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<long?> BeginAsync(string subject, int tokensIn, int tokensOut, CancellationToken cancellationToken)
    {
        await _oneAtATime.WaitAsync(cancellationToken);
        try
        {
            var (tokens, _) = await TodayAsync(cancellationToken);
            if (tokens + (long)tokensIn + tokensOut > Options.DailyTokens)
            {
                return null;
            }

            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            var call = new ModelCall
            {
                At = time.GetUtcNow(),
                Subject = subject,
                Model = Options.Model,
                PromptVersion = Prompt.Version,
                TokensIn = tokensIn,
                TokensOut = tokensOut,
                Cost = Options.CostOf(tokensIn, tokensOut),
                Outcome = CallOutcome.Asked,
            };
            db.Add(call);
            await db.SaveChangesAsync(cancellationToken);
            return call.Id;
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    /// <summary>Notes what became of a question.</summary>
    public async Task EndAsync(long id, CallResult result, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.Set<ModelCall>().FindAsync([id], cancellationToken) is { } call)
        {
            (call.Outcome, call.Fault, call.Milliseconds) = (result.Outcome, result.Fault, result.Milliseconds);
            (call.TokensIn, call.TokensOut, call.Cost) = (result.TokensIn, result.TokensOut, Options.CostOf(result.TokensIn, result.TokensOut));
            await db.SaveChangesAsync(cancellationToken);
        }
    }

    /// <summary>Tokens since midnight by this machine's clock, and what they cost.</summary>
    public async Task<(int Tokens, decimal? Cost)> TodayAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var midnight = Midnight();
        var calls = await db.Set<ModelCall>().Where(call => call.At >= midnight).Select(call => new { call.TokensIn, call.TokensOut, call.Cost }).ToListAsync(cancellationToken);
        return ((int)Math.Min(int.MaxValue, calls.Sum(call => (long)call.TokensIn + call.TokensOut)), Options.CostOf(0, 0) is null ? null : calls.Sum(call => call.Cost ?? 0));
    }

    /// <summary>What went wrong with the last question that came to an end; null where nothing did.</summary>
    public async Task<string?> FindLastFaultAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Set<ModelCall>().Where(call => call.Outcome != CallOutcome.Asked).OrderByDescending(call => call.Id).Select(call => call.Fault).FirstOrDefaultAsync(cancellationToken);
    }

    public void Dispose() => _oneAtATime.Dispose();

    private DateTimeOffset Midnight()
    {
        var today = time.GetLocalNow().Date;
        return new DateTimeOffset(today, time.LocalTimeZone.GetUtcOffset(today)).ToUniversalTime();
    }
}

/// <summary>What became of a question to a language model.</summary>
/// <param name="Outcome">In a word.</param>
/// <param name="Fault">In a sentence for people; null where nothing went wrong.</param>
/// <param name="TokensIn">By the server's count, or by estimate.</param>
/// <param name="TokensOut">Likewise.</param>
/// <param name="Milliseconds">How long it took.</param>
internal sealed record CallResult(CallOutcome Outcome, string? Fault, int TokensIn, int TokensOut, int Milliseconds);
