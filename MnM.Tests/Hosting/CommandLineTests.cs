using MnM.Web.Hosting;

namespace MnM.Tests.Hosting;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData("--demo")]
    [InlineData("--demo", "--urls", "http://127.0.0.1:1")]
    [InlineData("--urls", "http://127.0.0.1:1", "--demo")]
    [InlineData("--data=x", "--demo", "--demo-speed", "4")]
    public void The_demo_switch_stands_anywhere(params string[] args)
    {
        var line = CommandLine.Parse(args);

        Assert.True(line.Demo);
        Assert.Empty(line.Faults);
    }

    [Fact]
    public void Sharing_from_the_start_is_a_switch_without_a_value()
    {
        Assert.True(CommandLine.Parse(["--lan", "--demo"]).Lan);
        Assert.False(CommandLine.Parse(["--demo"]).Lan);
        Assert.True(CommandLine.Parse(["--owner-code"]).OwnerCode);
    }

    [Fact]
    public void A_value_follows_after_a_blank_or_an_equals_sign()
    {
        var line = CommandLine.Parse(["--data", "one=1", "--RIOT_API_KEY=a=b", "--demo-seed", "-5"]);

        Assert.Empty(line.Faults);
        Assert.Equal("one=1", line.Values["--data"]);
        Assert.Equal("a=b", line.Values["RIOT_API_KEY"]);
        Assert.Equal("-5", line.Values["--demo-seed"]);
    }

    [Theory]
    [InlineData("--demo=true", "--demo: takes no value")]
    [InlineData("--lan=yes", "--lan: takes no value")]
    [InlineData("--urls", "--urls: wants a value")]
    [InlineData("--dmo", "--dmo: is not a switch; did you mean --demo? Known are --demo, --lan, --owner-code, --help, --urls, ")]
    [InlineData("--api_port=1", "--api_port: is not a switch; did you mean --API_PORT? ")]
    [InlineData("demo-me-please", "demo-me-please: is not a switch; ")]
    public void A_wrong_switch_is_a_fault_by_name(string argument, string message) =>
        Assert.StartsWith(message, Assert.Single(CommandLine.Parse([argument]).Faults).ToString(), StringComparison.Ordinal);

    [Theory]
    [InlineData("--RIOT_API_KEYS", "RGAPI-secret")]
    [InlineData("--RIOT_API_KEYS=RGAPI-secret")]
    [InlineData("--RIOT_API_KEYS", "RGAPI-secret", "--demo")]
    [InlineData("RIOT_API_KEY", "RGAPI-secret")]
    public void The_value_of_a_mistyped_switch_is_never_told(params string[] args) =>
        Assert.DoesNotContain("secret", Assert.Single(CommandLine.Parse(args).Faults).ToString(), StringComparison.Ordinal);

    [Fact]
    public void What_follows_a_mistyped_switch_and_its_value_is_read() => Assert.True(CommandLine.Parse(["--dta", "x", "--demo"]).Demo);

    [Fact]
    public void A_switch_is_no_value_of_another() =>
        Assert.Equal("--data: wants a value", Assert.Single(CommandLine.Parse(["--data", "--demo"]).Faults).ToString());

    [Fact]
    public void The_help_says_where_secrets_are_better_kept() =>
        Assert.All(Setting.Secrets, name => Assert.Contains(name, CommandLine.HelpText.Split(Environment.NewLine).Single(line => line.Contains("can be read by everybody", StringComparison.Ordinal)), StringComparison.Ordinal));

    [Fact]
    public void The_help_names_every_switch() =>
        Assert.All(["--demo", "--lan", "--owner-code", "--help", .. Setting.All.Select(setting => setting.Switch)], name => Assert.Contains(name, CommandLine.HelpText, StringComparison.Ordinal));
}
