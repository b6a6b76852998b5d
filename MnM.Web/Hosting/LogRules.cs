using Serilog;
using Serilog.Core;
using Serilog.Events;

namespace MnM.Web.Hosting;

/// <summary>How much is logged, and what is struck from it. Both follow the settings while MnM runs.</summary>
internal sealed class LogRules
{
    // The frameworks tell a line per request and query at Information and one per rendered component at Debug.
    private static readonly (string Source, LogEventLevel Least)[] Frameworks =
    [
        ("Microsoft", LogEventLevel.Warning),
        ("System", LogEventLevel.Warning),
        // MnM tells itself, once, why it cannot store; with each attempt of EF Core a full disk would also fill the log.
        ("Microsoft.EntityFrameworkCore", LogEventLevel.Fatal),
        // It warns that its keys are not encrypted: they lie beside the data that they protect.
        ("Microsoft.AspNetCore.DataProtection", LogEventLevel.Error),
        ("Microsoft.AspNetCore.SignalR", LogEventLevel.Warning),
        // With each request that bears a torn cookie it would tell an exception, and anybody can send that.
        ("Microsoft.AspNetCore.Antiforgery", LogEventLevel.Fatal),
    ];

    // It tells what people type, and so a key that is entered.
    private const string Typed = "Microsoft.AspNetCore.SignalR";

    private readonly LoggingLevelSwitch _own = new();
    private readonly LoggingLevelSwitch[] _frameworks = [.. Frameworks.Select(_ => new LoggingLevelSwitch())];
    private volatile IReadOnlyList<string> _secrets = [];

    public LogRules(MnmSettings settings) => Follow(settings);

    /// <summary>Every secret that was in use since the start, the longest first.</summary>
    public IReadOnlyList<string> Secrets => _secrets;

    /// <summary>Logs as these settings want it from now on.</summary>
    public void Follow(MnmSettings settings)
    {
        // A shorter one is no secret, and striking it would make holes in ordinary words.
        const int ShortestSecret = 4;
        _secrets = [.. _secrets.Union(settings.Secrets).Where(secret => secret.Length >= ShortestSecret).OrderByDescending(secret => secret.Length)];
        var level = HostingOptions.LevelOf(settings.Hosting.LogLevel)!.Value;
        _own.MinimumLevel = level;
        foreach (var (place, (source, least)) in Frameworks.Index())
        {
            // Verbose lets all but one through.
            _frameworks[place].MinimumLevel = level is not LogEventLevel.Verbose ? (LogEventLevel)Math.Max((int)level, (int)least)
                : source == Typed ? LogEventLevel.Information
                : level;
        }
    }

    /// <summary>Lets a log follow them.</summary>
    public LoggerConfiguration Apply(LoggerConfiguration configuration)
    {
        configuration.MinimumLevel.ControlledBy(_own);
        foreach (var (place, (source, _)) in Frameworks.Index())
        {
            configuration.MinimumLevel.Override(source, _frameworks[place]);
        }

        return configuration;
    }
}
