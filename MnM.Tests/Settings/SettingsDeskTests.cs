using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using MnM.Tests.Demo;
using MnM.Tests.Hosting;
using MnM.Web.Hosting;
using MnM.Web.Settings;
using MnM.Web.Shell;

namespace MnM.Tests.Settings;

/// <summary>What is saved can be started with, and nothing of it is lost.</summary>
public sealed class SettingsDeskTests
{
    [Fact]
    public void A_port_that_another_program_has_is_not_saved()
    {
        using SettingsRun run = new("API_PORT=5081\n");
        using var other = Listen();

        var fault = Assert.Single(Save(run, ("API_PORT", PortOf(other))));

        Assert.Equal("API_PORT", fault.Setting);
        Assert.StartsWith($"MnM cannot listen on 127.0.0.1:{PortOf(other)}: ", fault.Message, StringComparison.Ordinal);
        Assert.Equal("API_PORT=5081\n", run.Env);
    }

    [Fact]
    public void A_free_port_on_a_name_with_two_addresses_is_not_saved()
    {
        using SettingsRun run = new("API_HOST=localhost\n");

        var fault = Assert.Single(Save(run, ("API_PORT", "0")));

        Assert.Equal("API_PORT: 0 takes a free port only where API_HOST is an address, such as 127.0.0.1", fault.ToString());
        Assert.Equal("API_HOST=localhost\n", run.Env);
    }

    [Fact]
    public void A_port_that_is_free_is_saved_and_is_free_afterwards()
    {
        using SettingsRun run = new();
        var port = FreePort();

        Assert.Empty(Save(run, ("API_PORT", port), ("API_HOST", "localhost")));

        using TcpListener later = new(IPAddress.Loopback, int.Parse(port, CultureInfo.InvariantCulture));
        later.Start();
        Assert.Contains($"API_PORT={port}", run.Env, StringComparison.Ordinal);
    }

    [Fact]
    public void The_port_that_MnM_itself_listens_on_may_be_written_down()
    {
        using var own = Listen();
        using SettingsRun run = new(args: ["--API_PORT", PortOf(own)]);

        Assert.Empty(Save(run, ("API_PORT", PortOf(own)), ("API_HOST", "localhost")));
    }

    [Fact]
    public void A_database_in_a_folder_that_cannot_be_made_is_not_saved()
    {
        using SettingsRun run = new("LOG_LEVEL=Debug\n");
        var path = Path.Combine(run.Folder.Write("file", ""), "below", "our.db");

        var fault = Assert.Single(Save(run, ("DB_PATH", path)));

        Assert.Equal("DB_PATH", fault.Setting);
        Assert.Contains("cannot be used", fault.Message, StringComparison.Ordinal);
        Assert.Equal("LOG_LEVEL=Debug\n", run.Env);
    }

    [Fact]
    public void A_database_in_the_folder_of_another_MnM_is_not_saved()
    {
        using SettingsRun run = new();
        using TemporaryFolder taken = new();
        using var other = SingleInstance.Take(taken.Path);

        var fault = Assert.Single(Save(run, ("DB_PATH", taken.File("our.db"))));

        Assert.StartsWith("MnM already runs with the data in", fault.Message, StringComparison.Ordinal);
    }

    [UnixFact]
    public void Another_name_of_the_own_folder_is_no_other_MnM_s()
    {
        using TemporaryFolder data = new();
        using var own = SingleInstance.Take(data.Path);
        using SettingsRun run = new(args: ["--data", data.Path]);
        Directory.CreateSymbolicLink(run.Folder.File("link"), data.Path);

        Assert.Empty(Save(run, ("DB_PATH", Path.Combine(run.Folder.File("link"), "our.db"))));
    }

