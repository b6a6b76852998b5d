using System.Runtime.Versioning;
using MnM.Tests.Demo;
using MnM.Web.Hosting;

namespace MnM.Tests.Hosting;

public sealed class OwnerCodeTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void A_folder_that_takes_no_code_is_told_at_the_start()
    {
        // As with a full disk, the code cannot be written.
        Directory.CreateDirectory(_folder.File("owner-code.new"));

        var stopped = Assert.Throws<StartException>(() => OwnerCode.Tell(RunningMnm.SettingsFor(_folder)));

        Assert.Contains("cannot be used", stopped.Message, StringComparison.Ordinal);
    }

    [UnixFact]
    [UnsupportedOSPlatform("windows")]
    public void Whoever_asks_for_the_code_first_makes_a_folder_of_his_own()
    {
        var folder = _folder.File("new");

        var code = OwnerCode.Tell(RunningMnm.SettingsFor(_folder, ("--data", folder)));

        Assert.Equal(24, code.Length);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(folder));
    }

    public void Dispose() => _folder.Dispose();
}
