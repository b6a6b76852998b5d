using System.Net;
using Microsoft.AspNetCore.Connections;

namespace MnM.Web.Sharing.Listening;

/// <summary>Bounds what other machines may hold open, so that no number of idle sockets takes MnM from the one who sits at it.</summary>
internal sealed partial class ConnectionLimit(ILogger<ConnectionLimit> logger)
{
    /// <summary>Most connections of all other machines.</summary>
    public const int MostOfAll = 400;

    /// <summary>Most of them from one address.</summary>
    public const int MostOfOne = 40;

    private readonly Lock _gate = new();
    private readonly Dictionary<IPAddress, int> _open = [];
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

        var address = from.IsIPv4MappedToIPv6 ? from.MapToIPv4() : from;
        if (!TryEnter(address))
        {
            Log.Refused(logger, address);
            connection.Abort();
            return;
        }

        try
        {
            await next(connection);
        }
        finally
        {
            Leave(address);
        }
    }

    private bool TryEnter(IPAddress address)
    {
        lock (_gate)
        {
            var own = _open.GetValueOrDefault(address);
            if (_all >= MostOfAll || own >= MostOfOne)
            {
                return false;
            }

            _all++;
            _open[address] = own + 1;
            return true;
        }
    }

    private void Leave(IPAddress address)
    {
        lock (_gate)
        {
            _all--;
            if (--_open[address] == 0)
            {
                _open.Remove(address);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Debug, Message = "A connection from {Address} was ended: too many are open")]
        public static partial void Refused(ILogger logger, IPAddress address);
    }
}
