using System.Runtime.Versioning;
using MnM.Tests.Demo;
using MnM.Web.Games;

namespace MnM.Tests.Games;

public sealed class TemporaryFilesTests
{
    [UnixFact]
    [UnsupportedOSPlatform("windows")]
    public async Task One_is_for_this_account_alone_and_gone_when_it_is_closed()
    {
        string name;
        await using (var file = new TemporaryFiles().Create())
        {
            name = file.Name;
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(name));
        }

        Assert.False(File.Exists(name));
    }
}
