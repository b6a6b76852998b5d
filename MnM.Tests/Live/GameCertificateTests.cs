using System.Net;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using MnM.Collector.Live;
using MnM.Collector.Storage;
using MnM.Simulator;
using MnM.Tests.Hosting;

namespace MnM.Tests.Live;

public sealed class GameCertificateTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly SimulatorClock _clock = new();
    private readonly Riot _riot = new();

    [Fact]
    public async Task A_leaf_of_the_given_root_is_the_game_and_any_other_is_not()
    {
        using var root = Root("Game root");
        using var leaf = Leaf(root);
        using var foreign = Root("Game root");
        using var foreignLeaf = Leaf(foreign);
        var certificate = Certificate(new LiveOptions { Root = _folder.Write("root.pem", root.ExportCertificatePem()) });
        await certificate.EnsureAsync(CancellationToken.None);

        Assert.Equal(LiveTrust.GivenRoot, certificate.Trust);
        Assert.True(certificate.Accept(leaf, SslPolicyErrors.RemoteCertificateChainErrors | SslPolicyErrors.RemoteCertificateNameMismatch));
        Assert.False(certificate.Accept(foreignLeaf, SslPolicyErrors.RemoteCertificateChainErrors));
        Assert.False(certificate.Accept(null, SslPolicyErrors.RemoteCertificateNotAvailable));
        Assert.Equal(0, _riot.Requests);
    }

    [Fact]
    public async Task On_another_machine_the_name_must_match_too()
    {
        using var root = Root("Game root");
        using var leaf = Leaf(root);
        var certificate = Certificate(new LiveOptions { Url = new("https://192.0.2.7:2999"), Root = _folder.Write("root.pem", root.ExportCertificatePem()) });
        await certificate.EnsureAsync(CancellationToken.None);
        Assert.False(certificate.Accept(leaf, SslPolicyErrors.RemoteCertificateNameMismatch));
        Assert.True(certificate.Accept(leaf, SslPolicyErrors.RemoteCertificateChainErrors));
    }

    [Fact]
    public void The_exemption_holds_for_this_machine_alone()
    {
        using var foreign = Root("Anybody");
        using var leaf = Leaf(foreign);
        var here = Certificate(new LiveOptions { AcceptAnyCertificate = true });
        var there = Certificate(new LiveOptions { AcceptAnyCertificate = true, Url = new("https://192.0.2.7:2999") });
        Assert.Equal(LiveTrust.AnyOnLoopback, here.Trust);
        Assert.True(here.Accept(leaf, SslPolicyErrors.RemoteCertificateChainErrors));
        Assert.False(there.Accept(leaf, SslPolicyErrors.RemoteCertificateChainErrors));
    }

    [Fact]
    public async Task What_is_not_Riots_root_is_refused_and_not_kept()
    {
        using var wrong = Root("LoL Game Engineering Certificate Authority");
        _riot.Answer = wrong.ExportCertificatePem();
        var certificate = Certificate(new LiveOptions());
        await certificate.EnsureAsync(CancellationToken.None);
        Assert.Equal(LiveTrust.RootMissing, certificate.Trust);
        Assert.Contains("not the certificate", certificate.Fault);
        Assert.False(File.Exists(_folder.File("keys/riotgames.pem")));
    }

    [Fact]
    public async Task Without_a_network_it_says_so_and_asks_again_after_a_minute()
    {
        var certificate = Certificate(new LiveOptions());
        await certificate.EnsureAsync(CancellationToken.None);
        await certificate.EnsureAsync(CancellationToken.None);
        Assert.Contains("could not be fetched", certificate.Fault);
        Assert.Equal(1, _riot.Requests);
        _clock.SetWall(TimeSpan.FromHours(-1));
        _clock.Advance(61);
        await certificate.EnsureAsync(CancellationToken.None);
        Assert.Equal(2, _riot.Requests);
    }

    [Fact]
    [Trait("Category", "Recordings")]
    public async Task Riots_root_is_fetched_once_and_kept()
    {
        if (Recordings.Folder is not { } recordings || !File.Exists(Path.Combine(recordings, "riotgames.pem")))
        {
            return;
        }

        _riot.Answer = await File.ReadAllTextAsync(Path.Combine(recordings, "riotgames.pem"));
        var first = Certificate(new LiveOptions());
        await first.EnsureAsync(CancellationToken.None);
        var second = Certificate(new LiveOptions());
        await second.EnsureAsync(CancellationToken.None);
        Assert.Equal(LiveTrust.RiotRoot, second.Trust);
        Assert.Equal(1, _riot.Requests);
    }

    [Fact]
    public async Task A_kept_file_that_was_damaged_is_fetched_again()
    {
        Directory.CreateDirectory(_folder.File("keys"));
        _folder.Write("keys/riotgames.pem", "damaged");
        var certificate = Certificate(new LiveOptions());
        await certificate.EnsureAsync(CancellationToken.None);
        Assert.Equal(1, _riot.Requests);
    }

    public void Dispose() => _folder.Dispose();

    private GameCertificate Certificate(LiveOptions options) => new(
        _riot, Options.Create(options), Options.Create(new StorageOptions { DataDirectory = _folder.Path }), _clock, NullLogger<GameCertificate>.Instance);

    private static X509Certificate2 Root(string name)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, false, 0, critical: true));
        return request.CreateSelfSigned(DateTimeOffset.UnixEpoch, new(2100, 1, 1, 0, 0, 0, TimeSpan.Zero));
    }

    private static X509Certificate2 Leaf(X509Certificate2 root)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=rclient", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return request.Create(root, DateTimeOffset.UnixEpoch, root.NotAfter, [1, 2, 3]);
    }

    private sealed class Riot : HttpMessageHandler, IHttpClientFactory
    {
        public string? Answer { get; set; }

        public int Requests { get; private set; }

        public HttpClient CreateClient(string name) => new(this, disposeHandler: false);

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Requests++;
            return Answer is { } answer
                ? Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(answer) })
                : throw new HttpRequestException("no network");
        }
    }
}
