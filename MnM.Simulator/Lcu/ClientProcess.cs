using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using MnM.Simulator.Faults;
using MnM.Simulator.Network;

namespace MnM.Simulator.Lcu;

/// <summary>One run of the League client: its port and password, and who is connected to it.</summary>
internal sealed class ClientProcess : IAsyncDisposable
{
    private const string HandshakeKey = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    private readonly InterruptedPort _port;
    private readonly LeagueClient _client;
    private readonly LcuSurroundings _around;
    private readonly CancellationTokenSource _ending = new();
    private readonly string _authorization;
    private readonly Lock _lock = new();
    private readonly List<WampSession> _sessions = [];
    private int _upgrades;

    public ClientProcess(LeagueClient client, LcuSurroundings around)
    {
        (_client, _around) = (client, around);
        Id = around.Network.NextProcessId();
        Password = Convert.ToBase64String(RandomNumberGenerator.GetBytes(16)).TrimEnd('=').Replace('+', '-').Replace('/', '_');
        _authorization = "Basic " + Convert.ToBase64String(Encoding.ASCII.GetBytes("riot:" + Password));
        _port = new InterruptedPort(around.Network.Bind(0, HandleAsync), around.Clock);
    }

    public int Id { get; }

    public int Port => _port.Number;

    public string Password { get; }

    /// <summary>How many topics its latest socket is subscribed to; null while it has none.</summary>
    public int? Subscriptions
    {
        get
        {
            lock (_lock)
            {
                return _upgrades > 0 ? 0 : _sessions is [.., var latest] ? latest.Topics : null;
            }
        }
    }

    public Task ListenAsync(CancellationToken cancellationToken) => _port.OpenAsync(cancellationToken);

    public void Tell(LcuEvent one)
    {
        lock (_lock)
        {
            foreach (var session in _sessions)
            {
                session.Tell(one);
            }
        }
    }

    /// <summary>Ends as a process does: sockets break, and nothing listens any more.</summary>
    public async ValueTask DisposeAsync()
    {
        // Not as a task of its own: where nothing is waited for, the end is over when this returns.
        _ending.Cancel();
        await _port.CloseAsync().ConfigureAwait(false);
        await _port.DisposeAsync().ConfigureAwait(false);
        _ending.Dispose();
    }

    private async Task HandleAsync(HttpContext context)
    {
        var path = context.Request.Path.Value ?? "/";
        var sent = false;
        try
        {
            sent = await AnswerAsync(context, path);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The caller went away, or the client ended under a request that was never to be answered.
        }
        finally
        {
            _around.Log.Write(path, context.Request.Method, sent ? context.Response.StatusCode : 0);
        }
    }

    private async Task<bool> AnswerAsync(HttpContext context, string path)
    {
        if (context.Request.Headers.Authorization != _authorization)
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            context.Response.Headers.WWWAuthenticate = "Basic realm=\"LCU\"";
            return true;
        }

        var fault = _around.Faults.Next();
        if (fault == Fault.Refused)
        {
            _port.Interrupt();
            context.Abort();
            return false;
        }

        if (path == "/" && context.Features.Get<IHttpUpgradeFeature>() is { IsUpgradableRequest: true } upgrade)
        {
            // Of the faults of requests a handshake knows the two in which nobody answers.
            if (fault == Fault.Timeout)
            {
                await Task.Delay(Timeout.InfiniteTimeSpan, _around.Clock, context.RequestAborted);
            }

            await ServeSocketAsync(context, upgrade);
            return true;
        }

        var answer = _client.Answer(path);
        await FaultyAnswers.SendAsync(context, answer.Status, answer.Body, fault, _around.Clock);
        return !context.RequestAborted.IsCancellationRequested;
    }

    private async Task ServeSocketAsync(HttpContext context, IHttpUpgradeFeature upgrade)
    {
        var key = context.Request.Headers.SecWebSocketKey.ToString();
        context.Response.Headers.Connection = "Upgrade";
        context.Response.Headers.Upgrade = "websocket";
        context.Response.Headers.SecWebSocketAccept = Accept(key);
        context.Response.Headers.SecWebSocketProtocol = "wamp";
        await using var connection = await UpgradeAsync(upgrade);
        var session = new WampSession(connection, _around.Faults, _client.Heard);
        lock (_lock)
        {
            _upgrades--;
            _sessions.Add(session);
        }

        using var ending = CancellationTokenSource.CreateLinkedTokenSource(_ending.Token, context.RequestAborted);
        await session.RunAsync(ending.Token);
        lock (_lock)
        {
            _sessions.Remove(session);
        }
    }

    private async Task<Stream> UpgradeAsync(IHttpUpgradeFeature upgrade)
    {
        lock (_lock)
        {
            _upgrades++;
        }

        try
        {
            return await upgrade.UpgradeAsync();
        }
        catch
        {
            lock (_lock)
            {
                _upgrades--;
            }

            throw;
        }
    }

    // SHA-1 is what the handshake of RFC 6455 asks for; it guards nothing.
#pragma warning disable CA5350
    private static string Accept(string key) => Convert.ToBase64String(SHA1.HashData(Encoding.ASCII.GetBytes(key + HandshakeKey)));
#pragma warning restore CA5350
}
