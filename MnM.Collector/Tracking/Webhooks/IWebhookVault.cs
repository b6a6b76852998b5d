namespace MnM.Collector.Tracking.Webhooks;

/// <summary>Encrypts addresses and secrets of webhooks, so that the database alone tells nobody.</summary>
public interface IWebhookVault
{
    /// <summary>The text, encrypted.</summary>
    string Seal(string text);

    /// <summary>The text again; null where it cannot be read any more.</summary>
    string? Open(string sealedText);
}
