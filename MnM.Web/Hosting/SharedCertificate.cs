using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;
using MnM.Collector.Storage;
using MnM.Web.Security;
using MnM.Web.Sharing.Listening;

namespace MnM.Web.Hosting;

/// <summary>The certificate by which other machines are answered where SHARE_HTTPS is true: made here, kept encrypted like the keys, the same until it runs out so that its fingerprint can be known.</summary>
internal sealed partial class SharedCertificate(
    IDataProtectionProvider protection, IOptions<StorageOptions> storage, IOptions<SharingOptions> sharing, LanAddresses lan, TimeProvider time, ILogger<SharedCertificate> logger) : IDisposable
{
    // Browsers take none that lasts longer than 398 days.
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(397);
    private static readonly TimeSpan RenewedBefore = TimeSpan.FromDays(14);
    private static readonly TimeSpan ClocksDiffer = TimeSpan.FromDays(1);

    // Every handshake asks.
    private static readonly TimeSpan TriedAgainAfter = TimeSpan.FromMinutes(1);
    private static readonly Oid ServerAuthentication = new("1.3.6.1.5.5.7.3.1");

    private readonly IDataProtector _protector = protection.CreateProtector("MnM.SharedCertificate");
    private readonly string _file = Path.Combine(storage.Value.DataDirectory, "share-certificate");
    private readonly Lock _gate = new();
    private X509Certificate2? _current;
    private byte[]? _unkept;
    private long _triedAt;

    /// <summary>The certificate. Where a new one cannot be stored, the one before until it ends, then the new one out of memory.</summary>
    public X509Certificate2 Current
    {
        get
        {
            lock (_gate)
            {
                if (_unkept is null ? !Lasts(_current, RenewedBefore) : time.GetElapsedTime(_triedAt) >= TriedAgainAfter)
                {
                    Renew();
                }

                return _current = _unkept is null || Lasts(_current, TimeSpan.Zero) ? _current! : Load(_unkept);
            }
        }
    }

    /// <summary>Whether a new one was made and could not be stored: another start makes another.</summary>
    public bool IsUnkept
    {
        get
        {
            lock (_gate)
            {
                return _unkept is not null;
            }
        }
    }

    /// <summary>Its SHA-256 as browsers show it; null where other machines are answered without.</summary>
    public string? Fingerprint => sharing.Value.Https ? string.Join(':', Current.GetCertHash(HashAlgorithmName.SHA256).Select(part => part.ToString("X2", CultureInfo.InvariantCulture))) : null;

    /// <inheritdoc/>
    public void Dispose() => _current?.Dispose();

    private bool Lasts([NotNullWhen(true)] X509Certificate2? certificate, TimeSpan longer) =>
        certificate is not null && time.GetUtcNow() + longer < new DateTimeOffset(certificate.NotAfter);

    // Some systems cannot answer with a key that was only made in memory.
    private static X509Certificate2 Load(byte[] certificate) => X509CertificateLoader.LoadPkcs12(certificate, null);

    private void Renew()
    {
        _current ??= Find();
        if (Lasts(_current, RenewedBefore) && _unkept is null)
        {
            return;
        }

        var made = _unkept ?? Make();
        try
        {
            Write(made);
            (_current, _unkept) = (Load(made), null);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or CryptographicException)
        {
            if (_unkept is null)
            {
                Log.NotKept(logger, fault.Message);
            }

            (_unkept, _triedAt) = (made, time.GetTimestamp());
        }
    }

    private X509Certificate2? Find()
    {
        try
        {
            return Load(_protector.Unprotect(File.ReadAllBytes(_file)));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or CryptographicException)
        {
            return null;
        }
    }

    private byte[] Make()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=MnM", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: false, hasPathLengthConstraint: false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, critical: true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([ServerAuthentication], critical: false));
        request.CertificateExtensions.Add(Names());
        var now = time.GetUtcNow();
        using var made = request.CreateSelfSigned(now - ClocksDiffer, now + Lifetime - ClocksDiffer);
        return made.Export(X509ContentType.Pkcs12);
    }

    private void Write(byte[] certificate)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_file)!);
        var written = _file + ".new";
        File.WriteAllBytes(written, _protector.Protect(certificate));
        File.Move(written, _file, overwrite: true);
    }

    private X509Extension Names()
    {
        var names = new SubjectAlternativeNameBuilder();
        foreach (var name in sharing.Value.AllowedHosts.Concat(["localhost", Environment.MachineName, $"{Environment.MachineName}.local"]).Where(name => !IPAddress.TryParse(name.Trim('[', ']'), out _)))
        {
            names.AddDnsName(name);
        }

        foreach (var address in lan.Read().Concat([IPAddress.Loopback, IPAddress.IPv6Loopback]))
        {
            names.AddIpAddress(address);
        }

        return names.Build();
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "A certificate for sharing was made and could not be stored: {Reason}")]
        public static partial void NotKept(ILogger logger, string reason);
    }
}
