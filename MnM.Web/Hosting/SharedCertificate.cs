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
internal sealed class SharedCertificate(IDataProtectionProvider protection, IOptions<StorageOptions> storage, IOptions<SharingOptions> sharing, LanAddresses lan, TimeProvider time) : IDisposable
{
    // Browsers take none that lasts longer than 398 days.
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(397);
    private static readonly TimeSpan RenewedBefore = TimeSpan.FromDays(14);
    private static readonly TimeSpan ClocksDiffer = TimeSpan.FromDays(1);
    private static readonly Oid ServerAuthentication = new("1.3.6.1.5.5.7.3.1");

    private readonly IDataProtector _protector = protection.CreateProtector("MnM.SharedCertificate");
    private readonly string _file = Path.Combine(storage.Value.DataDirectory, "share-certificate");
    private readonly Lock _gate = new();
    private X509Certificate2? _current;

    /// <summary>The certificate.</summary>
    public X509Certificate2 Current
    {
        get
        {
            lock (_gate)
            {
                return _current = IsGood(_current) ? _current : Find() ?? Make();
            }
        }
    }

    /// <summary>Its SHA-256 as browsers show it; null where other machines are answered without.</summary>
    public string? Fingerprint => sharing.Value.Https ? string.Join(':', Current.GetCertHash(HashAlgorithmName.SHA256).Select(part => part.ToString("X2", CultureInfo.InvariantCulture))) : null;

    /// <inheritdoc/>
    public void Dispose() => _current?.Dispose();

    private bool IsGood([NotNullWhen(true)] X509Certificate2? certificate) =>
        certificate is not null && time.GetUtcNow() < new DateTimeOffset(certificate.NotAfter) - RenewedBefore;

    private X509Certificate2? Find()
    {
        try
        {
            var kept = X509CertificateLoader.LoadPkcs12(_protector.Unprotect(File.ReadAllBytes(_file)), null);
            return IsGood(kept) ? kept : null;
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException or CryptographicException)
        {
            return null;
        }
    }

    private X509Certificate2 Make()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=MnM", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: false, hasPathLengthConstraint: false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, critical: true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([ServerAuthentication], critical: false));
        request.CertificateExtensions.Add(Names());
        var now = time.GetUtcNow();
        using var made = request.CreateSelfSigned(now - ClocksDiffer, now + Lifetime - ClocksDiffer);
        var bytes = made.Export(X509ContentType.Pkcs12);
        Directory.CreateDirectory(Path.GetDirectoryName(_file)!);
        var written = _file + ".new";
        File.WriteAllBytes(written, _protector.Protect(bytes));
        File.Move(written, _file, overwrite: true);

        // Read back: some systems cannot answer with a key that was only made in memory.
        return X509CertificateLoader.LoadPkcs12(bytes, null);
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
}
