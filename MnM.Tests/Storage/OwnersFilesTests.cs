using MnM.Collector.Storage;
using MnM.Tests.Storage.Backups;

namespace MnM.Tests.Storage;

public sealed class OwnersFilesTests
{
    // Nobody may take a process's memory from others, as nobody may anything on a disk that knows no owners.
    [LinuxFact]
    public void Where_that_cannot_be_the_file_stays_as_it_was() => Assert.Null(Record.Exception(() => OwnersFiles.Close("/proc/self/mem")));
}
