using MnM.Simulator;
using MnM.Simulator.Faults;
using MnM.Simulator.RiotApi.Limits;
using MnM.Simulator.World;

namespace MnM.Tests.Simulator;

public sealed class CommandLineTests
{
    [Fact]
    public void Every_switch_is_read()
    {
        var file = Path.GetTempFileName();
        var (options, faults) = CommandLine.Read(
        [
            "--live-port", "2999", "--riot-port", "8080", "--riot-key", "RGAPI-1", "--riot-tft-key", "RGAPI-2", "--riot-key-kind", "production", "--riot-latency", "80",
            "--match-delay", "30", "--friends", "12", "--friends-hour", "20.5", "--tft-ladder", "300", "--tft-matches", "5000", "--lcu-dir", "x", "--speed", "2.5", "--seed", "-7", "--match", file, "--timeline", file,
            "--match-id", "EUW1_1", "--responses", Path.GetTempPath(), "--faults", "slow,time-back", "--incidents", "own-dodge,client-crash", "--log", "log", "--exit-with-stdin",
        ]);

        Assert.Empty(faults);
        Assert.Equal(
            new SimulatorOptions
            {
                LivePort = 2999,
                RiotPort = 8080,
                RiotKey = "RGAPI-1",
                RiotTftKey = "RGAPI-2",
                RiotKeyKind = KeyKind.Production,
                RiotLatency = 80,
                MatchDelay = 30,
                Friends = 12,
                FriendsHour = 20.5,
                TftLadder = 300,
                TftMatches = 5000,
                LcuDirectory = "x",
                Speed = 2.5,
                Seed = -7,
                Match = file,
                Timeline = file,
                MatchId = "EUW1_1",
                Responses = Path.GetTempPath(),
                Faults = options.Faults,
                Incidents = options.Incidents,
                Log = "log",
                ExitWithStdin = true,
            },
            options);
        Assert.Equal("Slow TimeBack", string.Join(' ', options.Faults));
        Assert.Equal("OwnDodge ClientCrash", string.Join(' ', options.Incidents));
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

    [Fact]
    public void Incidents_may_be_drawn_for_each_game() => Assert.True(CommandLine.Read(["--incidents", "drawn"]).Options.DrawsIncidents);

    [Fact]
    public void Help_names_every_switch_fault_incident_and_kind_of_key()
    {
        Assert.True(CommandLine.Read(["--help"]).Options.Help);
        string[] switches =
        [
            "--live-port", "--riot-port", "--riot-key", "--riot-tft-key", "--riot-key-kind", "--riot-latency", "--match-delay", "--lcu-dir", "--speed", "--seed", "--match", "--timeline", "--match-id", "--polls", "--responses",
            "--faults", "--incidents", "--log", "--exit-with-stdin", "--help",
        ];
        Assert.All([.. switches, .. KebabCase<Fault>.Names, .. KebabCase<Incident>.Names, .. KebabCase<KeyKind>.Names], word => Assert.Matches($@"(?m)^ *{word} +\S", HelpText.All));
    }

    [Theory]
    [InlineData("--incidents storm", "Unknown incident 'storm'")]
    [InlineData("--wrong", "Unknown switch '--wrong'")]
    [InlineData("--faults slow,sleepy", "Unknown fault 'sleepy'")]
    [InlineData("--riot-key-kind golden", "Unknown kind of key 'golden'. Known: development, personal, production.")]
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
