using System.Globalization;
using System.Text;
using MnM.Collector.Storage;
using Serilog;
using Serilog.Extensions.Logging;
using Serilog.Formatting.Display;

namespace MnM.Web.Hosting;

/// <summary>The log: console and a file a day below the data folder.</summary>
internal static class Logs
{
    private const string Template = "{Timestamp:yyyy-MM-dd HH:mm:ss.fff zzz} [{Level:u3}] {SourceContext}: {Message:lj} {RequestId}{NewLine}{Exception}";

    /// <summary>How many files are kept.</summary>
    public const int FilesKept = 14;

    /// <summary>Folder of the log files.</summary>
    public static string DirectoryOf(StorageOptions storage) => Path.Combine(storage.DataDirectory, "logs");

    /// <summary>Opens the log that <paramref name="settings"/> ask for.</summary>
    public static ILoggerFactory Open(MnmSettings settings, LogRules? rules = null)
    {
        rules ??= new LogRules(settings);
        MaskingFormatter formatter = new(new MessageTemplateTextFormatter(Template, CultureInfo.InvariantCulture), rules);
        var configuration = rules.Apply(new LoggerConfiguration())
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
