using System.Globalization;
using System.Runtime.InteropServices;
using Microsoft.Extensions.Logging.Abstractions;
using MnM.Simulator;
using MnM.Web.Hosting;

namespace MnM.Tests.Hosting;

/// <summary>What native libraries have freed goes back to the system.</summary>
public sealed class NativeHeapTests
{
    private const int Blocks = 8192;
    private const int BlockBytes = 16 * 1024;

    [Fact]
    public async Task What_was_freed_is_given_back()
    {
        var heap = new NativeHeap(new SimulatorClock(), NullLogger<NativeHeap>.Instance);
        var last = FillAndFree();
        try
        {
            var before = PrivateKilobytes();
            await heap.TickAsync(CancellationToken.None);

            // Half of it, since other tests allocate meanwhile.
            Assert.True(before is null || PrivateKilobytes() < before - (Blocks * BlockBytes / 1024 / 2));
        }
        finally
        {
            Marshal.FreeHGlobal(last);
        }
    }

    /// <summary>128 MB, and the block that keeps them from being the heap's end.</summary>
    private static nint FillAndFree()
    {
        var blocks = Enumerable.Range(0, Blocks).Select(_ => Marshal.AllocHGlobal(BlockBytes)).ToList();
        var last = Marshal.AllocHGlobal(BlockBytes);
        foreach (var block in blocks)
        {
            for (var at = 0; at < BlockBytes; at += 4096)
            {
                Marshal.WriteByte(block, at, 1);
            }
        }

        blocks.ForEach(Marshal.FreeHGlobal);
        return last;
    }

    /// <summary>Null where the system does not tell.</summary>
    private static int? PrivateKilobytes() => File.Exists("/lib/x86_64-linux-gnu/libc.so.6") && File.Exists("/proc/self/smaps_rollup")
        ? int.Parse(File.ReadLines("/proc/self/smaps_rollup").First(line => line.StartsWith("Private_Dirty:", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture)
        : null;
}
