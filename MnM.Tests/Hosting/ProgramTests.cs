using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using MnM.Tests.Demo;

namespace MnM.Tests.Hosting;

public sealed partial class ProgramTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task Wrong_switches_and_settings_end_it_with_2_and_plain_lines()
    {
        using MnmProcess mnm = new("--dmo", "--API_HOST", "0.0.0.0", "--data", _folder.File("never"));

        var (exitCode, errors) = await mnm.EndAsync();

        Assert.Equal(2, exitCode);
        Assert.Contains("--dmo: is not a switch; did you mean --demo?", errors, StringComparison.Ordinal);
        Assert.Contains("API_HOST: \"0.0.0.0\" is not this machine alone: use 127.0.0.1, localhost or [::1]; --lan", errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder.File("never")));
    }

    [Fact]
    public async Task A_second_one_ends_with_3_and_a_killed_one_leaves_no_stale_lock()
    {
        using MnmProcess first = new("--data", _folder.Path, "--urls", "http://127.0.0.1:0");
        var address = Url().Match(await first.LineAsync("MnM listens on")).Value;

        using MnmProcess second = new("--data", _folder.Path, "--urls", "http://127.0.0.1:0");
        var (exitCode, errors) = await second.EndAsync();
        Assert.Equal(3, exitCode);
        Assert.Equal($"MnM already runs with the data in {_folder.Path} at {address}", errors.Trim());

        await first.KillAsync();
        using MnmProcess third = new("--data", _folder.Path, "--urls", "http://127.0.0.1:0");
        await third.LineAsync("MnM listens on");
    }

    [Fact]
    public async Task The_owner_s_code_is_told_at_the_first_start_and_when_it_is_asked_for()
    {
        using MnmProcess first = new("--data", _folder.Path, "--urls", "http://127.0.0.1:0");
        var code = OwnerCode().Match(await first.LineAsync("Owner code")).Value;
        await first.LineAsync("MnM listens on");

        // While it runs, and from the same file.
        using MnmProcess asked = new("--owner-code", "--data", _folder.Path);
        Assert.Equal(code, await asked.LineAsync("-"));
        Assert.Equal(0, (await asked.EndAsync()).ExitCode);
        Assert.DoesNotContain(code, await File.ReadAllTextAsync(_folder.File("owner-code")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_backup_that_is_not_there_ends_it_with_2_and_changes_nothing()
    {
        using MnmProcess mnm = new("--data", _folder.Path, "--urls", "http://127.0.0.1:0", "--restore", "latest");

        var (exitCode, errors) = await mnm.EndAsync();

        Assert.Equal(2, exitCode);
        Assert.Contains($"--restore: There is no backup in {_folder.File("backups")}.", errors, StringComparison.Ordinal);
        Assert.False(File.Exists(_folder.File("mnm.db")));
    }

    [UnixFact]
    public async Task The_demo_s_simulator_dies_with_MnM_even_when_that_is_killed()
    {
        using MnmProcess mnm = new("--demo", "--data", _folder.Path, "--urls", "http://127.0.0.1:0");
        await mnm.LineAsync("MnM listens on");
        using var simulator = ChildOf(mnm.Id);

        await mnm.KillAsync();

        using CancellationTokenSource patience = new(TimeSpan.FromSeconds(20));
        await simulator.WaitForExitAsync(patience.Token);
    }

    public void Dispose() => _folder.Dispose();

    private static Process ChildOf(int parent)
    {
        using var list = Process.Start(new ProcessStartInfo("pgrep", ["-P", parent.ToString(CultureInfo.InvariantCulture)]) { RedirectStandardOutput = true })!;
        return Process.GetProcessById(int.Parse(list.StandardOutput.ReadToEnd(), CultureInfo.InvariantCulture));
    }

    [GeneratedRegex("([A-Z2-9]{4}-){4}[A-Z2-9]{4}")]
    private static partial Regex OwnerCode();

    [GeneratedRegex("http://[0-9.:]+")]
    private static partial Regex Url();
}
