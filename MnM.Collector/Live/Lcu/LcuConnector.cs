using System.Net.WebSockets;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using MnM.Collector.Matches;
using MnM.Collector.Riot.Wire;

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

    private static readonly TimeSpan FirstCheckAfter = TimeSpan.FromSeconds(2);

    /// <summary>A connection that breaks is made anew within seconds, at times to a client that was started anew; so long what was told last holds.</summary>
    private static readonly TimeSpan BreakLasts = TimeSpan.FromSeconds(6);

    /// <summary>How long the end of MnM may wait for the database.</summary>
    private static readonly TimeSpan StoringLasts = TimeSpan.FromSeconds(2);

    private static readonly string[] Paths = [LcuClient.Session, LcuClient.Region, LcuClient.Account, LcuClient.Lobby, LcuClient.ChampSelect, LcuClient.EndOfGame];

    private readonly TimeProvider _time = time;
    private LcuLink? _link;

    // Timestamps, not times of day: the clock may be set meanwhile.
    private long _checkedAt;
    private TimeSpan _checkAfter;
    private long _toldAt;
    private string? _logged;

    /// <inheritdoc />
    protected override TimeSpan Interval => TimeSpan.FromSeconds(1);

    /// <inheritdoc />
    public override async Task TickAsync(CancellationToken cancellationToken)
    {
        await postGame.StorePendingAsync(cancellationToken);
        if (_link is { IsOpen: true } link && finder.IsCurrent(link.Address))
        {
            await FollowAsync(link, cancellationToken);
            return;
        }

        if (_link is { } broken)
        {
            await CloseAsync();
            _toldAt = _time.GetTimestamp();
            Show(ClientConnection.Unreachable, broken.Address.Place, "The connection to the League client broke.");
        }

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
        await StoreLastAsync(cancellationToken);
    }

    /// <summary>Stores what the client told since the last tick: no later run of MnM could ask for it.</summary>
    private async Task StoreLastAsync(CancellationToken cancellationToken)
    {
        using var timer = new CancellationTokenSource(StoringLasts, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellationToken);
        try
        {
            await postGame.StorePendingAsync(either.Token);
        }
        catch (OperationCanceledException)
        {
            // A database that does not answer must not keep MnM from ending.
        }
    }

    private async Task OpenAsync(ClientAddress address, CancellationToken cancellationToken)
    {
        using var timer = new CancellationTokenSource(LcuClient.Timeout, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellationToken);
        try
        {
            _link = new LcuLink(address, await LcuSocket.OpenAsync(http, address, either.Token), Take);
        }
        catch (Exception fault) when (fault is WebSocketException or HttpRequestException or IOException
            || (fault is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            // A client that has just started opens its port some seconds later.
            Show(ClientConnection.Unreachable, address.Place, Message(fault));
            return;
        }

        if (!await TryReadAllAsync(_link, cancellationToken))
        {
            // It never was a connection, so that none breaks: its cause stays on the page, and what was told before is soon forgotten.
            await CloseAsync();
        }
    }

    private async Task CloseAsync()
    {
        if (_link is { } link)
        {
            _link = null;
            await link.DisposeAsync();
        }
    }

    /// <summary>Reads the phase, without which nothing of a client is worth having, lets changes in, then reads the rest. Answers whether there was a phase.</summary>
    private async Task<bool> TryReadAllAsync(LcuLink link, CancellationToken cancellationToken)
    {
        var answer = await client.FetchAsync(link.Address, LcuClient.Phase, cancellationToken);
        using (var document = (answer as LcuAnswer.Body)?.Document)
        {
            if (document is null)
            {
                Show(ClientConnection.Unreachable, link.Address.Place, Message(answer));
                return false;
            }

            // Read again soon: what changed before the client had taken the subscription is told by nobody.
            var now = _time.GetUtcNow();
            _checkedAt = _toldAt = _time.GetTimestamp();
            _checkAfter = FirstCheckAfter;
            var view = ClientView.None with { Connection = ClientConnection.Connected, Place = link.Address.Place, ConnectedAt = now };
            view = ClientReader.Take(view, LcuClient.Phase, document.RootElement, now);
            Log.Connected(logger, link.Address.Place.Port, view.RawPhase ?? "");
            _logged = null;
            Publish(_ => view);
        }

        link.Start();
        foreach (var path in Paths)
        {
            await ReadAsync(link, path, cancellationToken);
        }

        return true;
    }

    /// <summary>While the socket tells changes, little is asked: the phase now and then, and what could not be read yet.</summary>
    private async Task FollowAsync(LcuLink link, CancellationToken cancellationToken)
    {
        if (_time.GetElapsedTime(_checkedAt) >= _checkAfter)
        {
            (_checkedAt, _checkAfter) = (_time.GetTimestamp(), CheckEvery);
            await ReadAsync(link, LcuClient.Phase, cancellationToken);
            if (_time.GetElapsedTime(_toldAt, _checkedAt) >= 2 * CheckEvery)
            {
                // One answer may fail. Where two do and the socket is silent too, the port is dead.
                link.Close();
            }
        }
        else if (link.Unread.TryDequeue(out var path))
        {
            await ReadAsync(link, path, cancellationToken);
        }

        if (feed.Current.Client is { Phase: GamePhase.InGame, Game: null })
        {
            // A game's number tells it from the next.
            await ReadAsync(link, LcuClient.Session, cancellationToken);
        }
    }

    /// <summary>Reads one value, unless the socket tells a newer one meanwhile.</summary>
    private async Task ReadAsync(LcuLink link, string path, CancellationToken cancellationToken)
    {
        var told = link.ToldOf(path);
        var answer = await client.FetchAsync(link.Address, path, cancellationToken);
        using var document = (answer as LcuAnswer.Body)?.Document;
        if (document is not null)
        {
            _toldAt = _time.GetTimestamp();
            Publish(path, document.RootElement, () => link.ToldOf(path) == told);
        }
        else if (answer is not LcuAnswer.Nothing && !link.Unread.Contains(path))
        {
            link.Unread.Enqueue(path);
        }
    }

    /// <summary>Takes a change that the socket told.</summary>
    private void Take(LcuEvent told)
    {
        _toldAt = _time.GetTimestamp();
        answers.Add(AnswerSource.ClientSocket, told.Path, 0, null, default, told.IsGone || told.Data.ValueKind == JsonValueKind.Undefined ? 0 : told.Data.Raw().Length);
        Publish(told.Path, told.IsGone ? default : told.Data, () => true);
    }

    private void Publish(string path, JsonElement data, Func<bool> isNewest)
    {
        // Riot does not approve that Brawl is collected.
        if (path == LcuClient.EndOfGame && EndOfGameReader.Read(data) is { } end && !Brawl.Is(end.GameMode, null))
        {
            postGame.Take(end.GameId, data);
        }

        var now = _time.GetUtcNow();
        Publish(view => isNewest() ? ClientReader.Take(view, path, data, now) : view);
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

        var now = _time.GetUtcNow();
        Publish(view =>
        {
            var reason = view.Fault?.Message == fault ? view.Fault : fault is null ? null : new LiveFault(fault, now);
            var isBroken = connection == ClientConnection.Unreachable && _time.GetElapsedTime(_toldAt) < BreakLasts;
            var next = (isBroken ? view : ClientView.None) with { Connection = connection, Place = place, Fault = reason };
            return next == view ? view : next;
        });
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
