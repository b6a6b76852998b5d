using System.Runtime.InteropServices;
using MnM.Collector;

namespace MnM.Web.Hosting;

/// <summary>
/// Gives back once a minute what native libraries have freed. glibc keeps it for the thread that allocated it, and threads of the pool come and go: after a while each holds some
/// megabytes that SQLite or TLS needed once. Other systems give back by themselves.
/// </summary>
internal sealed class NativeHeap(TimeProvider time, ILogger<NativeHeap> logger) : PollingService(time, logger)
{
    private bool _isMissing = !OperatingSystem.IsLinux();

    /// <inheritdoc/>
    protected override TimeSpan Interval => TimeSpan.FromMinutes(1);

    /// <inheritdoc/>
    public override Task TickAsync(CancellationToken cancellationToken)
    {
        try
        {
            _ = _isMissing ? 0 : Trim(0);
        }
        catch (Exception fault) when (fault is DllNotFoundException or EntryPointNotFoundException)
        {
            // Linux with another C library.
            _isMissing = true;
        }

        return Task.CompletedTask;
    }

    [DllImport("libc.so.6", EntryPoint = "malloc_trim")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Trim(nuint kept);
}