    [UnixFact]
    public void A_file_of_the_own_folder_that_cannot_be_written_is_not_saved()
    {
        using TemporaryFolder data = new();
        using SettingsRun run = new(args: ["--data", data.Path]);
        using Socket notFile = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        notFile.Bind(new UnixDomainSocketEndPoint(data.File("our.db")));

        var fault = Assert.Single(Save(run, ("DB_PATH", data.File("our.db"))));

        Assert.Contains("cannot be used", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_trial_of_another_folder_leaves_nothing_there()
    {
        using SettingsRun run = new();
        using TemporaryFolder other = new();

        Assert.Empty(Save(run, ("DB_PATH", other.File(Path.Combine("a", "b", "our.db")))));
        Assert.Empty(Save(run, ("DB_PATH", other.File("our.db"))));

        Assert.Empty(Directory.GetFileSystemEntries(other.Path));
    }

    [Fact]
    public void A_database_in_a_folder_that_can_be_made_is_saved()
    {
        using SettingsRun run = new();
        var path = run.Folder.File(Path.Combine("new", "our.db"));

        Assert.Empty(Save(run, ("DB_PATH", path)));

        Assert.Equal($"DB_PATH={path}{Environment.NewLine}", run.Env);
        Assert.False(File.Exists(path));
    }

    [Fact]
    public void What_is_typed_tries_nothing_before_it_is_saved()
    {
        using SettingsRun run = new();

        Assert.Empty(run.Desk.Check(new Dictionary<string, string?> { ["DB_PATH"] = run.Folder.File(Path.Combine("new", "our.db")) }));

        Assert.False(Directory.Exists(run.Folder.File("new")));
    }

    [Fact]
    public void Two_saves_at_once_are_both_kept()
    {
        using TemporaryFolder folder = new();
        folder.Write(".env", "# mine\n");
        Thread? second = null;
        SettingsDesk? desk = null;
        IReadOnlyList<Fault>? faults = null;
        SettingsSources sources = new(CommandLine.Parse([]), folder.Path, folder.Path, new System.Collections.Hashtable())
        {
            File = new(folder.Path)
            {
                Open = (path, options) =>
                {
                    if (second is null)
                    {
                        second = new(() => faults = desk!.Save(new Dictionary<string, string?> { ["LIVE_GRACE_SECONDS"] = "12" }).Faults);
                        second.Start();

                        // It ended, which loses a change, or it waits for this one.
                        SpinWait.SpinUntil(() => !second.IsAlive || second.ThreadState.HasFlag(ThreadState.WaitSleepJoin));
                    }

                    return new FileStream(path, options);
                },
            },
        };
        var settings = sources.Load();
        desk = new(new SettingsInUse(settings, sources, new LogRules(settings)), new Restart(null), NullLogger<SettingsDesk>.Instance);

        Assert.Empty(desk.Save(new Dictionary<string, string?> { ["RIOT_PLATFORM"] = "kr" }).Faults);
        second!.Join();

        Assert.Empty(faults!);
        Assert.Equal("# mine\nRIOT_PLATFORM=kr\nLIVE_GRACE_SECONDS=12\n", File.ReadAllText(folder.File(".env")));
        Assert.Equal([".env"], folder.Files);
    }

    [Fact]
    public void Each_file_that_is_to_take_its_place_has_a_name_of_its_own()
    {
        using TemporaryFolder folder = new();
        List<string> beside = [];
        EnvFileWriter writer = new(folder.Path)
        {
            Open = (path, options) =>
            {
                beside.Add(path);
                return new FileStream(path, options);
            },
        };

        writer.Write("# one\n");
        writer.Write("# two\n");

        Assert.Equal(2, beside.Distinct().Count());
        Assert.Equal([".env"], folder.Files);
    }

    [Fact]
    public void A_level_of_the_log_that_is_used_at_once_takes_nothing_along_that_waits()
    {
        using SettingsRun run = new("RIOT_PLATFORM=na1\n");
        Assert.Empty(Save(run, ("RIOT_PLATFORM", "kr")));
        Assert.Empty(Save(run, ("LOG_LEVEL", "Debug")));

        run.Desk.Apply(run.Desk.EffectOf(["LOG_LEVEL"]));

        Assert.Equal(("na1", "Debug"), (run.InUse.Current.Riot.Platform, run.InUse.Current.Hosting.LogLevel));

        run.InUse.Follow();
        Assert.Equal("kr", run.InUse.Current.Riot.Platform);
        Assert.True(run.InUse.GoBack("MnM cannot start"));
        Assert.Equal(("na1", "Debug"), (run.InUse.Current.Riot.Platform, run.InUse.Current.Hosting.LogLevel));
    }

    [Fact]
    public void What_it_takes_to_use_settings_goes_by_the_slowest_of_them()
    {
        using SettingsRun run = new();
        Assert.Equal(SettingsEffect.AtOnce, run.Desk.EffectOf(["LOG_LEVEL"]));
        Assert.Equal(SettingsEffect.FromNextStart, run.Desk.EffectOf(["LOG_LEVEL", "API_PORT"]));
        Assert.Equal(SettingsEffect.BeginsAnew, run.Desk.EffectOf(["LOG_LEVEL", "RIOT_PLATFORM"]));
    }

    [Fact]
    public void A_file_that_is_no_UTF_8_is_not_changed()
    {
        using SettingsRun run = new();
        byte[] latin = [.. "# f"u8, 0xfc, .. "r mich\n"u8];
        File.WriteAllBytes(run.Folder.File(".env"), latin);

        Assert.Contains("not saved as UTF-8", Assert.Single(Save(run, ("RIOT_PLATFORM", "kr"))).Message, StringComparison.Ordinal);

        Assert.Equal(latin, File.ReadAllBytes(run.Folder.File(".env")));
        Assert.Contains("not saved as UTF-8", Assert.Single(run.Desk.Read().Faults).Message, StringComparison.Ordinal);
    }

    private static IReadOnlyList<Fault> Save(SettingsRun run, params (string Name, string Value)[] changes) =>
        run.Desk.Save(changes.ToDictionary(change => change.Name, change => (string?)change.Value)).Faults;

    private static TcpListener Listen()
    {
        TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return listener;
    }

    private static string PortOf(TcpListener listener) => ((IPEndPoint)listener.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);

    private static string FreePort()
    {
        using var listener = Listen();
        return PortOf(listener);
    }
}
