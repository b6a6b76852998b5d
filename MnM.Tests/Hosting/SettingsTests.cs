using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MnM.Collector.Storage;
using MnM.Web.Hosting;

namespace MnM.Tests.Hosting;

public sealed class SettingsTests
{
    [Fact]
    public void Without_settings_MnM_listens_on_5080_of_this_machine_and_polls_each_second()
    {
        var settings = MnmSettings.From(new Dictionary<string, string>());

        Assert.Equal(["http://127.0.0.1:5080"], settings.Hosting.Addresses);
        Assert.Equal(TimeSpan.FromSeconds(1), settings.Live.PollingInterval);
        Assert.Equal(TimeSpan.FromSeconds(60), settings.Live.Grace);
        Assert.Equal(new Uri("https://127.0.0.1:2999"), settings.Live.Url);
        Assert.Equal(StorageOptions.DefaultDirectory, settings.Storage.DataDirectory);
        Assert.Equal("en_US", settings.StaticData.Language);
        Assert.Null(settings.Riot.Region);
    }

    [Theory]
    [InlineData("RIOT_PLATFORM", "euw2")]
    [InlineData("RIOT_PLATFORM", "ph2")]
    [InlineData("RIOT_REGION", "esports")]
    [InlineData("RIOT_API_KEY", "two words")]
    [InlineData("POLLING_INTERVAL_SECONDS", "0.2")]
    [InlineData("POLLING_INTERVAL_SECONDS", "61")]
    [InlineData("POLLING_INTERVAL_SECONDS", "1,5")]
    [InlineData("POLLING_INTERVAL_SECONDS", "NaN")]
    [InlineData("POLLING_INTERVAL_SECONDS", "1e300")]
    [InlineData("LIVE_GRACE_SECONDS", "4")]
    [InlineData("LIVE_GRACE_SECONDS", "601")]
    [InlineData("LOG_LEVEL", "Loud")]
    [InlineData("API_PORT", "65536")]
    [InlineData("API_PORT", "80a")]
    [InlineData("API_HOST", "0.0.0.0")]
    [InlineData("API_HOST", "192.168.1.4")]
    [InlineData("API_HOST", "example.org")]
    [InlineData("--urls", "http://*:5080")]
    [InlineData("--urls", "http://+:5080")]
    [InlineData("--urls", "http://[::]:5080")]
    [InlineData("--urls", "http://127.0.0.1:1;http://10.0.0.1:1")]
    [InlineData("--urls", "http://127.0.0.1.example.org:1")]
    [InlineData("--urls", "ftp://127.0.0.1")]
    [InlineData("--urls", "127.0.0.1:5080")]
    [InlineData("--urls", ";")]
    [InlineData("CORS_ORIGINS", "*")]
    [InlineData("CORS_ORIGINS", "http://*.example.org")]
    [InlineData("CORS_ORIGINS", "null")]
    [InlineData("CORS_ORIGINS", "localhost:3000")]
    [InlineData("CORS_ORIGINS", "ftp://localhost")]
    [InlineData("CORS_ORIGINS", "file:///c:/page.html")]
    [InlineData("CORS_ORIGINS", "http://localhost:3000/")]
    [InlineData("CORS_ORIGINS", "http://localhost:3000/app")]
    [InlineData("CORS_ORIGINS", "http://localhost:3000?x=1")]
    [InlineData("CORS_ORIGINS", "http://me@localhost:3000")]
    [InlineData("CORS_ORIGINS", "http://LOCALHOST:3000")]
    [InlineData("CORS_ORIGINS", "http://localhost:80")]
    [InlineData("CORS_ORIGINS", "http://localhost:3000,https://example.org:443")]
    [InlineData("--demo-speed", "0.2")]
    [InlineData("--demo-speed", "121")]
    [InlineData("--demo-seed", "1.5")]
    [InlineData("LIVE_CLIENT_URL", "127.0.0.1:2999")]
    [InlineData("LIVE_CLIENT_URL", "http://127.0.0.1:2999")]
    [InlineData("LIVE_CLIENT_URL", "http://192.168.1.4:2999")]
    [InlineData("LIVE_CLIENT_ROOT", "/no/such/file.pem")]
    [InlineData("LIVE_CLIENT_ACCEPT_ANY_CERTIFICATE", "perhaps")]
    [InlineData("RIOT_BASE_URL", "https://api.riotgames.com")]
    [InlineData("RIOT_BASE_URL", "{route}")]
    [InlineData("DATA_DRAGON_URL", "ddragon")]
    [InlineData("DB_PATH", "/")]
    [InlineData("DB_PATH", "/mine/tft.db")]
    [InlineData("DB_PATH", "/mine/TFT.db-wal")]
    [InlineData("DB_PATH", "/mine/mnm.lock")]
    [InlineData("DB_PATH", "/mine/mnm.address")]
    [InlineData("DB_PATH", "/mine/owner-code")]
    [InlineData("DB_PATH", "/mine/welcomed")]
    [InlineData("STATIC_DATA_LANGUAGE", "english")]
    public void A_wrong_value_stops_the_start_by_name(string name, string value)
    {
        var stopped = Assert.Throws<StartException>(() => MnmSettings.From(new Dictionary<string, string> { [name] = value }));

        Assert.Equal(StartException.WrongSettings, stopped.ExitCode);
        Assert.StartsWith($"  {name}: ", Assert.Single(stopped.Message.Split(Environment.NewLine).Skip(1)), StringComparison.Ordinal);
    }

