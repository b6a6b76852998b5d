using System.Diagnostics;
using Microsoft.Extensions.Options;
using MnM.Collector.Live;
using MnM.Collector.Live.Lcu;
using MnM.Simulator;
using MnM.Tests.Hosting;

namespace MnM.Tests.Live.Lcu;

public sealed class ClientFinderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string LockfilePath => Path.Combine(_folder.Path, "lockfile");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_lockfile_says_how_to_reach_the_client()
    {
        var address = Lockfile.Parse("LeagueClient:11400:52431:dGhlIHBhc3N3b3Jk:https\n", "lockfile");
        Assert.Equal(new ClientAddress(new ClientPlace("lockfile", 11400, 52431), "dGhlIHBhc3N3b3Jk"), address);
        Assert.Equal("LeagueClient", address!.Place.Program);
        Assert.DoesNotContain("dGhl", $"{address}", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("LeagueClient:11400:524")]
    [InlineData("LeagueClient:11400:52431::https")]
    [InlineData(":11400:52431:password:https")]
    [InlineData("LeagueClient:11400:99999:password:https")]
    [InlineData("LeagueClient:eleven:52431:password:https")]
    [InlineData("LeagueClient:11400:52431:password:http")]
    [InlineData("<html>")]
    public void A_lockfile_that_is_not_whole_says_nothing(string text) => Assert.Null(Lockfile.Parse(text, "lockfile"));

    [Fact]
    public void A_lockfile_that_is_held_open_by_its_writer_is_read()
    {
        using var writer = new FileStream(LockfilePath, FileMode.Create, FileAccess.ReadWrite, FileShare.Read);
        writer.Write("LeagueClient:1:2999:password:https"u8);
        writer.Flush();
        Assert.Equal(2999, Lockfile.Read(LockfilePath)!.Place.Port);
    }

    [Theory]
    [InlineData("")]
    [InlineData("lockfile")]
    public void The_setting_may_name_the_folder_or_the_file(string name)
    {
        Write(Environment.ProcessId, 2999);
        Assert.Equal(2999, Assert.IsType<ClientSighting.Found>(Find(Path.Combine(_folder.Path, name))).Address.Place.Port);
    }

    [Fact]
    public void The_lockfile_of_a_client_that_has_crashed_counts_for_nothing()
    {
        Write(EndedProcess(), 2999);
        Assert.IsType<ClientSighting.Absent>(Find(_folder.Path));
    }

    [Fact]
    public void The_lockfile_of_a_client_whose_number_another_program_has_counts_for_nothing()
    {
        Write(Environment.ProcessId, 2999);
        var address = Assert.IsType<ClientSighting.Found>(Find(_folder.Path)).Address;
        File.WriteAllText(LockfilePath, $"LeagueClient:{Environment.ProcessId}:2999:password:https");
        Assert.IsType<ClientSighting.Absent>(Find(_folder.Path));
        Assert.False(Finder(_folder.Path).IsCurrent(address with { Place = address.Place with { Program = "LeagueClient" } }));
    }

    [Fact]
    public void A_clock_that_is_set_back_hides_no_client()
    {
        var clock = new SimulatorClock();
        var processes = new FoundProcess { Address = new(new ClientPlace(ClientPlace.CommandLine, 10, 1000), "old") };
        var finder = new ClientFinder(Options.Create(new LiveOptions()), processes, clock);
        Assert.Equal(1000, Assert.IsType<ClientSighting.Found>(finder.Find()).Address.Place.Port);
        clock.SetWall(TimeSpan.FromHours(-1));
        processes.Address = new(new ClientPlace(ClientPlace.CommandLine, 11, 2000), "new");
        Assert.Equal(1000, Assert.IsType<ClientSighting.Found>(finder.Find()).Address.Place.Port);
        clock.Advance(3);
        Assert.Equal(2000, Assert.IsType<ClientSighting.Found>(finder.Find()).Address.Place.Port);
    }

    [Fact]
    public void A_lockfile_that_was_written_over_is_noticed()
    {
        Write(Environment.ProcessId, 2999);
        var address = Assert.IsType<ClientSighting.Found>(Find(_folder.Path)).Address;
        Assert.True(Finder(_folder.Path).IsCurrent(address));
        Write(Environment.ProcessId, 3001);
        Assert.False(Finder(_folder.Path).IsCurrent(address));
    }

    [Fact]
    public void A_folder_without_a_client_is_no_fault() => Assert.IsType<ClientSighting.Absent>(Find(Path.Combine(_folder.Path, "nowhere")));

    [Theory]
    [InlineData("\"C:/Riot Games/League of Legends/LeagueClientUx.exe\" \"--riotclient-app-port=1\" \"--remoting-auth-token=aB-_9\" \"--app-port=52431\" \"--install-directory=C:\\Riot Games\\League of Legends\" \"--app-pid=77\"")]
    [InlineData("LeagueClientUx --remoting-auth-token=aB-_9 --app-port=52431 --app-pid=77")]
    public void A_command_line_says_how_to_reach_the_client(string line) =>
        Assert.Equal(new ClientAddress(new ClientPlace("command line", 12, 52431), "aB-_9"), ClientProcesses.Parse(line, 12));

    [Theory]
    [InlineData("LeagueClientUx --app-port=52431")]
    [InlineData("LeagueClientUx --remoting-auth-token=aB --app-port=0")]
    [InlineData("")]
    public void A_command_line_without_port_or_password_says_nothing(string line) => Assert.Null(ClientProcesses.Parse(line, 12));

    [Fact]
    public void A_running_client_is_found_by_its_command_line()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        var program = Path.Combine(_folder.Path, "LeagueClientUx");
        File.Copy("/bin/sh", program);
        using var client = Process.Start(program, ["-c", "sleep 60; :", "--app-port=52431", "--remoting-auth-token=aB-_9"]);
        try
        {
            ClientAddress? address = null;
            Assert.True(SpinWait.SpinUntil(() => (address = new ClientProcesses().Find().Address) is not null, TimeSpan.FromSeconds(20)));
            Assert.Equal(new ClientAddress(new ClientPlace("command line", client.Id, 52431), "aB-_9"), address);
        }
        finally
        {
            client.Kill(entireProcessTree: true);
            client.WaitForExit();
        }
    }

    private static int EndedProcess()
    {
        using var process = Process.Start(OperatingSystem.IsWindows() ? "where" : "true");
        process.WaitForExit();
        return process.Id;
    }

    private static ClientSighting Find(string path) => Finder(path).Find();

    private static ClientFinder Finder(string path) => new(Options.Create(new LiveOptions { ClientPath = path }), new ClientProcesses(), TimeProvider.System);

    /// <summary>The lockfile of a client that this process plays, or one that has ended.</summary>
    private void Write(int processId, int port)
    {
        using var own = Process.GetCurrentProcess();
        File.WriteAllText(LockfilePath, $"{own.ProcessName}:{processId}:{port}:password:https");
    }

    private sealed class FoundProcess : ClientProcesses
    {
        public ClientAddress? Address { get; set; }

        public override (ClientAddress? Address, bool IsHidden) Find() => (Address, false);

        public override bool Runs(ClientPlace place) => place == Address?.Place;
    }
}
