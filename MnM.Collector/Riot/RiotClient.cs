using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using MnM.Collector.Backplane;
using MnM.Collector.Riot.Keys;
using MnM.Collector.Riot.Pipeline;
using Polly.CircuitBreaker;

namespace MnM.Collector.Riot;

/// <summary>Asks Riot's API. Whatever goes wrong on the way becomes an answer; only a cancelled question throws.</summary>
internal sealed partial class RiotClient(
    HttpClient http, IOptions<RiotOptions> options, RiotKeys keys, KeyHealth health, RequestStatistics statistics, TimeProvider time, ILogger<RiotClient> logger)
{
    /// <summary>Asks for JSON.</summary>
    /// <param name="call">What is asked, and how urgently.</param>
    /// <param name="path">Path and query below the route's address, with all values escaped.</param>
    /// <param name="json">How it is read.</param>
    /// <param name="map">Makes the value of it; null where it lacks what it must have.</param>
    /// <param name="cancellationToken">Ends the question.</param>
    public async Task<RiotAnswer<T>> GetAsync<TWire, T>(RiotCall call, string path, JsonTypeInfo<TWire> json, Func<TWire, T?> map, CancellationToken cancellationToken)
        where T : class =>
        await GetAsync(call, path, body => Read(body, json, map), cancellationToken);

    /// <summary>The same with the JSON as it came beside it.</summary>
    public async Task<RiotAnswer<WithJson<T>>> GetWithJsonAsync<TWire, T>(
        RiotCall call, string path, JsonTypeInfo<TWire> json, Func<TWire, T?> map, CancellationToken cancellationToken)
        where T : class =>
        await GetAsync(call, path, body => Read(body, json, map) is { } value ? new WithJson<T>(value, body) : null, cancellationToken);

    /// <summary>Asks for JSON and hands it out as it came.</summary>
    public Task<RiotAnswer<byte[]>> GetBytesAsync(RiotCall call, string path, CancellationToken cancellationToken) =>
        GetAsync(call, path, static body => IsObject(body) ? body : null, cancellationToken);

    /// <summary>Whether Riot takes a key, whether or not it is the one in use; null where that could not be found out.</summary>
    public async Task<bool?> TakesAsync(RiotProduct product, string key, CancellationToken cancellationToken)
    {
        // Somebody looks at the page meanwhile: it goes before all others.
        var (call, path) = StatusApi.Check(new RiotCall(options.Value.Platform ?? "euw1", "", Lane.Live, product));
        return KeyHealth.IsGood(await FindStatusAsync(call, path, cancellationToken, new TrialKey(key)));
    }

    /// <summary>The same without the questions that follow a refusal: the status of the answer, null where none came.</summary>
    private async Task<HttpStatusCode?> FindStatusAsync(RiotCall call, string path, CancellationToken cancellationToken, TrialKey? key = null)
    {
        try
        {
            var (response, _) = await SendAsync(call, path, cancellationToken, key);
            using (response)
            {
                return response.StatusCode;
            }
        }
        catch (Exception fault) when (ReasonOf(fault, call, cancellationToken) is not null)
        {
            return null;
        }
    }

    private async Task<RiotAnswer<T>> GetAsync<T>(RiotCall call, string path, Func<byte[], T?> read, CancellationToken cancellationToken)
        where T : class
    {
        if (!health.IsUsable(call.Product) && !await IsTakenAgainAsync(call, cancellationToken))
        {
            // Between the two it may have been mended.
            return new RiotAnswer<T>.Unavailable(health.Of(call.Product).Advice ?? "The key was changed meanwhile.");
        }

        HttpResponseMessage response;
        string key;
        try
        {
            (response, key) = await SendAsync(call, path, cancellationToken);
        }
        catch (Exception fault) when (ReasonOf(fault, call, cancellationToken) is { } reason)
        {
            return Fail<T>(call, reason);
        }

        using (response)
        {
            switch (response.StatusCode)
            {
                case HttpStatusCode.OK:
                    health.Took(call.Product, key);
                    return read(await response.Content.ReadAsByteArrayAsync(cancellationToken)) is { } value
                        ? new RiotAnswer<T>.Fetched(value)
                        : Fail<T>(call, $"Riot's answer to {call.Method} is not what MnM can read.", isAnswered: true);
                case HttpStatusCode.NotFound:
                    health.Took(call.Product, key);
                    return new RiotAnswer<T>.NotFound();
                case HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden:
                    return await RefusedAsync<T>(call, key, cancellationToken);
                case HttpStatusCode.TooManyRequests:
                    return Fail<T>(call, $"Riot's limit of {call.Method} on {call.Route} was reached again and again.");
                default:
                    return Fail<T>(call, $"Riot's servers of {call.Route} answered {(int)response.StatusCode}.", isAnswered: (int)response.StatusCode is < 500 and not 408);
            }
        }
    }

    /// <summary>A bad key is refused on every call; a match that is private, only there.</summary>
    private async Task<RiotAnswer<T>> RefusedAsync<T>(RiotCall call, string key, CancellationToken cancellationToken)
    {
        return await health.IsBadAsync(call.Product, key, time.GetTimestamp(), () => CheckAsync(call, key, cancellationToken), cancellationToken) switch
        {
            false => new RiotAnswer<T>.Forbidden(),
            true => Fail<T>(call, new KeyReport(call.Product, KeyState.Bad, null).Advice!),
            null => Fail<T>(call, $"Riot refused {call.Method}, and whether the key is good could not be found out."),
        };
    }

    /// <summary>Whether Riot takes a key that it refused: its servers have refused good ones for a while before.</summary>
    private async Task<bool> IsTakenAgainAsync(RiotCall call, CancellationToken cancellationToken) =>
        keys.Find(call.Product) is { } key && await health.IsTakenAgainAsync(call.Product, key, () => CheckAsync(call, key, cancellationToken));

    /// <summary>By the key that was refused: the one in use may be another by now.</summary>
    private Task<HttpStatusCode?> CheckAsync(RiotCall call, string key, CancellationToken cancellationToken)
    {
        var status = StatusApi.Check(call);
        return FindStatusAsync(status.Call, status.Path, cancellationToken, new TrialKey(key));
    }

    private async Task<(HttpResponseMessage Response, string Key)> SendAsync(RiotCall call, string path, CancellationToken cancellationToken, TrialKey? key = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(options.Value.AddressOf(call.Route), path));
        call.PutInto(request);
        key?.PutInto(request);
        var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        return (response, RiotHandler.KeyOf(request) ?? "");
    }

    private RiotAnswer<T> Fail<T>(RiotCall call, string reason, bool isAnswered = false)
    {
        statistics.Failed(call, reason);
        Log.Failed(logger, call.Method, call.Route, reason);
        return new RiotAnswer<T>.Unavailable(reason, isAnswered);
    }

    /// <summary>What went wrong on the way, in a sentence; null where that is no fault of the way.</summary>
    private string? ReasonOf(Exception fault, RiotCall call, CancellationToken cancellationToken) => fault switch
    {
        KeyRefusedException => health.Of(call.Product).Advice ?? "The key was changed meanwhile.",
        BrokenCircuitException => $"Riot's servers of {call.Route} fail; MnM leaves them alone for some seconds.",
        TimeoutException => $"Riot's servers of {call.Route} did not answer in time.",
        HttpRequestException request => $"Riot's servers of {call.Route} cannot be reached: {request.HttpRequestError}.",
        IOException or InvalidDataException => $"Riot's servers of {call.Route} broke off their answer.",
        OperationCanceledException when !cancellationToken.IsCancellationRequested => "MnM stops.",
        _ => null,
    };

    private static T? Read<TWire, T>(byte[] body, JsonTypeInfo<TWire> json, Func<TWire, T?> map)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(body, json) is { } wire ? map(wire) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Whether the body is a whole JSON object.</summary>
    private static bool IsObject(byte[] body)
    {
        try
        {
            var reader = new Utf8JsonReader(body);
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            {
                return false;
            }

            while (reader.Read())
            {
            }

            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "{Method} on {Route} remained without an answer: {Reason}")]
        public static partial void Failed(ILogger logger, string method, string route, string reason);
    }
}

/// <summary>What was read of an answer, and its UTF-8 JSON as it came.</summary>
internal sealed record WithJson<T>(T Value, byte[] Json);
