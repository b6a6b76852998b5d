using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using MnM.Collector.Tracking.Webhooks;

namespace MnM.Web.Hosting;

/// <summary>Encrypts addresses and secrets of webhooks with the keys of this machine, as those for Riot's API are.</summary>
internal sealed class WebhookVault(IDataProtectionProvider protection) : IWebhookVault
{
    private readonly IDataProtector _protector = protection.CreateProtector("MnM.Webhooks");

    public string Seal(string text) => _protector.Protect(text);

    public string? Open(string sealedText)
    {
        try
        {
            return _protector.Unprotect(sealedText);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
