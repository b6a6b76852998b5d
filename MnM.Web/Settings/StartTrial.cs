using System.Net;
using System.Net.Sockets;
using MnM.Collector.Storage;
using MnM.Web.Hosting;

namespace MnM.Web.Settings;

/// <summary>Tries what counts from the next start, while there is a page to mend it: a MnM that does not start has none.</summary>
internal static class StartTrial
{
    private const string Database = "DB_PATH";
    private const string Host = "API_HOST";
    private const string Port = "API_PORT";

    /// <summary>Why MnM could not start with what is to be changed.</summary>
    /// <param name="next">All settings with the changes.</param>
    /// <param name="inUse">Those of now.</param>
    /// <param name="changed">Names of the settings that change.</param>
    public static IReadOnlyList<Fault> Of(MnmSettings next, SettingsInUse inUse, IEnumerable<string> changed)
    {
        var names = changed.ToHashSet();
        return
        [
            .. names.Contains(Database) && next.Values.TryGetValue(Database, out var path) ? TryDatabase(new() { DatabasePath = path }, inUse.Current.Storage) : [],
            .. names.Contains(Host) || names.Contains(Port) ? TryListening(next.Hosting.Host.Trim('[', ']'), next.Hosting.Port, OwnPorts(inUse)) : [],
        ];
    }

    private static IEnumerable<Fault> TryDatabase(StorageOptions next, StorageOptions now)
    {
        List<string> missing = [];
        for (var folder = next.DataDirectory; folder is not null && !Directory.Exists(folder); folder = Path.GetDirectoryName(folder))
        {
            missing.Add(folder);
        }

        try
        {
            // The folder of now is locked by this very process. So is its database, to which a link may lead from anywhere: closing it here would take the locks of SQLite away.
            var isOwn = IsSameFolder(next.DataDirectory, now.DataDirectory);
            using var folder = isOwn ? null : SingleInstance.Take(next.DataDirectory, isTrial: true);
            FileInfo file = new(next.DatabasePath);
            if (file is { Exists: true, LinkTarget: null } && !(isOwn && file.Name.Equals(Path.GetFileName(now.DatabasePath), StringComparison.OrdinalIgnoreCase)))
            {
                using var database = File.OpenHandle(file.FullName, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
            }

            return [];
        }
        catch (StartException fault)
        {
            return [new(Database, fault.Faults.Count > 0 ? fault.Faults[0].Message : fault.Message)];
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return [new(Database, $"\"{next.DatabasePath}\" cannot be used: {fault.Message}")];
        }
        finally
        {
            // The next start makes them again, if it comes to that.
            foreach (var made in missing.Where(Directory.Exists))
            {
                Directory.Delete(made);
            }
        }
    }

    /// <summary>Whether two names lead to one folder: letters, links and mounts tell it less well than what is put there.</summary>
    private static bool IsSameFolder(string one, string other)
    {
        if (!Directory.Exists(one) || !Directory.Exists(other))
        {
            return false;
        }

        var name = Path.GetRandomFileName();
        using FileStream mark = new(Path.Combine(other, name), FileMode.CreateNew, FileAccess.Write, FileShare.Read, bufferSize: 1, FileOptions.DeleteOnClose);
        return File.Exists(Path.Combine(one, name));
    }

    private static IEnumerable<Fault> TryListening(string host, int port, IReadOnlyCollection<int> own)
    {
        IPAddress[] addresses = IPAddress.TryParse(host, out var address) ? [address] : [IPAddress.Loopback, IPAddress.IPv6Loopback];
        if (port == 0 && addresses.Length > 1)
        {
            return [new(Port, $"0 takes a free port only where {Host} is an address, such as 127.0.0.1")];
        }

        // Of a name one address is enough, unless somebody has the port of the other. What this process holds it can give to the next one.
        var faults = addresses.Select(one => TryListening(one, own.Contains(port) ? 0 : port)).ToList();
        var worst = faults.Find(fault => fault?.Setting == Port) ?? (faults.Contains(null) ? null : faults[0]);
        return worst is null ? [] : [worst];
    }

    private static Fault? TryListening(IPAddress address, int port)
    {
        try
        {
            using TcpListener listener = new(address, port);
            listener.Start();
            return null;
        }
        catch (SocketException fault)
        {
            var isHost = fault.SocketErrorCode is SocketError.AddressNotAvailable or SocketError.AddressFamilyNotSupported or SocketError.ProtocolFamilyNotSupported or SocketError.ProtocolNotSupported;
            return new(isHost ? Host : Port, $"MnM cannot listen on {new IPEndPoint(address, port)}: {fault.Message}");
        }
    }

    private static HashSet<int> OwnPorts(SettingsInUse inUse) =>
        [.. (inUse.Address?.Split(';', StringSplitOptions.RemoveEmptyEntries) ?? inUse.Current.Hosting.Addresses).Select(address => new Uri(address).Port)];
}
