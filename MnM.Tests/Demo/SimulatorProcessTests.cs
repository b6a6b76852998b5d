using MnM.Tests.Hosting;
using MnM.Web.Demo;
using MnM.Web.Hosting;

namespace MnM.Tests.Demo;

public sealed class SimulatorProcessTests : IDisposable
{
    private readonly RecordingLogger _log = new();

    [UnixFact]
    public async Task What_the_simulator_says_before_it_is_ready_becomes_settings()
    {
        using FakeSimulator fake = new("echo booting; echo nonsense=1; echo '--data=/elsewhere'; echo 'FRIENDS=Ann#EUW'; " + FakeSimulator.Ready + FakeSimulator.UntilStdinCloses);
        await using var simulator = await StartAsync(fake);

        Assert.Equal(["DATA_DRAGON_URL", "FRIENDS", "LIVE_CLIENT_URL", "RIOT_BASE_URL"], simulator.Settings.Keys.Order());
        Assert.Equal("http://127.0.0.1:7002/{route}", simulator.Settings["RIOT_BASE_URL"]);
        Assert.Equal("Simulator: booting", await _log.NextAsync("booting"));
    }

    [UnixFact]
    public async Task What_it_says_on_its_error_stream_goes_to_the_log()
    {
        using FakeSimulator fake = new("echo 'strange things' >&2; " + FakeSimulator.Ready + FakeSimulator.UntilStdinCloses);
        await using var simulator = await StartAsync(fake);

        Assert.Equal("Simulator: strange things", await _log.NextAsync("strange"));
    }

    [UnixFact]
    public async Task It_ends_when_its_input_closes()
    {
        using FakeSimulator fake = new();
        var simulator = await StartAsync(fake);
        using var process = fake.Process!;

        await simulator.DisposeAsync();

        Assert.True(process.HasExited);
        Assert.Single(fake.Starts);
    }

    [UnixFact]
    public async Task One_that_does_not_end_is_killed()
    {
        using FakeSimulator fake = new(FakeSimulator.Ready + "exec sleep 1000");
        var simulator = await StartAsync(fake);
        using var process = fake.Process!;

        await simulator.DisposeAsync();

        Assert.True(process.HasExited);
        await _log.NextAsync("was killed");
    }

    [UnixFact]
    public async Task One_that_dies_is_started_again_on_the_same_ports()
    {
        using FakeSimulator fake = new();
        await using var simulator = await StartAsync(fake);
        using (var process = fake.Process!)
        {
            process.Kill();
        }

        await _log.NextAsync("The simulator died with exit code 137");
        await _log.NextAsync("The simulator runs again");

        Assert.Equal(2, fake.Starts.Count);
        Assert.EndsWith("--live-port 7001 --riot-port 7002", fake.Starts[1], StringComparison.Ordinal);
    }

    [UnixFact]
    public async Task One_that_ends_before_it_is_ready_is_a_reason_not_to_start()
    {
        using FakeSimulator fake = new("exit 3");

        var stopped = await Assert.ThrowsAsync<StartException>(() => StartAsync(fake));

        Assert.Equal("The simulator ended with exit code 3 before it was ready.", stopped.Message);
    }

    [UnixFact]
    public async Task One_that_is_never_ready_is_given_up_after_20_seconds()
    {
        using FakeSimulator fake = new(FakeSimulator.UntilStdinCloses);
        TimersAtOnce clock = new();

        var stopped = await Assert.ThrowsAsync<StartException>(() => SimulatorProcess.StartAsync(fake.Command, _log, clock, CancellationToken.None));

        Assert.Equal("The simulator was not ready within 20 s.", stopped.Message);
        Assert.Equal(TimeSpan.FromSeconds(20), clock.FirstTimer);
    }

    [Fact]
    public async Task A_program_that_is_missing_is_a_reason_not_to_start()
    {
        SimulatorCommand command = new(Path.Combine(Path.GetTempPath(), "no-such-program"), []);

        var stopped = await Assert.ThrowsAsync<StartException>(() => SimulatorProcess.StartAsync(command, _log, TimeProvider.System, CancellationToken.None));

        Assert.StartsWith("The simulator cannot be started: ", stopped.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_simulator_beside_MnM_is_started_with_speed_seed_and_a_folder_of_the_demo()
    {
        using TemporaryFolder folder = new();

        var command = SimulatorCommand.For(RunningMnm.SettingsFor(folder, ("--demo-speed", "2.5"), ("--demo-seed", "7")));

        Assert.Equal(
            [Path.Combine(AppContext.BaseDirectory, "MnM.Simulator.dll"), "--speed", "2.5", "--seed", "7", "--lcu-dir", Path.Combine(folder.Path, "demo", "simulator"), "--friends", "5", "--tft-ladder", "64", "--tft-matches", "480", "--exit-with-stdin"],
            command.Arguments);
        Assert.True(File.Exists(command.Arguments[0]));
        Assert.True(File.Exists(command.Program));
    }

    [UnixFact]
    public async Task The_owner_s_keys_are_no_business_of_the_simulator_s()
    {
        Environment.SetEnvironmentVariable("RIOT_TFT_API_KEY", "real-key");
        try
        {
            using FakeSimulator fake = new("echo \"key=[$RIOT_TFT_API_KEY]\"; " + FakeSimulator.Ready + FakeSimulator.UntilStdinCloses);
            await using var simulator = await StartAsync(fake);

            Assert.Equal("Simulator: key=[]", await _log.NextAsync("key="));
        }
        finally
        {
            Environment.SetEnvironmentVariable("RIOT_TFT_API_KEY", null);
        }
    }

    public void Dispose() => _log.Dispose();

    private Task<SimulatorProcess> StartAsync(FakeSimulator fake) => SimulatorProcess.StartAsync(fake.Command, _log, TimeProvider.System, CancellationToken.None);

    /// <summary>A clock on which every wait is over at once.</summary>
    private sealed class TimersAtOnce : TimeProvider
    {
        public TimeSpan? FirstTimer { get; private set; }

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            FirstTimer ??= dueTime;
            return System.CreateTimer(callback, state, dueTime == Timeout.InfiniteTimeSpan ? dueTime : TimeSpan.Zero, period);
        }
    }
}
