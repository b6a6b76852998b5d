using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using MnM.Collector.Storage;

namespace MnM.Collector.Live;

/// <summary>
/// Decides whether the program that answers on the game's or the League client's port is that: its certificate must lead to Riot's root, which is known by its SHA-256,
/// or to the root of LIVE_CLIENT_ROOT. Riot's root is fetched once and kept in the data folder.
/// </summary>
public sealed partial class GameCertificate(
    IHttpClientFactory clients, IOptions<LiveOptions> options, IOptions<StorageOptions> storage, TimeProvider time, ILogger<GameCertificate> logger)
{
    /// <summary>"LoL Game Engineering Certificate Authority", valid to 2043-11-27.</summary>
    internal const string RiotFingerprint = "CA8C9D325B4CDC464C6C94A585C85E91EC23D40BA5BF3AE2822B951A4A504EA3";

    /// <summary>The HTTP client that fetches the root.</summary>
    internal const string ClientName = "riot-root";

    private static readonly TimeSpan RetryAfter = TimeSpan.FromMinutes(1);
    private X509Certificate2? _root;
    private long? _triedAt;

    /// <summary>How certificates are checked now.</summary>
    public LiveTrust Trust => options.Value.AcceptAnyCertificate ? LiveTrust.AnyOnLoopback
        : _root is null ? LiveTrust.RootMissing
        : options.Value.Root is null ? LiveTrust.RiotRoot
        : LiveTrust.GivenRoot;

    /// <summary>Why there is no root, for people; null where there is one.</summary>
    public string? Fault { get; private set; }

    /// <summary>Gets hold of the root where it is not there yet; asks Riot at most once a minute.</summary>
    public async Task EnsureAsync(CancellationToken cancellationToken)
    {
        if (Trust != LiveTrust.RootMissing || (_triedAt is { } tried && time.GetElapsedTime(tried) < RetryAfter))
        {
            return;
        }

        _root = options.Value.Root is { } file ? await ReadGivenAsync(file, cancellationToken)
            : await ReadKeptAsync(cancellationToken) ?? await FetchAsync(cancellationToken);
        _triedAt = time.GetTimestamp();
    }

    /// <summary>For the TLS handshake with the game: whether this is it.</summary>
    internal bool Accept(X509Certificate? certificate, SslPolicyErrors errors) => Accept(certificate, errors, options.Value.Url.IsLoopback);

    /// <summary>For the TLS handshake with the League client, which has the same root and is always on this machine.</summary>
    internal bool AcceptClient(X509Certificate? certificate, SslPolicyErrors errors) => Accept(certificate, errors, onLoopback: true);

    private bool Accept(X509Certificate? certificate, SslPolicyErrors errors, bool onLoopback)
    {
        if (options.Value.AcceptAnyCertificate && onLoopback)
        {
            return true;
        }

        // The game's certificate is made out to "rclient"; a name that does not match is expected on this machine, and only there.
        var mayMismatch = onLoopback ? SslPolicyErrors.RemoteCertificateNameMismatch : SslPolicyErrors.None;
        if (_root is null || certificate is null || (errors & ~mayMismatch & ~SslPolicyErrors.RemoteCertificateChainErrors) != 0)
        {
            return false;
        }

        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.Add(_root);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        using var leaf = new X509Certificate2(certificate);
        return chain.Build(leaf);
    }

    private async Task<X509Certificate2?> ReadGivenAsync(string file, CancellationToken cancellationToken)
    {
        try
        {
            return X509Certificate2.CreateFromPem(await File.ReadAllTextAsync(file, cancellationToken));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or CryptographicException)
        {
            return Missing($"The root in LIVE_CLIENT_ROOT cannot be read: {fault.Message}");
        }
    }

    private string KeptFile => Path.Combine(storage.Value.DataDirectory, "keys", "riotgames.pem");

    private async Task<X509Certificate2?> ReadKeptAsync(CancellationToken cancellationToken) =>
        File.Exists(KeptFile) ? Known(await File.ReadAllTextAsync(KeptFile, cancellationToken)) : null;

    private async Task<X509Certificate2?> FetchAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var client = clients.CreateClient(ClientName);
            var pem = await client.GetStringAsync(options.Value.RootUrl, cancellationToken);
            if (Known(pem) is not { } root)
            {
                return Missing($"{options.Value.RootUrl} is not the certificate that Riot's games are known by.");
            }

            Directory.CreateDirectory(Path.GetDirectoryName(KeptFile)!);
            var part = KeptFile + ".part";
            await File.WriteAllTextAsync(part, pem, cancellationToken);
            File.Move(part, KeptFile, overwrite: true);
            Fault = null;
            Log.Fetched(logger, options.Value.RootUrl);
            return root;
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException or UnauthorizedAccessException
            || (fault is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return Missing($"Riot's certificate could not be fetched from {options.Value.RootUrl.Host}: {fault.Message}");
        }
    }

    private X509Certificate2? Missing(string reason)
    {
        if (Fault != reason)
        {
            Log.Missing(logger, reason);
        }

        Fault = reason;
        return null;
    }

    private static X509Certificate2? Known(string pem)
    {
        try
        {
            var certificate = X509Certificate2.CreateFromPem(pem);
            return certificate.GetCertHashString(HashAlgorithmName.SHA256) == RiotFingerprint ? certificate : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Riot's root certificate fetched from {Address} and kept")]
        public static partial void Fetched(ILogger logger, Uri address);

        [LoggerMessage(Level = LogLevel.Warning, Message = "No game can be read: {Reason}")]
        public static partial void Missing(ILogger logger, string reason);
    }
}
