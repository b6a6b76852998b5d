using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using MnM.Collector.Storage;
using MnM.Simulator;
using MnM.Tests.Hosting;
using MnM.Web.Hosting;
using MnM.Web.Security;
using MnM.Web.Sharing.Listening;

namespace MnM.Tests.Sharing;

public sealed class SharedCertificateTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly SimulatorClock _clock = new();
    private readonly EphemeralDataProtectionProvider _keys = new();

    /// <summary>Nothing can be written to it while a folder of that name is there.</summary>
    private string Blocked => _folder.File("share-certificate.new");

    [Fact]
    public async Task Https_is_answered_with_a_certificate_of_its_own_whose_fingerprint_is_told()
    {
        var (shown, fingerprint) = await AskAsync();
        using (shown)
        {
            Assert.Equal(fingerprint, string.Join(':', SHA256.HashData(shown.RawData).Select(part => $"{part:X2}")));
            var names = shown.Extensions.OfType<X509SubjectAlternativeNameExtension>().Single();
            Assert.Contains(IPAddress.Parse("192.168.7.7"), names.EnumerateIPAddresses());
            Assert.Contains("mnm.example.org", names.EnumerateDnsNames());
            Assert.Contains(Environment.MachineName, names.EnumerateDnsNames());
            Assert.InRange(shown.NotAfter - shown.NotBefore, TimeSpan.FromDays(390), TimeSpan.FromDays(398));
            using var key = shown.GetECDsaPublicKey();
            Assert.Equal(256, key!.KeySize);
        }

        // The same after a start, since people have compared it; and nobody reads its key in the folder.
        var (again, second) = await AskAsync();
        again.Dispose();
        Assert.Equal(fingerprint, second);
        Assert.DoesNotContain("MnM", Encoding.Latin1.GetString(await File.ReadAllBytesAsync(_folder.File("share-certificate"))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_is_made_anew()
    {
        var (first, fingerprint) = await AskAsync();
        first.Dispose();
        _folder.Write("share-certificate", "broken");
        var (next, second) = await AskAsync();
        next.Dispose();
        Assert.NotEqual(fingerprint, second);
    }

    [Fact]
    public async Task One_that_cannot_be_stored_is_used_all_the_same()
    {
        Directory.CreateDirectory(Blocked);
        var (shown, fingerprint) = await AskAsync();
        using (shown)
        {
            Assert.Equal(fingerprint, string.Join(':', SHA256.HashData(shown.RawData).Select(part => $"{part:X2}")));
        }

        Assert.False(File.Exists(_folder.File("share-certificate")));
    }

    [Fact]
    public void One_that_could_not_be_stored_is_stored_when_that_is_possible()
    {
        using var certificate = Certificate();
        Directory.CreateDirectory(Blocked);
        var fingerprint = certificate.Fingerprint;
        Assert.True(certificate.IsUnkept);

        Directory.Delete(Blocked);
        _clock.Advance(60);
        Assert.Equal((fingerprint, false), (certificate.Fingerprint, certificate.IsUnkept));

        using var later = Certificate();
        Assert.Equal(fingerprint, later.Fingerprint);
    }

    [Fact]
    public void The_one_before_is_used_until_it_ends_where_no_new_one_can_be_stored()
    {
        using var first = Certificate();
        var fingerprint = first.Fingerprint;
        Directory.CreateDirectory(Blocked);
        _clock.Advance(TimeSpan.FromDays(390).TotalSeconds);

        using var later = Certificate();
        Assert.Equal((fingerprint, true), (later.Fingerprint, later.IsUnkept));
        Assert.Equal((fingerprint, true), (first.Fingerprint, first.IsUnkept));

        _clock.Advance(TimeSpan.FromDays(7).TotalSeconds);
        Assert.NotEqual(fingerprint, later.Fingerprint);
        Assert.True(_clock.GetUtcNow() < later.Current.NotAfter);
    }

    [Fact]
    public async Task Without_the_setting_there_is_none()
    {
        await using var mnm = await RunningMnm.StartAsync();
        Assert.Null((string?)JsonNode.Parse(await mnm.Client.GetStringAsync("/api/sharing"))!["fingerprint"]);
        Assert.False(File.Exists(Path.Combine(mnm.DataDirectory, "share-certificate")));
    }

    public void Dispose() => _folder.Dispose();

    private SharedCertificate Certificate() => new(
        _keys, Options.Create(new StorageOptions { DataDirectory = _folder.Path }), Options.Create(new SharingOptions { Https = true }), new LanAddresses(() => []), _clock, NullLogger<SharedCertificate>.Instance);

    private async Task<(X509Certificate2 Shown, string? Fingerprint)> AskAsync()
    {
        var settings = RunningMnm.SettingsFor(_folder, ("SHARE_HTTPS", "true"), ("--urls", "https://127.0.0.1:0"), ("ALLOWED_HOSTS", "mnm.example.org"));
        await using var app = await MnmApp.BuildAsync(settings, services => services.AddSingleton(new LanAddresses(() => [IPAddress.Parse("192.168.7.7")])));
        await app.StartAsync();
        X509Certificate2? shown = null;
        using var client = new HttpClient(new SocketsHttpHandler
        {
            SslOptions =
            {
                RemoteCertificateValidationCallback = (_, certificate, _, _) =>
                {
                    shown = X509CertificateLoader.LoadCertificate(certificate!.GetRawCertData());
                    return shown.Subject == "CN=MnM";
                },
            },
        });
        var answer = JsonNode.Parse(await client.GetStringAsync($"{app.Urls.Single()}/api/sharing"))!;
        return (shown!, (string?)answer["fingerprint"]);
    }
}
