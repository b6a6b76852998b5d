using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace MnM.Collector.Insights.Language;

/// <summary>Says at the start which language model is set up, and what is to be minded of it.</summary>
internal sealed partial class LanguageNotice(IOptions<LanguageOptions> options, LanguageStore store, ILogger<LanguageNotice> logger) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (options.Value is not { Endpoint: { } endpoint } set)
        {
            return;
        }

        if (await store.FindConsentAsync(cancellationToken) is null)
        {
            Log.NotAgreed(logger, set.Model, endpoint);
        }
        else
        {
            Log.InUse(logger, set.Model, endpoint);
        }

        if (set.IsUnencrypted)
        {
            Log.Unencrypted(logger, endpoint);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Insights are written by the language model {Model} at {Endpoint}")]
        public static partial void InUse(ILogger logger, string model, Uri endpoint);

        [LoggerMessage(Level = LogLevel.Information, Message = "The language model {Model} at {Endpoint} is set up; nothing is sent to it before you agree on the page /insights")]
        public static partial void NotAgreed(ILogger logger, string model, Uri endpoint);

        [LoggerMessage(Level = LogLevel.Warning, Message = "What goes to {Endpoint} is not encrypted: whoever shares the network can read it, and INSIGHTS_API_KEY with it")]
        public static partial void Unencrypted(ILogger logger, Uri endpoint);
    }
}
