using MnM.Benchmarks;
using MnM.Benchmarks.Scenarios;

namespace MnM.Tests.Benchmarks;

public sealed class ArgumentsTests
{
    [Fact]
    public void A_scenario_takes_its_size_and_its_file()
    {
        var scenario = Assert.IsType<Command.Scenario>(Arguments.Read(["scenario", "live", "--quick", "--json", "rows.json"]));
        Assert.Equal(("live", Size.Quick, "rows.json"), (scenario.Chosen.Name, scenario.Size, scenario.JsonFile));
    }

    [Fact]
    public void A_scenario_is_full_without_switches()
    {
        var scenario = Assert.IsType<Command.Scenario>(Arguments.Read(["scenario", "live"]));
        Assert.Equal((Size.Full, null), (scenario.Size, scenario.JsonFile));
    }

    [Fact]
    public void Viewers_read_what_a_scenario_asks_of_them()
    {
        var here = new Command.Viewers(new("http://127.0.0.1:5080/"), 1, 2, "log");
        var there = here with { DevicesFile = "devices" };
        Assert.Equal(here, Arguments.Read([.. here.Arguments]));
        Assert.Equal(there, Arguments.Read([.. there.Arguments]));
    }

    [Fact]
    public void Switches_of_micro_go_to_BenchmarkDotNet() =>
        Assert.Equal(["--filter", "*Poll*"], Assert.IsType<Command.Micro>(Arguments.Read(["micro", "--filter", "*Poll*"])).Arguments);

    [Theory]
    [InlineData]
    [InlineData("scenario")]
    [InlineData("scenario", "dead")]
    [InlineData("scenario", "live", "--slow")]
    [InlineData("scenario", "live", "--json")]
    [InlineData("scenario", "live", "--json", "--quick")]
    [InlineData("macro")]
    public void Anything_else_is_wrong(params string[] arguments) => Assert.IsType<Command.Wrong>(Arguments.Read(arguments));

    [Fact]
    public void The_usage_names_every_scenario() =>
        Assert.All(ScenarioList.All, scenario => Assert.Contains(scenario.Name, Arguments.Usage, StringComparison.Ordinal));
}
