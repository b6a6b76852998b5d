using System.Collections;
using MnM.Web.Hosting;

namespace MnM.Tests.Hosting;

public sealed class SettingsInUseTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void What_was_set_meanwhile_is_followed_but_for_folder_and_port()
    {
        _folder.Write(".env", "DB_PATH=/one/our.db\nAPI_PORT=1\nRIOT_PLATFORM=na1\n");
        var settings = InUse("--lan");
        _folder.Write(".env", "DB_PATH=/two/our.db\nAPI_PORT=2\nAPI_HOST=localhost\nRIOT_PLATFORM=kr\n");

        settings.Follow();

        Assert.Equal("kr", settings.Current.Riot.Platform);
        Assert.Equal(Path.GetFullPath("/one/our.db"), settings.Current.Storage.DatabasePath);
        Assert.Equal(["http://127.0.0.1:1"], settings.Current.Hosting.Addresses);
        Assert.True(settings.Current.IsShared);
        Assert.Null(settings.Fault);
    }

    [Fact]
    public void A_file_that_is_wrong_leaves_the_settings_as_they_are_and_is_told()
    {
        var settings = InUse();
        var before = settings.Current;
        _folder.Write(".env", "RIOT_PLATFORM=mars\n");

        settings.Follow();

        Assert.Same(before, settings.Current);
        Assert.Contains("RIOT_PLATFORM: \"mars\"", settings.Fault, StringComparison.Ordinal);
        Assert.False(settings.GoBack("no"));
    }

    [Fact]
    public void There_is_a_way_back_until_the_new_settings_have_proven_good()
    {
        var settings = InUse();
        var before = settings.Current;
        _folder.Write(".env", "RIOT_PLATFORM=kr\n");
        settings.Follow();

        Assert.True(settings.GoBack("they are no good"));
        Assert.Same(before, settings.Current);
        Assert.Equal("they are no good", settings.Fault);

        settings.Follow();
        settings.Settle();
        Assert.False(settings.GoBack("too late"));
        Assert.Equal("kr", settings.Current.Riot.Platform);
        Assert.Null(settings.Fault);
    }

    [Fact]
    public void A_key_that_was_set_meanwhile_is_struck_from_the_log_and_the_one_before_still_is()
    {
        _folder.Write(".env", "RIOT_API_KEY=RGAPI-one\n");
        var settings = InUse();
        _folder.Write(".env", "RIOT_API_KEY=RGAPI-three\n");

        settings.Follow();

        Assert.Equal(["RGAPI-three", "RGAPI-one"], settings.LogRules.Secrets);
    }

    public void Dispose() => _folder.Dispose();

    private SettingsInUse InUse(params string[] args)
    {
        SettingsSources sources = new(CommandLine.Parse(args), _folder.Path, _folder.Path, new Hashtable());
        var settings = sources.Load();
        return new(settings, sources, new LogRules(settings));
    }
}
