using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using MnM.Collector.Sharing;
using MnM.Web.Hosting;
using MnM.Web.Security;
using MnM.Web.Sharing.Listening;

namespace MnM.Web.Sharing;

/// <summary>What the owner does with sharing, and how devices come in. Pages and endpoints go through here alone.</summary>
internal sealed partial class SharingDesk(
    SharingSwitch sharing, DeviceStore devices, PairingDesk pairings, LanListener listener, OpenVisits visits, OwnerCode ownerCode, SharingMonitor monitor, ILogger<SharingDesk> logger)
{
    /// <summary>Decides anew. Off closes what viewers have open.</summary>
    /// <exception cref="NotKeptException">The database could not keep it.</exception>
    public async Task SetAsync(SharingChange change, CancellationToken cancellationToken)
    {
        var before = sharing.Current;
        try
        {
            await sharing.SaveAsync(change, cancellationToken);
        }
        catch (Exception fault) when (IsOfDatabase(fault))
        {
            throw NotKept("MnM could not store that: its disk may be full. What you switched off is off until MnM starts again; switch it off once more before then. Nothing was switched on.", fault);
        }
        finally
        {
            await ObeyAsync(before, cancellationToken);
        }
    }

    /// <summary>Does what another MnM on the same database decided.</summary>
    public async Task FollowAsync(CancellationToken cancellationToken)
    {
        var before = sharing.Current;
        if (await sharing.FollowAsync(cancellationToken))
        {
            await ObeyAsync(before, cancellationToken);
        }
    }

    /// <summary>Opens a new code; null while MnM is not shared.</summary>
    public async Task<Pairing?> OpenCodeAsync(CancellationToken cancellationToken)
    {
        var pairing = sharing.Current.IsOn ? pairings.OpenNew() : null;
        await monitor.ReadAsync(cancellationToken);
        return pairing;
    }

    /// <summary>Closes the open code.</summary>
    public Task CloseCodeAsync(CancellationToken cancellationToken)
    {
        pairings.Close();
        return monitor.ReadAsync(cancellationToken);
    }

    /// <summary>Lets a device in no more, and ends what it has open. Answers false where there is no such device.</summary>
    /// <exception cref="NotKeptException">The database could not keep it.</exception>
    public async Task<bool> RevokeAsync(long device, CancellationToken cancellationToken)
    {
        // The next device to be let in gets the number that nobody has yet.
        var isOut = true;
        try
        {
            isOut = await devices.RevokeAsync(device, cancellationToken);
            if (isOut)
            {
                Log.Revoked(logger, device);
            }

            return isOut;
        }
        catch (Exception fault) when (IsOfDatabase(fault))
        {
            throw NotKept("MnM could not store that: its disk may be full. What the device has open is closed, and it stays out until MnM starts again; send it away once more before then.", fault);
        }
        finally
        {
            if (isOut)
            {
                await visits.EndAsync(device);
            }

            await monitor.ReadAsync(cancellationToken);
        }
    }

    /// <summary>Looks at what a device shows, and lets it in where that is right.</summary>
    public async Task<PairingAnswer> PairAsync(HttpContext http, string shown, string? name, CancellationToken cancellationToken)
    {
        var address = http.Connection.RemoteIpAddress?.ToString() ?? "";
        var answer = await pairings.TryAsync(shown, Callers.Of(http.Connection.RemoteIpAddress), ownerCode.Is, cancellationToken);
        if (answer is PairingAnswer.Accepted { IsOwner: var isOwner })
        {
            try
            {
                await LetInAsync(http, name, isOwner, address);
            }
            catch (Exception fault) when (IsOfDatabase(fault))
            {
                pairings.Reopen(shown);
                Log.NotKept(logger, address, fault.GetBaseException().Message);
                answer = new PairingAnswer.NotKept();
            }
        }
        else if (answer is PairingAnswer.Wrong)
        {
            Log.Wrong(logger, address);
        }

        await monitor.ReadAsync(CancellationToken.None);
        return answer;
    }

    private static bool IsOfDatabase(Exception fault) => fault is DbException or DbUpdateException;

    private NotKeptException NotKept(string words, Exception fault)
    {
        Log.NotStored(logger, fault.GetBaseException().Message);
        return new(words, fault);
    }

    private async Task LetInAsync(HttpContext http, string? name, bool isOwner, string address)
    {
        // The same browser would stand in the list twice. Not cancelled any more: the code is used up.
        var before = Visitors.DeviceOf(http.User);
        DeviceCookie.Write(http, await devices.AddAsync(name, isOwner, address, before, CancellationToken.None));
        Log.Paired(logger, isOwner ? "owner" : "viewer", address);
        if (before is { } device)
        {
            // This answer is one of the things that it has open.
            http.Response.OnCompleted(() => visits.EndAsync(device));
        }
    }

    private async Task ObeyAsync(SharingState before, CancellationToken cancellationToken)
    {
        listener.Apply();
        var isOn = sharing.Current.IsOn;
        if (!isOn)
        {
            pairings.Close();
            await visits.EndViewersAsync();
        }

        if (isOn != before.IsOn)
        {
            Log.Switched(logger, isOn ? "on" : "off");
        }

        await monitor.ReadAsync(cancellationToken);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Sharing was switched {State}")]
        public static partial void Switched(ILogger logger, string state);

        [LoggerMessage(Level = LogLevel.Information, Message = "A device at {Address} was let in as {Role}")]
        public static partial void Paired(ILogger logger, string role, string address);

        [LoggerMessage(Level = LogLevel.Warning, Message = "A wrong pairing code came from {Address}")]
        public static partial void Wrong(ILogger logger, string address);

        [LoggerMessage(Level = LogLevel.Error, Message = "A device at {Address} showed the right code and could not be let in: {Reason}")]
        public static partial void NotKept(ILogger logger, string address, string reason);

        [LoggerMessage(Level = LogLevel.Error, Message = "What was decided of sharing could not be stored: {Reason}")]
        public static partial void NotStored(ILogger logger, string reason);

        [LoggerMessage(Level = LogLevel.Information, Message = "Device {Device} is let in no more")]
        public static partial void Revoked(ILogger logger, long device);
    }
}
