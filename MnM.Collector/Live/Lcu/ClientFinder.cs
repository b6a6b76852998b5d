using Microsoft.Extensions.Options;

namespace MnM.Collector.Live.Lcu;

/// <summary>What a look for the League client found.</summary>
internal abstract record ClientSighting
{
    /// <summary>One that runs.</summary>
    public sealed record Found(ClientAddress Address) : ClientSighting;

    /// <summary>None, or only the lockfile of one that has ended.</summary>
    public sealed record Absent : ClientSighting;

    /// <summary>One runs, and this user may not see how to reach it.</summary>
    public sealed record NoPermission(string Message) : ClientSighting;
}

/// <summary>
/// Finds the League client: by the lockfile in the folder of LEAGUE_CLIENT_PATH, and only there where that is set;
/// otherwise by the command line of the running process, wherever it is installed, then by the lockfile in the usual folders.
/// </summary>
internal sealed class ClientFinder(IOptions<LiveOptions> options, ClientProcesses processes, TimeProvider time)
{
    /// <summary>Walking through all processes costs some milliseconds; lockfiles are looked at each time.</summary>
    private static readonly TimeSpan ProcessesEvery = TimeSpan.FromSeconds(3);

    internal static readonly string[] UsualFolders = OperatingSystem.IsWindows()
        ? [.. DriveInfo.GetDrives().Where(drive => drive.DriveType == DriveType.Fixed).SelectMany(drive =>
            new[] { Path.Combine(drive.Name, "Riot Games", "League of Legends"), Path.Combine(drive.Name, "Games", "Riot Games", "League of Legends") })]
        : OperatingSystem.IsMacOS() ? ["/Applications/League of Legends.app/Contents/LoL"]
        : [];

    private long _processesAt;
    private ClientSighting? _process;

    /// <summary>Looks once.</summary>
    public ClientSighting Find()
    {
        if (options.Value.ClientPath is { } given)
        {
            return ReadLockfile(given) ?? new ClientSighting.Absent();
        }

        var process = FindProcess();
        if (process is ClientSighting.Found)
        {
            return process;
        }

        var sightings = UsualFolders.Select(ReadLockfile).OfType<ClientSighting>().ToList();
        return sightings.Find(sighting => sighting is ClientSighting.Found) ?? sightings.FirstOrDefault() ?? process;
    }

    /// <summary>Whether the client of this address still runs and is reached in the same way, as far as its lockfile and process tell.</summary>
    public bool IsCurrent(ClientAddress address)
    {
        if (!processes.Runs(address.Place))
        {
            return false;
        }

        try
        {
            return !File.Exists(address.Place.Source) || Lockfile.Read(address.Place.Source) is not { } now || now == address;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return true;
        }
    }

    private ClientSighting? ReadLockfile(string folder)
    {
        var path = Path.GetFileName(folder) == Lockfile.Name ? folder : Path.Combine(folder, Lockfile.Name);
        try
        {
            // A crashed client leaves its lockfile behind.
            return File.Exists(path) && Lockfile.Read(path) is { } address && processes.Runs(address.Place)
                ? new ClientSighting.Found(address)
                : null;
        }
        catch (UnauthorizedAccessException)
        {
            return new ClientSighting.NoPermission($"MnM may not read '{path}'. If the League client was started as administrator, start MnM as administrator too, or the client without.");
        }
        catch (IOException)
        {
            // It went away or is being written; the next look will tell.
            return null;
        }
    }

    private ClientSighting FindProcess()
    {
        if (_process is { } seen && time.GetElapsedTime(_processesAt) < ProcessesEvery)
        {
            return seen;
        }

        _processesAt = time.GetTimestamp();
        return _process = processes.Find() switch
        {
            ({ } address, _) => new ClientSighting.Found(address),
            (_, true) => new ClientSighting.NoPermission(
                "The League client runs, but MnM may not see how to reach it. If the client was started as administrator, start MnM as administrator too, or the client without."),
            _ => new ClientSighting.Absent(),
        };
    }
}
