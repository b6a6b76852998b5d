using System.Globalization;

namespace MnM.Benchmarks.Processes;

/// <summary>What Linux tells of a process in /proc.</summary>
internal static class LinuxProcess
{
    public static string? FindLack() => OperatingSystem.IsLinux() ? null : "Private memory is read from /proc; run the scenario on Linux.";

    /// <summary>The number of a process that this one has started; null where there is none.</summary>
    public static int? FindChild(int parent)
    {
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(folder), out var id) && ParentOf(folder) == parent)
            {
                return id;
            }
        }

        return null;
    }

    /// <summary>Memory that would be free again without the process: written by it and shared with nobody. In units of 1,048,576 bytes.</summary>
    public static double ReadPrivateMegabytes(int id)
    {
        const string name = "Private_Dirty:";
        var line = File.ReadLines($"/proc/{id}/smaps_rollup").First(line => line.StartsWith(name, StringComparison.Ordinal));
        var kilobytes = line[name.Length..].Trim().Split(' ')[0];
        return double.Parse(kilobytes, CultureInfo.InvariantCulture) / 1024;
    }

    private static int? ParentOf(string folder)
    {
        try
        {
            // The name, in brackets, may hold anything; behind it stand the state and the parent.
            var stat = File.ReadAllText(Path.Combine(folder, "stat"));
            return int.Parse(stat[(stat.LastIndexOf(')') + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            // It has ended meanwhile.
            return null;
        }
    }
}
