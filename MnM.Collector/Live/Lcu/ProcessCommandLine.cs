using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace MnM.Collector.Live.Lcu;

/// <summary>The command line of another process, for which .NET has no call.</summary>
internal static partial class ProcessCommandLine
{
    /// <summary>The command line; null where the process may not be looked at or has ended.</summary>
    public static string? Read(int processId)
    {
        try
        {
            return OperatingSystem.IsWindows() ? ReadWindows(processId)
                : OperatingSystem.IsMacOS() ? ReadMac(processId)
                : File.ReadAllText($"/proc/{processId}/cmdline").Replace('\0', ' ');
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    private static string? ReadMac(int processId)
    {
        using var ps = Process.Start(new ProcessStartInfo("/bin/ps", ["-ww", "-o", "args=", "-p", $"{processId}"]) { RedirectStandardOutput = true });
        var line = ps?.StandardOutput.ReadToEnd();
        return string.IsNullOrWhiteSpace(line) ? null : line;
    }

    /// <summary>https://learn.microsoft.com/windows/win32/api/winternl/nf-winternl-ntqueryinformationprocess, information class 60, since Windows 8.1.</summary>
    [SupportedOSPlatform("windows")]
    private static string? ReadWindows(int processId)
    {
        const uint queryLimitedInformation = 0x1000;
        const int processCommandLineInformation = 60;
        var process = OpenProcess(queryLimitedInformation, false, processId);
        if (process == 0)
        {
            return null;
        }

        var buffer = Marshal.AllocHGlobal(64 * 1024);
        try
        {
            // The answer is a UNICODE_STRING (length in bytes, then a pointer) with the text behind it.
            return NtQueryInformationProcess(process, processCommandLineInformation, buffer, 64 * 1024, out _) == 0
                ? Marshal.PtrToStringUni(Marshal.ReadIntPtr(buffer, nint.Size), (ushort)Marshal.ReadInt16(buffer) / 2)
                : null;
        }
        finally
        {
            Marshal.FreeHGlobal(buffer);
            CloseHandle(process);
        }
    }

    [LibraryImport("kernel32.dll", SetLastError = true)]
    private static partial nint OpenProcess(uint access, [MarshalAs(UnmanagedType.Bool)] bool inherit, int processId);

    [LibraryImport("kernel32.dll")]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool CloseHandle(nint handle);

    [LibraryImport("ntdll.dll")]
    private static partial int NtQueryInformationProcess(nint process, int kind, nint buffer, int length, out int returned);
}
