using System.Runtime.Versioning;
using MnM.Tests.Demo;
using MnM.Web.Hosting;

namespace MnM.Tests.Hosting;

public sealed class SingleInstanceTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void A_second_MnM_on_one_folder_is_told_where_the_first_one_is()
    {
        using var first = SingleInstance.Take(_folder.Path);
        first.Announce("http://127.0.0.1:5080");

        var stopped = Assert.Throws<StartException>(() => SingleInstance.Take(_folder.Path));

        Assert.Equal(StartException.AlreadyRunning, stopped.ExitCode);
        Assert.Equal($"MnM already runs with the data in {_folder.Path} at http://127.0.0.1:5080", stopped.Message);
    }

    [UnixFact]
    [UnsupportedOSPlatform("windows")]
    public void A_folder_that_MnM_makes_is_its_owner_s_alone()
    {
        using var instance = SingleInstance.Take(_folder.File("new"));

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(_folder.File("new")));
    }

    [Fact]
    public void A_second_MnM_learns_that_the_first_one_does_not_listen_yet()
    {
        _folder.Write("mnm.address", "left by one that was killed");
        using var first = SingleInstance.Take(_folder.Path);

        Assert.EndsWith("does not listen yet", Assert.Throws<StartException>(() => SingleInstance.Take(_folder.Path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_folder_is_free_again_after_the_first_one_ended()
    {
        SingleInstance.Take(_folder.Path).Dispose();

        SingleInstance.Take(_folder.Path).Dispose();
    }

    [Fact]
    public void Two_folders_hold_two()
    {
        using var first = SingleInstance.Take(_folder.File("one"));
        using var second = SingleInstance.Take(_folder.File("two"));
    }

    [Fact]
    public void A_folder_that_cannot_be_made_is_a_fault_by_name() =>
        Assert.Contains("--data: ", Assert.Throws<StartException>(() => SingleInstance.Take(Path.Combine(_folder.Write("file", ""), "below"))).Message, StringComparison.Ordinal);

    public void Dispose() => _folder.Dispose();
}
