using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Net;
using Serilog.Events;

namespace MnM.Web.Hosting;

/// <summary>Where MnM listens, how much it logs, and how the demo runs.</summary>
public sealed class HostingOptions : IValidatableObject
{
    private const string NoSharing = "use 127.0.0.1, localhost or [::1]; --lan or the page Sharing shares with the local network";

    /// <summary>Addresses to listen on, separated by semicolons; beats <see cref="Host"/> and <see cref="Port"/>.</summary>
    [Display(Name = "--urls", Description = "Address to listen on; beats API_HOST and API_PORT.")]
    public string? Urls { get; set; }

    /// <summary>Name or address to listen on.</summary>
    [Display(Name = "API_HOST", Description = "Name or address to listen on; loopback only.")]
    public string Host { get; set; } = "127.0.0.1";

    /// <summary>Port to listen on; 0 takes a free one.</summary>
    [Display(Name = "API_PORT", Description = "Port to listen on.")]
    [Range(0, 65535, ErrorMessage = "must be between 0 and 65535")]
    public int Port { get; set; } = 5080;

    /// <summary>How much goes to the log, by Serilog's or Microsoft's names.</summary>
    [Display(Name = "LOG_LEVEL", Description = "Verbose, Debug, Information, Warning, Error, Fatal or Off.")]
    public string LogLevel { get; set; } = "Information";

    /// <summary>How much faster than a real game the demo runs.</summary>
    [Display(Name = "--demo-speed", Description = "Speed of the demo's game, 0.25 to 120 times a real one.")]
    [Range(0.25, 120, ErrorMessage = "must be between 0.25 and 120")]
    public double DemoSpeed { get; set; } = 1;

    /// <summary>Which players and games the demo invents.</summary>
    [Display(Name = "--demo-seed", Description = "Number from which the demo's world follows.")]
    public int DemoSeed { get; set; } = 1;

    /// <summary>Origins whose pages may read, separated by commas, semicolons or blanks; none where empty.</summary>
    [Display(Name = "CORS_ORIGINS", Description = "Origins of other pages that may read, such as http://localhost:3000.")]
    public string? Origins { get; set; }

    /// <summary>The same one by one.</summary>
    public IReadOnlyList<string> CorsOrigins => field ??= [.. (Origins ?? "").Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries).Distinct()];

    /// <summary>The addresses to listen on.</summary>
    public IReadOnlyList<string> Addresses => Urls is null
        ? [$"http://{(Host.Contains(':') && Host[0] != '[' ? $"[{Host}]" : Host)}:{Port.ToString(CultureInfo.InvariantCulture)}"]
        : Urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>The least level that is logged; null for a word that is none.</summary>
    public static LogEventLevel? LevelOf(string word) => word.ToUpperInvariant() switch
    {
        "VERBOSE" or "TRACE" => LogEventLevel.Verbose,
        "DEBUG" => LogEventLevel.Debug,
        "INFORMATION" => LogEventLevel.Information,
        "WARNING" => LogEventLevel.Warning,
        "ERROR" => LogEventLevel.Error,
        "FATAL" or "CRITICAL" => LogEventLevel.Fatal,
        "OFF" or "NONE" => LogEventLevel.Fatal + 1,
        _ => null,
    };

    /// <summary>Whether <paramref name="host"/> can only mean this machine.</summary>
    public static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (LevelOf(LogLevel) is null)
        {
            yield return new($"\"{LogLevel}\" is none of Verbose, Debug, Information, Warning, Error, Fatal, Off", [nameof(LogLevel)]);
        }

        if (!IsLoopback(Host))
        {
            yield return new($"\"{Host}\" is not this machine alone: {NoSharing}", [nameof(Host)]);
        }

        if (Urls is not null && Addresses.Count == 0)
        {
            yield return new("holds no address", [nameof(Urls)]);
        }

        foreach (var origin in CorsOrigins)
        {
            if (OriginFault(origin) is { } fault)
            {
                yield return new(fault, [nameof(Origins)]);
            }
        }

        foreach (var address in Urls is null ? [] : Addresses)
        {
            if (UrlFault(address) is { } fault)
            {
                yield return new(fault, [nameof(Urls)]);
            }
        }
    }

    private static string? UrlFault(string address)
    {
        // Kestrel's wildcards are no host names, so Uri would call them malformed and hide the true reason.
        if (address.Contains("//*", StringComparison.Ordinal) || address.Contains("//+", StringComparison.Ordinal))
        {
            return $"\"{address}\" is not this machine alone: {NoSharing}";
        }

        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
        {
            return $"\"{address}\" is not an address such as http://127.0.0.1:5080";
        }

        return !IsLoopback(uri.Host) ? $"\"{address}\" is not this machine alone: {NoSharing}"
            : uri.PathAndQuery is not "/" ? $"\"{address}\" holds more than scheme, host and port"
            : null;
    }

    // A browser sends an origin in one way only; another way to write it would never match, and nobody would see why.
    private static string? OriginFault(string origin) =>
        origin.Contains('*', StringComparison.Ordinal) ? $"\"{origin}\" stands for many origins; name each of them"
        : !Uri.TryCreate(origin, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https") || uri.Host.Length == 0 ? $"\"{origin}\" is not an origin such as http://localhost:3000"
        : OriginOf(uri) is var exact && exact != origin ? $"\"{origin}\" is not how a browser names it: {exact}"
        : null;

    private static string OriginOf(Uri uri)
    {
        // Host has the brackets of IPv6, IdnHost the letters that other scripts are sent in.
        var host = uri.HostNameType == UriHostNameType.IPv6 ? uri.Host : uri.IdnHost;
        return uri.IsDefaultPort ? $"{uri.Scheme}://{host}" : string.Create(CultureInfo.InvariantCulture, $"{uri.Scheme}://{host}:{uri.Port}");
    }
}
