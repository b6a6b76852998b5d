using System.Collections;
using MnM.Web.Hosting;

namespace MnM.Tests.Hosting;

public sealed class SettingsSourcesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Hashtable _environment = [];

    [Fact]
    public void Later_sources_beat_earlier_ones()
    {
        _folder.Write("appsettings.json", """{ "API_PORT": 1001, "LIVE_GRACE_SECONDS": "11", "RIOT_PLATFORM": "kr", "LOG_LEVEL": "Debug" }""");
        _folder.Write(".env", "API_PORT=1002\nLIVE_GRACE_SECONDS=12\nRIOT_PLATFORM=na1\n");
        _environment["API_PORT"] = "1003";
        _environment["LIVE_GRACE_SECONDS"] = "13";

        var settings = Load("--API_PORT", "1004");

        Assert.Equal(1004, settings.Hosting.Port);
        Assert.Equal(TimeSpan.FromSeconds(13), settings.Live.Grace);
        Assert.Equal("na1", settings.Riot.Platform);
        Assert.Equal("Debug", settings.Hosting.LogLevel);
    }

    [Fact]
    public void The_urls_switch_beats_host_and_port() =>
        Assert.Equal(["http://localhost:7000"], Load("--API_PORT=1", "--urls", "http://localhost:7000").Hosting.Addresses);

    [Fact]
    public void An_empty_value_is_one_that_was_left_out()
    {
        _folder.Write(".env", "API_PORT=1002\nRIOT_API_KEY=\n");
        _environment["API_PORT"] = "";

        var settings = Load();

        Assert.Equal(1002, settings.Hosting.Port);
        Assert.Null(settings.Riot.ApiKey);
    }

    [Fact]
    public void Faults_of_all_sources_are_told_at_once()
    {
        _folder.Write("appsettings.json", "{ no json");
        _folder.Write(".env", "RIOT_PLATTFORM=euw1\nno assignment\n");
        _environment["LOG_LEVEL"] = "Loud";

        var message = Assert.Throws<StartException>(() => Load("--nonsense", "--API_PORT", "x")).Message;

        Assert.All(
            ["--nonsense: ", "appsettings.json: ", ".env line 1: ", "did you mean RIOT_PLATFORM?", ".env line 2: ", "LOG_LEVEL: ", "API_PORT: "],
            part => Assert.Contains(part, message, StringComparison.Ordinal));
    }

    public void Dispose() => _folder.Dispose();

    private MnmSettings Load(params string[] args) => new SettingsSources(CommandLine.Parse(args), _folder.Path, _folder.Path, _environment).Load();
}
