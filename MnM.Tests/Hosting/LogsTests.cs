using Microsoft.Extensions.Logging;
using MnM.Collector.Storage;
using MnM.Web.Hosting;

namespace MnM.Tests.Hosting;

public sealed class LogsTests : IDisposable
{
    private const string Key = "RGAPI-12345678-1234";
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void A_key_never_reaches_the_log()
    {
        var text = Logged([("RIOT_API_KEY", Key), ("RIOT_TFT_API_KEY", $"{Key}-tft")], logger =>
        {
#pragma warning disable CA2254, CA1848, CA1873 // What must not be done is done on purpose.
            logger.LogInformation($"asked with {Key} and {Key}-tft");
            logger.LogInformation("asked with {Key} by {@Request}", Key, new { Header = Key });
            logger.LogError(new InvalidOperationException($"refused {Key}", new IOException(Key)), "asked");
            using (logger.BeginScope("{Key}", Key))
            {
                logger.LogInformation("asked in a scope");
            }
#pragma warning restore CA2254, CA1848, CA1873
        });

        Assert.Contains("asked with *** and ***", text, StringComparison.Ordinal);
        Assert.DoesNotContain(Key, text, StringComparison.Ordinal);
        Assert.DoesNotContain("-tft", text, StringComparison.Ordinal);
    }

    [FullDiskFact]
    public void A_full_disk_does_not_end_MnM_with_a_fault()
    {
        var settings = RunningMnm.SettingsFor(_folder, ("LOG_LEVEL", "Information"));
        var logs = Logs.DirectoryOf(settings.Storage);
        Directory.CreateDirectory(logs);
        foreach (var day in new[] { 0, 1 }.Select(days => TimeProvider.System.GetLocalNow().AddDays(days)))
        {
            File.CreateSymbolicLink(Path.Combine(logs, $"mnm-{day:yyyyMMdd}.log"), FullDiskFactAttribute.Device);
        }

        var factory = Logs.Open(settings);
        factory.CreateLogger("MnM").Log(LogLevel.Information, 0, "a line", null, (text, _) => text);

        Assert.Null(Record.Exception(factory.Dispose));
    }

    [Fact]
    public void The_log_is_UTF_8_below_the_data_folder() =>
        Assert.Contains("Zoë 한국어", Logged([], logger => logger.Log(LogLevel.Information, 0, "Zoë 한국어", null, (text, _) => text)), StringComparison.Ordinal);

    [Fact]
    public void Frameworks_are_heard_from_warnings_on()
    {
        var text = Logged([], logger: null, factory =>
        {
            factory.CreateLogger("Microsoft.AspNetCore.Routing").Log(LogLevel.Information, 0, "chatter", null, (text, _) => text);
            factory.CreateLogger("MnM.Web").Log(LogLevel.Information, 0, "news", null, (text, _) => text);
        });

        Assert.DoesNotContain("chatter", text, StringComparison.Ordinal);
        Assert.Contains("news", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_failed_command_of_the_database_is_not_told_beside_MnM_s_own_word()
    {
        var text = Logged([], logger: null, factory =>
        {
            factory.CreateLogger("Microsoft.EntityFrameworkCore.Database.Command").Log(LogLevel.Error, 0, "disk full", null, (text, _) => text);
            factory.CreateLogger("Microsoft.AspNetCore.DataProtection.KeyManagement").Log(LogLevel.Warning, 0, "not encrypted", null, (text, _) => text);
            factory.CreateLogger("Microsoft.AspNetCore.DataProtection.KeyManagement").Log(LogLevel.Error, 0, "no keys", null, (text, _) => text);
        });

        Assert.DoesNotContain("disk full", text, StringComparison.Ordinal);
        Assert.DoesNotContain("not encrypted", text, StringComparison.Ordinal);
        Assert.Contains("no keys", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("MnM.Tests")]
    [InlineData("Microsoft.AspNetCore.DataProtection")]
    [InlineData("Microsoft.EntityFrameworkCore")]
    public void A_level_that_is_off_writes_nothing(string source) =>
        Assert.Equal("", Logged([("LOG_LEVEL", "Off")], null, all => all.CreateLogger(source).Log(LogLevel.Critical, 0, "loud", null, (text, _) => text)));

    [Fact]
    public void Fourteen_files_are_kept()
    {
        var logs = Directory.CreateDirectory(_folder.File("logs"));
        foreach (var day in Enumerable.Range(1, 20))
        {
            File.WriteAllText(Path.Combine(logs.FullName, $"mnm-202001{day:00}.log"), "old");
        }

        Logged([], logger => logger.Log(LogLevel.Information, 0, "new", null, (text, _) => text));

        Assert.Equal(Logs.FilesKept, logs.GetFiles().Length);
    }

    public void Dispose() => _folder.Dispose();

    private string Logged((string, string)[] settings, Action<ILogger>? logger, Action<ILoggerFactory>? all = null)
    {
        using (var factory = Logs.Open(RunningMnm.SettingsFor(_folder, [("LOG_LEVEL", "Information"), .. settings])))
        {
            logger?.Invoke(factory.CreateLogger("MnM.Tests"));
            all?.Invoke(factory);
        }

        var files = Directory.Exists(Logs.DirectoryOf(new StorageOptions { DataDirectory = _folder.Path }))
            ? Directory.GetFiles(_folder.File("logs")).Where(file => !Path.GetFileName(file).StartsWith("mnm-2020", StringComparison.Ordinal))
            : [];
        return string.Concat(files.Select(File.ReadAllText));
    }
}
