using System.ComponentModel.DataAnnotations;
using System.Net;

namespace MnM.Web.Security;

/// <summary>Who counts as the owner, and what may stand between MnM and whoever asks.</summary>
public sealed class SharingOptions : IValidatableObject
{
    private static readonly char[] Separators = [',', ';', ' '];

    /// <summary>Whether who sits at this machine is its owner without a code.</summary>
    [Display(Name = "OWNER_FROM_LOOPBACK", Description = "false asks for the owner code on this machine too.")]
    public bool OwnerFromLoopback { get; set; } = true;

    /// <summary>Names beside the machine's own under which MnM answers while it is shared.</summary>
    [Display(Name = "ALLOWED_HOSTS", Description = "More names under which MnM answers while it is shared.")]
    public string? Hosts { get; set; }

    /// <summary>Addresses or networks of proxies whose forwarding headers count.</summary>
    [Display(Name = "TRUSTED_PROXIES", Description = "Addresses of proxies whose forwarding headers count.")]
    public string? Proxies { get; set; }

    /// <summary>Whether other machines are answered by HTTPS, with a certificate that MnM makes itself.</summary>
    [Display(Name = "SHARE_HTTPS", Description = "true shares by HTTPS, with a certificate of MnM's own.")]
    public bool Https { get; set; }

    /// <summary>The names one by one.</summary>
    public IReadOnlyList<string> AllowedHosts => Split(Hosts);

    /// <summary>The proxies one by one.</summary>
    public IReadOnlyList<IPNetwork> TrustedProxies => [.. Split(Proxies).Select(NetworkOf).OfType<IPNetwork>()];

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var host in AllowedHosts.Where(host => Uri.CheckHostName(host.Trim('[', ']')) == UriHostNameType.Unknown))
        {
            yield return new($"\"{host}\" is not a name such as mnm.example.org", [nameof(Hosts)]);
        }

        foreach (var proxy in Split(Proxies).Where(proxy => NetworkOf(proxy) is null))
        {
            yield return new($"\"{proxy}\" is neither an address nor a network such as 10.0.0.0/24", [nameof(Proxies)]);
        }
    }

    private static string[] Split(string? text) => (text ?? "").Split(Separators, StringSplitOptions.RemoveEmptyEntries);

    private static IPNetwork? NetworkOf(string text) =>
        IPNetwork.TryParse(text, out var network) ? network
        : IPAddress.TryParse(text, out var address) ? new IPNetwork(address, address.GetAddressBytes().Length * 8)
        : null;
}
