using System.ComponentModel.DataAnnotations;
using System.Net;
using System.Net.Sockets;

namespace MnM.Collector.Insights.Language;

/// <summary>The language model that the owner has set up, if any. Nothing is sent to it before the owner has agreed to that.</summary>
public sealed class LanguageOptions : IValidatableObject
{
    private const string Operation = "chat/completions/";

    /// <summary>Base address of an OpenAI-compatible server, with a slash at its end; null where none is set up.</summary>
    [Display(Name = "INSIGHTS_ENDPOINT", Description = "Address of a language model's server, for example http://localhost:11434/v1.")]
    public Uri? Endpoint { get; set => field = value is { AbsolutePath: "/" } ? new Uri(value, "v1/") : value; }

    /// <summary>The model's name there.</summary>
    [Display(Name = "INSIGHTS_MODEL", Description = "Name of the language model there.")]
    [RegularExpression("[!-~]{1,200}", ErrorMessage = "holds a blank or a character that no model's name has")]
    public string Model { get; set; } = "";

    /// <summary>Null for a server that wants none.</summary>
    [Display(Name = "INSIGHTS_API_KEY", Description = "Key for the language model's server, where it wants one.")]
    [RegularExpression("[!-~]+", ErrorMessage = "holds a blank or a character that no key has")]
    public string? ApiKey { get; set; }

    /// <summary>How many tokens may be used in a day, those of questions and of answers.</summary>
    [Display(Name = "INSIGHTS_DAILY_TOKENS", Description = "Tokens that the language model may use in a day, 10000 to 1000000000.")]
    [Range(10_000, 1_000_000_000, ErrorMessage = "must be between 10000 and 1000000000")]
    public int DailyTokens { get; set; } = 200_000;

    /// <summary>What a million tokens of questions cost; null where nothing is to be counted.</summary>
    [Display(Name = "INSIGHTS_PRICE_IN", Description = "Price of a million tokens that are sent, 0 to 10000.")]
    [Range(0.0, 10_000.0, ErrorMessage = "must be between 0 and 10000")]
    public double? PriceIn { get; set; }

    /// <summary>What a million tokens of answers cost.</summary>
    [Display(Name = "INSIGHTS_PRICE_OUT", Description = "Price of a million tokens that are written, 0 to 10000.")]
    [Range(0.0, 10_000.0, ErrorMessage = "must be between 0 and 10000")]
    public double? PriceOut { get; set; }

    /// <summary>Of the prices, by its three letters.</summary>
    [Display(Name = "INSIGHTS_CURRENCY", Description = "Currency of the prices, for example USD.")]
    [RegularExpression("[A-Z]{3}", ErrorMessage = "must be three capitals, for example USD")]
    public string Currency { get; set; } = "USD";

    /// <summary>Whether what is sent can be read by whoever shares the network.</summary>
    internal bool IsUnencrypted => Endpoint is { Scheme: "http", IsLoopback: false };

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Endpoint is not null && FaultOf(Endpoint) is { } fault)
        {
            yield return new(fault, [nameof(Endpoint)]);
        }
        else if (Endpoint is not null && Model.Length == 0)
        {
            yield return new("needs INSIGHTS_MODEL beside it, the name of the model there", [nameof(Endpoint)]);
        }
    }

    /// <summary>What some tokens cost; null where no price is set.</summary>
    internal decimal? CostOf(int tokensIn, int tokensOut) => PriceIn is null && PriceOut is null
        ? null
        : ((tokensIn * (decimal)(PriceIn ?? 0)) + (tokensOut * (decimal)(PriceOut ?? 0))) / 1_000_000;

    private static string? FaultOf(Uri endpoint) =>
        endpoint.UserInfo.Length > 0 ? "has no name and password before its host; a key goes into INSIGHTS_API_KEY"
        : endpoint.Query.Length > 0 || endpoint.Fragment.Length > 0 ? "has nothing after a ? or #"
        : endpoint.AbsolutePath.EndsWith(Operation, StringComparison.OrdinalIgnoreCase) ? "is the address before /chat/completions, for example http://localhost:11434/v1"
        : endpoint.Scheme == Uri.UriSchemeHttp && !endpoint.IsLoopback && !IsNear(endpoint) ? "must begin with https://; http:// goes only for this machine and the local network"
        : null;

    private static bool IsNear(Uri endpoint) => IPAddress.TryParse(endpoint.DnsSafeHost, out var address)
        ? IsPrivate(address)
        : !endpoint.Host.Contains('.', StringComparison.Ordinal) || endpoint.Host.EndsWith(".local", StringComparison.OrdinalIgnoreCase)
            || endpoint.Host.EndsWith(".lan", StringComparison.OrdinalIgnoreCase) || endpoint.Host.EndsWith(".home.arpa", StringComparison.OrdinalIgnoreCase)
            || endpoint.Host.EndsWith(".internal", StringComparison.OrdinalIgnoreCase);

    // RFC 1918, RFC 3927; of the sixth version unique local and link-local ones.
    private static bool IsPrivate(IPAddress address) => address.AddressFamily == AddressFamily.InterNetworkV6
        ? address.IsIPv6UniqueLocal || address.IsIPv6LinkLocal
        : address.GetAddressBytes() is [10, ..] or [192, 168, ..] or [172, >= 16 and <= 31, ..] or [169, 254, ..];
}
