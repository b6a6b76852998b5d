using MnM.Simulator;

namespace MnM.Tests.Simulator;

public sealed class CommandLineTests
{
    [Fact]
    public void Every_switch_is_read()
    {
        var file = Path.GetTempFileName();
        var (options, faults) = CommandLine.Read(
        [
            "--live-port", "2999", "--riot-port", "8080", "--lcu-dir", "x", "--speed", "2.5", "--seed", "-7", "--match", file, "--timeline", file,
            "--match-id", "EUW1_1", "--responses", Path.GetTempPath(), "--faults", "slow,time-back", "--log", "log", "--exit-with-stdin",
        ]);

        Assert.Empty(faults);
        Assert.Equal(
            new SimulatorOptions
            {
                LivePort = 2999,
                RiotPort = 8080,
                LcuDirectory = "x",
                Speed = 2.5,
                Seed = -7,
                Match = file,
                Timeline = file,
                MatchId = "EUW1_1",
                Responses = Path.GetTempPath(),
                Faults = options.Faults,
                Log = "log",
                ExitWithStdin = true,
            },
            options);
        Assert.Equal("Slow TimeBack", string.Join(' ', options.Faults));
        File.Delete(file);
    }

    [Fact]
    public void Several_files_of_polls_may_follow_one_switch()
    {
        var file = Path.GetTempFileName();

        var (options, faults) = CommandLine.Read(["--polls", file, file, "--seed", "3"]);
        Assert.Empty(faults);
        Assert.Equal((2, 3), (options.Polls.Length, options.Seed));
        File.Delete(file);
    }

    [Theory]
    [InlineData("--wrong", "Unknown switch '--wrong'")]
    [InlineData("--faults slow,sleepy", "Unknown fault 'sleepy'")]
    [InlineData("--speed", "--speed needs a value")]
    [InlineData("--speed 0", "--speed takes a number from 0.1 to 10000")]
    [InlineData("--live-port 65536", "--live-port takes a number")]
    [InlineData("--polls nowhere.json", "'nowhere.json' does not exist")]
    [InlineData("--match-id X", "--match-id needs --match")]
    public void What_cannot_be_used_is_named(string line, string message) =>
        Assert.Contains(CommandLine.Read(line.Split(' ')).Faults, fault => fault.Contains(message, StringComparison.Ordinal));

    [Fact]
    public void All_faults_are_told_at_once() => Assert.Equal(3, CommandLine.Read(["--a", "--b", "--faults", "c"]).Faults.Count);
}
