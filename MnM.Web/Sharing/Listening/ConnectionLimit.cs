using System.Net;
using Microsoft.AspNetCore.Connections;
using MnM.Web.Security;

namespace MnM.Web.Sharing.Listening;

/// <summary>Bounds what other machines may hold open, so that no number of idle sockets takes MnM from the one who sits at it.</summary>
internal sealed partial class ConnectionLimit(ILogger<ConnectionLimit> logger)
{
    /// <summary>Most connections of all other machines.</summary>
    public const int MostOfAll = 400;

    /// <summary>Most of them from one address.</summary>
    public const int MostOfOne = 40;

    /// <summary>Most of them from one network of IPv6, of whose addresses a machine has as many as it likes: the others stay for those who come by IPv4.</summary>
    public const int MostOfNetwork = 200;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, int> _open = [];
    private int _all;

    /// <summary>How many are open.</summary>
    public int Open
    {
        get
        {
            lock (_gate)
            {
                return _all;
            }
        }
    }

    /// <summary>Lets a connection through, or ends it.</summary>
    public async Task PassAsync(ConnectionContext connection, ConnectionDelegate next)
    {
        if (connection.RemoteEndPoint is not IPEndPoint { Address: var from } || IPAddress.IsLoopback(from))
        {
            await next(connection);
            return;
        }

        var (address, network) = ((from.IsIPv4MappedToIPv6 ? from.MapToIPv4() : from).ToString(), Callers.Of(from));
        string[] callers = address == network ? [address] : [address, network];
        if (!TryEnter(callers))
        {
            Log.Refused(logger, from);
            connection.Abort();
            return;
        }

        try
        {
            await next(connection);
        }
        finally
        {
            Leave(callers);
        }
    }

    private bool TryEnter(string[] callers)
    {
        lock (_gate)
        {
            if (_all >= MostOfAll || _open.GetValueOrDefault(callers[0]) >= MostOfOne || _open.GetValueOrDefault(callers[^1]) >= MostOfNetwork)
            {
                return false;
            }

            Add(callers, 1);
            return true;
        }
    }

    private void Leave(string[] callers)
    {
        lock (_gate)
        {
            Add(callers, -1);
        }
    }

    private void Add(string[] callers, int count)
    {
        _all += count;
        foreach (var caller in callers)
        {
            if ((_open[caller] = _open.GetValueOrDefault(caller) + count) == 0)
            {
                _open.Remove(caller);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Debug, Message = "A connection from {Address} was ended: too many are open")]
        public static partial void Refused(ILogger logger, IPAddress address);
    }
}
