using System.Globalization;
using System.Net;

namespace MnM.Collector.Tracking.Webhooks;

/// <summary>What a receiver answered to an event.</summary>
public abstract record WebhookAnswer
{
    private WebhookAnswer()
    {
    }

    /// <summary>It has taken the event.</summary>
    public sealed record Taken : WebhookAnswer;

    /// <summary>It has not; the event is sent again.</summary>
    /// <param name="Reason">A sentence for people.</param>
    /// <param name="Wait">How long it wants to be left alone; null where it does not say.</param>
    public sealed record Refused(string Reason, TimeSpan? Wait = null) : WebhookAnswer;

    /// <summary>It wants no more events.</summary>
    /// <param name="Reason">A sentence for people.</param>
    public sealed record Gone(string Reason) : WebhookAnswer;
}

/// <summary>Which addresses are taken, and what an answer means. Pure.</summary>
public static class WebhookRules
{
    private const int LongestUrl = 2000;
    private const int ShortestSecret = 8;
    private const int LongestSecret = 200;
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    /// <summary>Why an address cannot be one; null where it can.</summary>
    public static string? FaultOf(string? url) =>
        url is null || url.Length > LongestUrl || !Uri.TryCreate(url.Trim(), UriKind.Absolute, out var address) || !(address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp)
            ? "An address begins with https:// or http:// and has at most 2,000 characters."
            : address.UserInfo.Length > 0 ? "An address has no name and password before its host."
            : null;

    /// <summary>Why a secret cannot be one; null where it can, and where none is given.</summary>
    public static string? FaultOfSecret(string? secret) =>
        string.IsNullOrEmpty(secret) || secret.Length is >= ShortestSecret and <= LongestSecret ? null : "A secret has 8 to 200 characters; leave it out and MnM makes one.";

    /// <summary>Discord where the address is one of Discord's, plain JSON otherwise.</summary>
    public static WebhookFormat FormatOf(Uri address) =>
        address.Host is "discord.com" or "discordapp.com" || address.Host.EndsWith(".discord.com", StringComparison.Ordinal) ? WebhookFormat.Discord : WebhookFormat.Json;

    /// <summary>What may be shown of an address: its host and the first step of its path.</summary>
    public static string TargetOf(Uri address)
    {
        var origin = address.GetLeftPart(UriPartial.Authority);
        var steps = address.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return steps.Length + (address.Query.Length > 1 ? 1 : 0) <= 1 ? origin + address.AbsolutePath : $"{origin}/{steps.FirstOrDefault()}/…";
    }

    /// <summary>What an answer means.</summary>
    /// <param name="status">Its status.</param>
    /// <param name="wait">What it says in Retry-After.</param>
    public static WebhookAnswer Judge(HttpStatusCode status, TimeSpan? wait) => (int)status switch
    {
        >= 200 and < 300 => new WebhookAnswer.Taken(),
        410 => new WebhookAnswer.Gone("The receiver says that this address is gone (410)."),
        429 => new WebhookAnswer.Refused("The receiver wants fewer events at a time (429).", Bounded(wait)),
        >= 300 and < 400 => new WebhookAnswer.Refused(Text($"The receiver sends MnM on to another address ({(int)status}). MnM sends only to the one that was entered; enter the other one if it is right.")),
        401 or 403 => new WebhookAnswer.Refused(Text($"The receiver refuses MnM ({(int)status}). Look whether the address is still right.")),
        404 => new WebhookAnswer.Refused("The receiver does not know this address (404)."),
        _ => new WebhookAnswer.Refused(Text($"The receiver answered {(int)status}."), status == HttpStatusCode.ServiceUnavailable ? Bounded(wait) : null),
    };

    private static TimeSpan? Bounded(TimeSpan? wait) => wait is not { } time ? null : time < TimeSpan.Zero ? TimeSpan.Zero : time > LongestWait ? LongestWait : time;

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
