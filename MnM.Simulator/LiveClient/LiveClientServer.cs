using Microsoft.AspNetCore.Http;
using MnM.Simulator.Faults;
using MnM.Simulator.Network;

namespace MnM.Simulator.LiveClient;

/// <summary>The live client on its port: what it shows, what goes wrong with it, and the log of what was asked.</summary>
internal sealed class LiveClientServer : IAsyncDisposable
{
    private readonly FaultPlan _faults;
    private readonly ResponseFiles _files;
    private readonly RequestLog _log;
    private readonly TimeProvider _clock;
    private volatile ILiveSource? _source;

    public LiveClientServer(INetwork network, int port, FaultPlan faults, ResponseFiles files, RequestLog log, TimeProvider clock)
    {
        (_faults, _files, _log, _clock) = (faults, files, log, clock);
        Port = new InterruptedPort(network.Bind(port, HandleAsync), clock);
    }

    public InterruptedPort Port { get; }

    /// <summary>Opens the port; without a source every path is unknown, as while the game loads.</summary>
    public Task OpenAsync(ILiveSource? source, CancellationToken cancellationToken)
    {
        _source = source;
        return Port.OpenAsync(cancellationToken);
    }

    public async Task CloseAsync()
    {
        await Port.CloseAsync().ConfigureAwait(false);
        _source = null;
    }

    public ValueTask DisposeAsync() => Port.DisposeAsync();

    private async Task HandleAsync(HttpContext context)
    {
        var path = context.Request.Path.Value ?? "/";
        var fault = _faults.Next();
        var sent = false;
        try
        {
            if (fault == Fault.Refused)
            {
                Port.Interrupt();
                context.Abort();
                return;
            }

            var answer = _files.Find(path) is { } ready
                ? LiveAnswer.Ok(ready)
                : LiveClientApi.Answer(_source, path, context.Request.Query, fault == Fault.TimeBack);
            await FaultyAnswers.SendAsync(context, answer.Status, answer.Body, fault, _clock);
            sent = !context.RequestAborted.IsCancellationRequested;
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The caller went away, or the port closed under a request that was never to be answered.
        }
        finally
        {
            _log.Write(path, context.Request.Method, sent ? context.Response.StatusCode : 0);
        }
    }
}
