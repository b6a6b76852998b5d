using System.Globalization;
using Microsoft.AspNetCore.Http;
using MnM.Simulator.Faults;
using MnM.Simulator.RiotApi.Limits;

namespace MnM.Simulator.RiotApi;

/// <summary>What stands before Riot's API: looks at key and address, counts, refuses, breaks, and logs every request.</summary>
internal sealed class RiotGateway(RiotApiOptions options, RiotMethodAnswers answers, RiotSurroundings around)
{
    private readonly KeyRing _keys = new(options.Keys);
    private readonly Latency _latency = new(options.Latency, options.Seed, around.Clock);

    public RiotFaults Faults { get; } = new(options);

    /// <param name="context">The request and its answer.</param>
    /// <param name="address">Where it was sent to.</param>
    public async Task HandleAsync(HttpContext context, RiotAddress address)
    {
        var came = around.Log.Milliseconds;
        var token = context.Request.Headers["X-Riot-Token"].FirstOrDefault();
        var method = address.Resolve();
        var sent = false;
        try
        {
            var answer = Answer(context, address, token, method, came);
            await _latency.PassAsync(context.RequestAborted);
            var fault = answer.Status == StatusCodes.Status200OK ? Faults.NextOfBody() : null;
            await FaultyAnswers.SendAsync(context, answer.Status, answer.Body, fault, around.Clock);
            sent = !context.RequestAborted.IsCancellationRequested;
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The caller went away, or was never to be answered.
        }
        finally
        {
            around.Log.Write(came, address.Route, method?.Method.Name ?? address.Path, sent ? context.Response.StatusCode : 0, token, method?.Values.GetValueOrDefault("matchId"));
        }
    }

    private RiotAnswer Answer(HttpContext context, RiotAddress address, string? token, (RiotMethod, Dictionary<string, string>)? found, long came)
    {
        var (key, fault) = _keys.Find(token, came);
        if (key is null)
        {
            return fault!;
        }

        if (found is not var (method, values))
        {
            return RiotAnswer.Fault(403, "Forbidden");
        }

        var verdict = _keys.Take(key, address.Route, method, came);
        var refusal = verdict.Exceeded is { } exceeded
            ? RiotRefusal.Limit(exceeded) with { RetryAfterSeconds = verdict.RetryAfterSeconds }
            : Faults.NextRefusal(address.Route, came);
        WriteHeaders(context.Response.Headers, verdict, refusal);
        return refusal?.Answer
            ?? (around.Files.Find($"/{address.Route}{address.Path}") is { } ready ? new RiotAnswer(200, ready) : null)
            ?? answers.Answer(method, new RiotRequest(address.Route, key.Product, values, context.Request.Query));
    }

    private static void WriteHeaders(IHeaderDictionary headers, LimitVerdict verdict, RiotRefusal? refusal)
    {
        if (refusal is not { HidesLimits: true })
        {
            verdict.WriteTo(headers);
        }

        if (refusal?.Exceeded is { } exceeded)
        {
            headers["X-Rate-Limit-Type"] = exceeded;
        }

        if (refusal?.RetryAfterSeconds is { } seconds)
        {
            headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        }
    }
}
