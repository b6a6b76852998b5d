using MnM.Benchmarks.Scenarios;
using MnM.Tests.Hosting;

namespace MnM.Tests.Benchmarks;

public sealed class ScenarioRunTests : IDisposable
{
    private static readonly RowSpec Polls = new("polls", Units.Count, Limit.AtMost(4));
    private static readonly RowSpec Time = new("time", Units.Milliseconds, Limit.AtMost(10));
    private static readonly RowSpec Rate = new("rate", "1/s", Limit.AtLeast(100));
    private static readonly RowSpec Yardstick = new("yardstick", Units.Microseconds);

    private readonly TemporaryFolder _folder = new();
    private readonly StringWriter _output = new();
    private readonly StringWriter _errors = new();

    public void Dispose()
    {
        _folder.Dispose();
        _output.Dispose();
        _errors.Dispose();
    }

    [Fact]
    public async Task Rows_within_their_limits_exit_0() =>
        Assert.Equal(0, await RunAsync([Polls, Time, Rate, Yardstick], new FixedValues(("polls", 4), ("time", 10), ("rate", 100), ("yardstick", 1e9))));

    [Fact]
    public async Task A_missing_row_exits_1_and_is_named()
    {
        Assert.Equal(1, await RunAsync([Polls, Yardstick], new FixedValues(("polls", 4))));
        Assert.Contains("The row yardstick is absent.", _errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_that_is_no_number_is_missing() => Assert.Equal(1, await RunAsync([Yardstick], new FixedValues(("yardstick", double.NaN))));

    [Fact]
    public async Task A_row_that_nobody_declared_exits_1() => Assert.Equal(1, await RunAsync([Polls], new FixedValues(("polls", 4), ("other", 1))));

    [Theory]
    [InlineData("count")]
    [InlineData("KB")]
    [InlineData("ratio")]
    public async Task A_missed_hard_limit_exits_1(string unit) =>
        Assert.Equal(1, await RunAsync([Polls with { Unit = unit }], new FixedValues(("polls", 4.01))));

    [Theory]
    [InlineData("us")]
    [InlineData("ms")]
    [InlineData("s")]
    public async Task A_time_past_its_limit_passes_within_twice(string unit) =>
        Assert.Equal(0, await RunAsync([Time with { Unit = unit }], new FixedValues(("time", 20))));

    [Fact]
    public async Task A_time_past_twice_its_limit_exits_1() => Assert.Equal(1, await RunAsync([Time], new FixedValues(("time", 20.1))));

    [Theory]
    [InlineData(50, 0)]
    [InlineData(49.9, 1)]
    public async Task A_rate_passes_down_to_half_of_its_limit(double rate, int exitCode) =>
        Assert.Equal(exitCode, await RunAsync([Rate], new FixedValues(("rate", rate))));

    [Fact]
    public async Task A_measurement_that_fails_leaves_the_others_and_exits_1()
    {
        var broken = new FixedValues { Failure = new InvalidOperationException("no game") };
        Assert.Equal(1, await RunAsync([Polls, Time], broken, new FixedValues(("polls", 4))));
        Assert.Contains("no game", _errors.ToString(), StringComparison.Ordinal);
        Assert.Contains("polls", _output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_installed_exits_2_before_anything_is_measured()
    {
        var ready = new FixedValues(("polls", 4));
        Assert.Equal(2, await RunAsync([Polls], ready, new FixedValues { Lack = "MnM is not built." }));
        Assert.False(ready.Ran);
        Assert.Contains("MnM is not built.", _errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_json_holds_a_row_per_value_and_null_where_there_is_no_limit()
    {
        await RunAsync([Polls, Time, Yardstick], new FixedValues(("polls", 4.5), ("time", 12), ("yardstick", 3)));
        Assert.Equal(
            """
            [{"name":"polls","value":4.5,"unit":"count","limit":4,"ok":false},{"name":"time","value":12,"unit":"ms","limit":10,"ok":true},{"name":"yardstick","value":3,"unit":"us","limit":null,"ok":true}]
            """,
            await File.ReadAllTextAsync(_folder.File("rows.json")));
    }

    [Fact]
    public async Task The_table_tells_missed_limits_from_slow_ones()
    {
        await RunAsync([Polls, Time, Yardstick], new FixedValues(("polls", 4.5), ("time", 12), ("yardstick", 3)));
        string[] expected =
        [
            "name       value  unit   limit  ok",
            "polls        4.5  count  ≤ 4    MISSED",
            "time          12  ms     ≤ 10   ok (past the limit, within twice)",
            "yardstick      3  us",
        ];
        Assert.Equal(expected, _output.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries));
    }

    private Task<int> RunAsync(IReadOnlyList<RowSpec> rows, params Measurement[] measurements) =>
        new ScenarioRun(new Scenario("test", rows, measurements), _output, _errors).RunAsync(Size.Quick, _folder.File("rows.json"), CancellationToken.None);
}
