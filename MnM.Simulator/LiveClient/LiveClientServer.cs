using Microsoft.AspNetCore.Http;
using MnM.Simulator.Faults;

namespace MnM.Simulator.LiveClient;

/// <summary>The live client on its port: what it shows, what goes wrong with it, and the log of what was asked.</summary>
internal sealed class LiveClientServer : IAsyncDisposable
{
    private static readonly TimeSpan RefusedFor = TimeSpan.FromSeconds(2);
    private readonly LiveClientPort _port;
    private readonly FaultPlan _faults;
    private readonly ResponseFiles _files;
    private readonly RequestLog _log;
    private readonly TimeProvider _clock;
    private volatile ILiveSource? _source;
    private volatile bool _open;

    public LiveClientServer(int port, GameCertificates certificates, FaultPlan faults, ResponseFiles files, RequestLog log, TimeProvider clock)
    {
        (_faults, _files, _log, _clock) = (faults, files, log, clock);
        _port = new LiveClientPort(port, certificates.Leaf, HandleAsync);
    }

    public int Port => _port.Number;

    /// <summary>The interruption that runs because of a fault, if any.</summary>
    internal Task Interruption { get; private set; } = Task.CompletedTask;

    /// <summary>The closing of the port with which an interruption begins.</summary>
    internal Task Closing { get; private set; } = Task.CompletedTask;

    /// <summary>Opens the port; without a source every path is unknown, as while the game loads.</summary>
    public Task OpenAsync(ILiveSource? source, CancellationToken cancellationToken)
    {
        (_source, _open) = (source, true);
        return _port.OpenAsync(cancellationToken);
    }

    public void Show(ILiveSource source) => _source = source;

    public async Task CloseAsync()
    {
        _open = false;
        await _port.CloseAsync();
        _source = null;
    }

    public async ValueTask DisposeAsync()
    {
        _open = false;
        await _port.DisposeAsync();
    }

    private async Task HandleAsync(HttpContext context)
    {
        var path = context.Request.Path.Value ?? "/";
        var fault = _faults.Next();
        var sent = false;
        try
        {
            if (fault == LiveFault.Refused)
            {
                Interruption = InterruptAsync();
                context.Abort();
                return;
            }

            var answer = _files.Find(path) is { } ready
                ? LiveAnswer.Ok(ready)
                : LiveClientApi.Answer(_source, path, context.Request.Query, fault == LiveFault.TimeBack);
            await FaultyAnswers.SendAsync(context, answer.Status, answer.Body, fault, _clock);
            sent = !context.RequestAborted.IsCancellationRequested;
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The caller went away, or the port closed under a request that was never to be answered.
        }
        finally
        {
            _log.Write(path, context.Request.Method, sent ? context.Response.StatusCode : 0, key: null);
        }
    }

    private async Task InterruptAsync()
    {
        Closing = _port.CloseAsync();
        await Closing;
        await Task.Delay(RefusedFor, _clock, CancellationToken.None);
        if (_open)
        {
            await _port.OpenAsync(CancellationToken.None);
        }
    }
}
