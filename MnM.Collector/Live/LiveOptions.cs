using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace MnM.Collector.Live;

/// <summary>How the running game is found, polled and given up.</summary>
public sealed class LiveOptions : IValidatableObject
{
    /// <summary>Address of the Live Client Data API.</summary>
    [Display(Name = "LIVE_CLIENT_URL", Description = "Address of the running game's own API.")]
    public Uri Url { get; set; } = new("https://127.0.0.1:2999");

    /// <summary>PEM file of the root that signs the game's certificate; null means Riot's own, fetched from <see cref="RootUrl"/>.</summary>
    [Display(Name = "LIVE_CLIENT_ROOT", Description = "PEM file of the root that signs the game's certificate; Riot's where absent.")]
    public string? Root { get; set; }

    /// <summary>Whether any certificate of the game is trusted; only for a loopback address.</summary>
    [Display(Name = "LIVE_CLIENT_ACCEPT_ANY_CERTIFICATE", Description = "true trusts any certificate of the game; loopback only.")]
    public bool AcceptAnyCertificate { get; set; }

    /// <summary>Time from one poll to the next during a game.</summary>
    [Display(Name = "POLLING_INTERVAL_SECONDS", Description = "Seconds between two polls of a running game, 0.25 to 60.")]
    [Range(typeof(TimeSpan), "00:00:00.25", "00:01:00", ErrorMessage = "must be between 0.25 and 60")]
    public TimeSpan PollingInterval { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How long the connection may be gone before a game counts as ended.</summary>
    [Display(Name = "LIVE_GRACE_SECONDS", Description = "Seconds without connection until a game counts as ended, 5 to 600.")]
    [Range(typeof(TimeSpan), "00:00:05", "00:10:00", ErrorMessage = "must be between 5 and 600")]
    public TimeSpan Grace { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>After so many days the recording of a game without a star is deleted; null keeps all for ever.</summary>
    [Display(Name = "RECORDING_DAYS", Description = "Days until a recording without a star is deleted; empty keeps all.")]
    [Range(1, 36500, ErrorMessage = "must be between 1 and 36500")]
    public int? RecordingDays { get; set; }

    /// <summary>Folder of the League client with its lockfile; null means the usual places.</summary>
    [Display(Name = "LEAGUE_CLIENT_PATH", Description = "Folder of the League client, if it is in an unusual place.")]
    public string? ClientPath { get; set; }

    /// <summary>Time between two looks for a game while none runs.</summary>
    public TimeSpan ProbeInterval { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>Where Riot publishes the root that signs the game's certificate.</summary>
    public Uri RootUrl { get; set; } = new("https://static.developer.riotgames.com/docs/lol/riotgames.pem");

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Url.Scheme != Uri.UriSchemeHttps && !(Url.IsLoopback && AcceptAnyCertificate))
        {
            // Without TLS nobody would check who answers.
            yield return new("must begin with https://; http:// goes only for this machine and with LIVE_CLIENT_ACCEPT_ANY_CERTIFICATE=true", [nameof(Url)]);
        }

        if (AcceptAnyCertificate && !Url.IsLoopback)
        {
            yield return new("may be true only where LIVE_CLIENT_URL is a loopback address", [nameof(AcceptAnyCertificate)]);
        }

        if (Root is not null && RootFault(Root) is { } fault)
        {
            yield return new(fault, [nameof(Root)]);
        }
    }

    private static string? RootFault(string path)
    {
        if (!File.Exists(path))
        {
            return $"there is no file \"{path}\"";
        }

        try
        {
            X509Certificate2Collection certificates = [];
            certificates.ImportFromPemFile(path);
            return certificates.Count > 0 ? null : $"\"{path}\" holds no certificate";
        }
        catch (Exception exception) when (exception is CryptographicException or IOException or UnauthorizedAccessException)
        {
            return $"\"{path}\" cannot be read as a certificate";
        }
    }
}
