using System.Globalization;
using System.Text;
using MnM.Collector.Storage;
using Serilog;
using Serilog.Events;
using Serilog.Extensions.Logging;
using Serilog.Formatting.Display;

namespace MnM.Web.Hosting;

/// <summary>The log: console and a file a day below the data folder.</summary>
internal static class Logs
{
    private const string Template = "{Timestamp:yyyy-MM-dd HH:mm:ss.fff zzz} [{Level:u3}] {SourceContext}: {Message:lj} {RequestId}{NewLine}{Exception}";

    // The frameworks tell a line per request and query at Information and one per rendered component at Debug.
    private static readonly (string Source, LogEventLevel Least)[] Frameworks =
    [
        ("Microsoft", LogEventLevel.Warning),
        ("System", LogEventLevel.Warning),
        // MnM tells itself, once, why it cannot store; with each attempt of EF Core a full disk would also fill the log.
        ("Microsoft.EntityFrameworkCore", LogEventLevel.Fatal),
        // It warns that its keys are not encrypted: they lie beside the data that they protect.
        ("Microsoft.AspNetCore.DataProtection", LogEventLevel.Error),
    ];

    // It tells what people type, and so a key that is entered.
    private static readonly (string Source, LogEventLevel Least) Typed = ("Microsoft.AspNetCore.SignalR", LogEventLevel.Information);

    /// <summary>How many files are kept.</summary>
    public const int FilesKept = 14;

    /// <summary>Folder of the log files.</summary>
    public static string DirectoryOf(StorageOptions storage) => Path.Combine(storage.DataDirectory, "logs");

    /// <summary>Opens the log that <paramref name="settings"/> ask for.</summary>
    public static ILoggerFactory Open(MnmSettings settings)
    {
        MaskingFormatter formatter = new(new MessageTemplateTextFormatter(Template, CultureInfo.InvariantCulture), settings.Secrets);
        var level = HostingOptions.LevelOf(settings.Hosting.LogLevel)!.Value;
        var configuration = new LoggerConfiguration()
            .MinimumLevel.Is(level)
            .Enrich.FromLogContext()
            // Told by the one who starts the host, in words for people.
            .Filter.ByExcluding(line => line.MessageTemplate.Text is "Hosting failed to start")
            .WriteTo.Console(formatter)
            .WriteTo.File(
                formatter,
                Path.Combine(DirectoryOf(settings.Storage), "mnm-.log"),
                rollingInterval: RollingInterval.Day,
                rollOnFileSizeLimit: true,
                fileSizeLimitBytes: 20_000_000,
                retainedFileCountLimit: FilesKept,
                encoding: new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        // Verbose lets all but one through.
        foreach (var (source, least) in level is LogEventLevel.Verbose ? [Typed] : Frameworks)
        {
            configuration.MinimumLevel.Override(source, (LogEventLevel)Math.Max((int)level, (int)least));
        }

        return new Factory(new SerilogLoggerFactory(configuration.CreateLogger(), dispose: true));
    }

    /// <summary>Ends quietly where the disk is full: the last lines are lost, and nobody could be told.</summary>
    private sealed class Factory(SerilogLoggerFactory logs) : ILoggerFactory
    {
        public void AddProvider(ILoggerProvider provider) => logs.AddProvider(provider);

        public Microsoft.Extensions.Logging.ILogger CreateLogger(string categoryName) => logs.CreateLogger(categoryName);

        public void Dispose()
        {
            try
            {
                logs.Dispose();
            }
            catch (IOException)
            {
                // MnM would end with a fault after all has ended well.
            }
        }
    }
}
