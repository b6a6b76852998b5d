using System.Net.WebSockets;
using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace MnM.Collector.Live.Lcu;

/// <summary>
/// Keeps the connection to the League client: finds it, opens its socket, reads what it tells at the start and follows its changes.
/// Client and MnM may start and stop in any order. After each connect everything is read once, since missed events are not told again.
/// </summary>
internal sealed partial class LcuConnector(
    ClientFinder finder, LcuClient client, HttpMessageInvoker http, GameCertificate certificate, PostGame postGame, AnswerLog answers, Feed<LiveState> feed, TimeProvider time,
    ILogger<LcuConnector> logger) : PollingService(time, logger)
{
    /// <summary>How often the phase is read though the socket is open: a port that died silently is noticed, and so is an event that got lost.</summary>
    private static readonly TimeSpan CheckEvery = TimeSpan.FromSeconds(10);

    private readonly TimeProvider _time = time;
    private readonly SemaphoreSlim _gate = new(1);
    private LcuLink? _link;
    private DateTimeOffset _checkedAt;
    private string? _logged;

    /// <inheritdoc />
    protected override TimeSpan Interval => TimeSpan.FromSeconds(1);

    /// <inheritdoc />
    public override async Task TickAsync(CancellationToken cancellationToken)
    {
        await postGame.StorePendingAsync(cancellationToken);
        if (_link is { IsOpen: true } link && ClientFinder.IsCurrent(link.Address))
        {
            if (_time.GetUtcNow() - _checkedAt >= CheckEvery)
            {
                await CheckAsync(link, cancellationToken);
            }

            return;
        }

        await CloseAsync();
        if (certificate.Trust == LiveTrust.RootMissing)
        {
            Show(ClientConnection.Absent, null, certificate.Fault);
            return;
        }

        switch (finder.Find())
        {
            case ClientSighting.Found found:
                await OpenAsync(found.Address, cancellationToken);
                break;
            case ClientSighting.NoPermission denied:
                Show(ClientConnection.NoPermission, null, denied.Message);
                break;
            default:
                Show(ClientConnection.Absent, null, null);
                break;
        }
    }

    /// <inheritdoc />
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await CloseAsync();
    }

    /// <inheritdoc />
    public override void Dispose()
    {
        _gate.Dispose();
        base.Dispose();
    }

    private async Task OpenAsync(ClientAddress address, CancellationToken cancellationToken)
    {
        using var timer = new CancellationTokenSource(LcuClient.Timeout, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellationToken);
        try
        {
            var socket = await LcuSocket.OpenAsync(http, address, either.Token);
            _link = new LcuLink(address, socket, TakeAsync);
        }
        catch (Exception fault) when (fault is WebSocketException or HttpRequestException or IOException
            || (fault is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            // A client that has just started opens its port some seconds later.
            Show(ClientConnection.Unreachable, address.Place, Message(fault));
            return;
        }

        await ReadAllAsync(_link, cancellationToken);
    }

    private async Task CloseAsync()
    {
        if (_link is { } link)
        {
            _link = null;
            await link.DisposeAsync();
        }
    }

    /// <summary>Reads the client's whole state, then lets the changes in that came meanwhile.</summary>
    private async Task ReadAllAsync(LcuLink link, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            var view = ClientView.None with { Connection = ClientConnection.Connected, Place = link.Address.Place, ConnectedAt = _time.GetUtcNow() };
            foreach (var path in (string[])[LcuClient.Phase, LcuClient.Region, LcuClient.Account, LcuClient.Session, LcuClient.Lobby, LcuClient.ChampSelect, LcuClient.EndOfGame])
            {
                var answer = await client.FetchAsync(link.Address, path, cancellationToken);
                using var document = (answer as LcuAnswer.Body)?.Document;
                if (document is not null)
                {
                    Keep(path, document.RootElement);
                    view = ClientReader.Take(view, path, document.RootElement, _time.GetUtcNow());
                }
                else if (path == LcuClient.Phase)
                {
                    // Without its phase nothing of a client is worth having.
                    link.Close();
                    Show(ClientConnection.Unreachable, link.Address.Place, Message(answer));
                    return;
                }
            }

            _checkedAt = _time.GetUtcNow();
            Log.Connected(logger, view.Place!.Port, view.RawPhase!);
            _logged = null;
            Publish(_ => view);
        }
        finally
        {
            _gate.Release();
        }

        link.Start();
    }

    private async Task CheckAsync(LcuLink link, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            var answer = await client.FetchAsync(link.Address, LcuClient.Phase, cancellationToken);
            using var document = (answer as LcuAnswer.Body)?.Document;
            _checkedAt = _time.GetUtcNow();
            if (document is null)
            {
                link.Close();
                Show(ClientConnection.Unreachable, link.Address.Place, Message(answer));
            }
            else
            {
                Publish(LcuClient.Phase, document.RootElement);
                await ReadGameAsync(link, cancellationToken);
            }
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Takes a change that the socket told.</summary>
    private async Task TakeAsync(LcuLink link, LcuEvent told, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            answers.Add(AnswerSource.ClientSocket, told.Path, 0, null, default, told.IsGone || told.Data.ValueKind == JsonValueKind.Undefined ? 0 : told.Data.Raw().Length);
            Keep(told.Path, told.Data);
            Publish(told.Path, told.IsGone ? default : told.Data);
            await ReadGameAsync(link, cancellationToken);
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>A game whose number is not known yet is asked for: it tells one game from the next.</summary>
    private async Task ReadGameAsync(LcuLink link, CancellationToken cancellationToken)
    {
        if (feed.Current.Client is { Phase: GamePhase.InGame, Game: null })
        {
            var answer = await client.FetchAsync(link.Address, LcuClient.Session, cancellationToken);
            using var document = (answer as LcuAnswer.Body)?.Document;
            if (document is not null)
            {
                Publish(LcuClient.Session, document.RootElement);
            }
        }
    }

    private void Keep(string path, JsonElement data)
    {
        if (path == LcuClient.EndOfGame && EndOfGameReader.Read(data) is { } end)
        {
            postGame.Take(end.GameId, data);
        }
    }

    private void Publish(string path, JsonElement data)
    {
        var now = _time.GetUtcNow();
        Publish(view => ClientReader.Take(view, path, data, now));
    }

    private void Publish(Func<ClientView, ClientView> change) => feed.Update(state =>
        change(state.Client) is var view && ReferenceEquals(view, state.Client) ? state : GameLifecycle.Follow(state with { Client = view }, _time.GetUtcNow()));

    /// <summary>There is no connection. A cause is logged when it appears, not each second.</summary>
    private void Show(ClientConnection connection, ClientPlace? place, string? fault)
    {
        if (_logged != (fault ?? connection.ToString()))
        {
            _logged = fault ?? connection.ToString();
            Log.NotConnected(logger, connection, fault ?? "");
        }

        Publish(view => view.Connection == connection && view.Place == place && view.Fault?.Message == fault
            ? view
            : ClientView.None with { Connection = connection, Place = place, Fault = fault is null ? null : new LiveFault(fault, _time.GetUtcNow()) });
    }

    private static string Message(LcuAnswer answer) => answer switch
    {
        LcuAnswer.Denied => "The League client refuses the password of its lockfile; it may just be starting anew.",
        LcuAnswer.Faulty faulty => faulty.Message,
        _ => "The League client has no phase to tell; it may just be starting.",
    };

    private static string Message(Exception fault) => fault switch
    {
        OperationCanceledException => $"The League client did not answer within {LcuClient.Timeout.TotalSeconds:0} s.",
        WebSocketException { InnerException: { } inner } => LcuClient.Message(inner),
        _ => LcuClient.Message(fault),
    };

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "League client: connected on port {Port}, phase {Phase}")]
        public static partial void Connected(ILogger logger, int port, string phase);

        [LoggerMessage(Level = LogLevel.Information, Message = "League client: {Connection} {Reason}")]
        public static partial void NotConnected(ILogger logger, ClientConnection connection, string reason);
    }
}