    [Fact]
    public void All_wrong_values_are_told_at_once()
    {
        Dictionary<string, string> values = new()
        {
            ["API_HOST"] = "0.0.0.0",
            ["API_PORT"] = "x",
            ["POLLING_INTERVAL_SECONDS"] = "0",
            ["LIVE_GRACE_SECONDS"] = "0",
            ["LIVE_CLIENT_ROOT"] = "/no/such/file",
            ["RIOT_PLATFORM"] = "mars",
            ["STATIC_DATA_LANGUAGE"] = "x",
        };

        var message = Assert.Throws<StartException>(() => MnmSettings.From(values, [new(".env line 3", "is broken")])).Message;

        Assert.All([".env line 3", .. values.Keys], name => Assert.Contains($"  {name}: ", message, StringComparison.Ordinal));
        Assert.Contains("--lan or the page Sharing shares with the local network", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", new string[0])]
    [InlineData("http://localhost:3000", new[] { "http://localhost:3000" })]
    [InlineData("http://localhost:3000, https://example.org;http://[::1]:8080", new[] { "http://localhost:3000", "https://example.org", "http://[::1]:8080" })]
    [InlineData("https://xn--mller-kva.example", new[] { "https://xn--mller-kva.example" })]
    public void Origins_are_named_one_by_one(string value, string[] origins) => Assert.Equal(origins, With("CORS_ORIGINS", value).Hosting.CorsOrigins);

    [Fact]
    public void A_fault_never_tells_a_key()
    {
        var message = Assert.Throws<StartException>(() => MnmSettings.From(new Dictionary<string, string> { ["RIOT_API_KEY"] = "RGAPI very secret" })).Message;

        Assert.DoesNotContain("secret", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("EUW1", "europe")]
    [InlineData("kr", "asia")]
    [InlineData("oc1", "sea")]
    [InlineData("la2", "americas")]
    public void The_region_follows_from_the_platform(string platform, string region) => Assert.Equal(region, With("RIOT_PLATFORM", platform).Riot.Region);

    [Fact]
    public void A_region_that_is_given_stands() =>
        Assert.Equal("asia", MnmSettings.From(new Dictionary<string, string> { ["RIOT_PLATFORM"] = "sg2", ["RIOT_REGION"] = "asia" }).Riot.Region);

    [Fact]
    public void The_key_for_TFT_is_the_other_one_where_it_is_absent() => Assert.Equal("abc", With("RIOT_API_KEY", "abc").Riot.TftApiKey);

    [Fact]
    public void A_route_becomes_an_address() =>
        Assert.Equal(new Uri("http://127.0.0.1:7/euw1/"), With("RIOT_BASE_URL", "http://127.0.0.1:7/{route}").Riot.AddressOf("euw1"));

    [Fact]
    public void A_base_address_ends_with_a_slash() => Assert.Equal("http://127.0.0.1:7/dd/", With("DATA_DRAGON_URL", "http://127.0.0.1:7/dd").StaticData.BaseUrl.AbsoluteUri);

    [Fact]
    public void The_database_path_names_the_folder_of_all_the_rest()
    {
        using TemporaryFolder folder = new();

        var storage = With("DB_PATH", folder.File("our.db")).Storage;

        Assert.Equal(folder.File("our.db"), storage.DatabasePath);
        Assert.Equal(folder.Path, storage.DataDirectory);
    }

    [Theory]
    [InlineData("/elsewhere/our.db")]
    [InlineData("/elsewhere/tft.db")]
    [InlineData("/")]
    public void The_data_switch_beats_the_database_path_whatever_that_says(string path)
    {
        using TemporaryFolder folder = new();

        var storage = MnmSettings.From(new Dictionary<string, string> { ["DB_PATH"] = path, ["--data"] = folder.Path }).Storage;

        Assert.Equal(folder.Path, storage.DataDirectory);
        Assert.Equal(folder.File("mnm.db"), storage.DatabasePath);
    }

    [Fact]
    public void Any_certificate_is_accepted_on_this_machine_alone()
    {
        Dictionary<string, string> values = new() { ["LIVE_CLIENT_ACCEPT_ANY_CERTIFICATE"] = "true" };
        Assert.True(MnmSettings.From(values).Live.AcceptAnyCertificate);

        values["LIVE_CLIENT_URL"] = "https://192.168.1.4:2999";
        Assert.Contains("LIVE_CLIENT_ACCEPT_ANY_CERTIFICATE: ", Assert.Throws<StartException>(() => MnmSettings.From(values)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://127.0.0.1:2999", true)]
    [InlineData("http://192.168.1.4:2999", false)]
    public void The_game_is_asked_without_TLS_only_on_this_machine_and_on_purpose(string url, bool isFine)
    {
        var read = Record.Exception(() => MnmSettings.From(new Dictionary<string, string> { ["LIVE_CLIENT_ACCEPT_ANY_CERTIFICATE"] = "true", ["LIVE_CLIENT_URL"] = url }));

        Assert.Equal(isFine, read is null);
        Assert.True(isFine || read!.Message.Contains("  LIVE_CLIENT_URL: must begin with https://", StringComparison.Ordinal));
    }

    [Fact]
    public void A_root_must_be_a_certificate()
    {
        using TemporaryFolder folder = new();
        using var key = RSA.Create(2048);
        using var certificate = new CertificateRequest("CN=root", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(90));

        var good = folder.Write("good.pem", certificate.ExportCertificatePem());
        Assert.Equal(good, With("LIVE_CLIENT_ROOT", good).Live.Root);
        Assert.Throws<StartException>(() => With("LIVE_CLIENT_ROOT", folder.Write("bad.pem", "no certificate")));
    }

    [Theory]
    [InlineData("127.0.0.1", "http://127.0.0.1:5080")]
    [InlineData("localhost", "http://localhost:5080")]
    [InlineData("::1", "http://[::1]:5080")]
    [InlineData("[::1]", "http://[::1]:5080")]
    public void A_loopback_host_becomes_an_address(string host, string address) => Assert.Equal([address], With("API_HOST", host).Hosting.Addresses);

    [Theory]
    [InlineData("trace")]
    [InlineData("Verbose")]
    [InlineData("critical")]
    [InlineData("None")]
    public void Log_levels_go_by_both_families_of_names(string level) => Assert.NotNull(HostingOptions.LevelOf(With("LOG_LEVEL", level).Hosting.LogLevel));

    [Fact]
    public void The_demo_keeps_no_setting_that_leads_to_real_data()
    {
        var real = MnmSettings.From(new Dictionary<string, string>
        {
            ["DB_PATH"] = "/real/our.db",
            ["RIOT_API_KEY"] = "real-key",
            ["LEAGUE_CLIENT_PATH"] = "/real/league",
            ["POLLING_INTERVAL_SECONDS"] = "2",
        });

        var demo = real.ForDemo(new Dictionary<string, string> { ["LIVE_CLIENT_URL"] = "https://127.0.0.1:7" });

        Assert.True(demo.IsDemo);
        Assert.Equal(Path.GetFullPath("/real/demo/mnm.db"), demo.Storage.DatabasePath);
        Assert.Null(demo.Riot.ApiKey);
        Assert.Null(demo.Live.ClientPath);
        Assert.Equal(7, demo.Live.Url.Port);
        Assert.Equal(TimeSpan.FromSeconds(2), demo.Live.PollingInterval);
    }

    private static MnmSettings With(string name, string value) => MnmSettings.From(new Dictionary<string, string> { [name] = value });
}
