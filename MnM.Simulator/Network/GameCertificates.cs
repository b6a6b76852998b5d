using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace MnM.Simulator.Network;

/// <summary>A root of the simulator's own and the game's certificate under it, made like Riot's: CN=rclient and no word of 127.0.0.1.</summary>
public sealed class GameCertificates : IDisposable
{
    // Fixed as in Riot's root, so that a test's clock does not matter to the chain.
    private static readonly DateTimeOffset NotBefore = new(2013, 12, 4, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset NotAfter = new(2043, 11, 27, 0, 0, 0, TimeSpan.Zero);

    public GameCertificates()
    {
        using var rootKey = RSA.Create(2048);
        var rootRequest = Request("CN=MnM Simulator Game Certificate Authority, O=MnM", rootKey);
        rootRequest.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        rootRequest.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, true));
        using var root = rootRequest.CreateSelfSigned(NotBefore, NotAfter);
        RootPem = root.ExportCertificatePem();

        using var leafKey = RSA.Create(2048);
        var serial = new byte[8];
        RandomNumberGenerator.Fill(serial);
        serial[0] &= 0x7f;
        using var bare = Request("CN=rclient, O=MnM", leafKey).Create(root, NotBefore, NotAfter, serial);
        using var leaf = bare.CopyWithPrivateKey(leafKey);

        // Windows serves TLS only with a key that was imported.
        Leaf = X509CertificateLoader.LoadPkcs12(leaf.Export(X509ContentType.Pkcs12), null);
    }

    public string RootPem { get; }

    public X509Certificate2 Leaf { get; }

    public void Dispose() => Leaf.Dispose();

    private static CertificateRequest Request(string subject, RSA key) => new(subject, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
}
