using System.ComponentModel.DataAnnotations;

namespace MnM.Collector.Riot;

/// <summary>The owner's keys for Riot's API and where that API is found.</summary>
public sealed class RiotOptions : IValidatableObject
{
    /// <summary>Key of a League of Legends product; null while the owner has none.</summary>
    [Display(Name = "RIOT_API_KEY", Description = "Key for Riot's API, from developer.riotgames.com.")]
    [RegularExpression("[!-~]+", ErrorMessage = "holds a blank or a character that no key has")]
    public string? ApiKey { get; set; }

    /// <summary>Key of a Teamfight Tactics product; the other key where there is none.</summary>
    [Display(Name = "RIOT_TFT_API_KEY", Description = "Key for Teamfight Tactics; RIOT_API_KEY where absent.")]
    [RegularExpression("[!-~]+", ErrorMessage = "holds a blank or a character that no key has")]
    public string? TftApiKey { get => field ?? ApiKey; set; }

    /// <summary>The platform the owner plays on, one of <see cref="Routing.Platforms"/> in lower case; null where not told.</summary>
    [Display(Name = "RIOT_PLATFORM", Description = "Platform you play on, for example euw1.")]
    public string? Platform { get; set => field = value?.ToLowerInvariant(); }

    /// <summary>The region of the owner's matches, derived from the platform where not told; null where neither is.</summary>
    [Display(Name = "RIOT_REGION", Description = "americas, asia, europe or sea; follows from RIOT_PLATFORM where absent.")]
    public string? Region
    {
        get => field ?? (Platform is null ? null : Routing.RegionOf(Platform));
        set => field = value?.ToLowerInvariant();
    }

    /// <summary>Address of Riot's API with <c>{route}</c> in the place of a platform or region.</summary>
    [Display(Name = "RIOT_BASE_URL", Description = "Address of Riot's API; {route} stands for platform or region.")]
    public string BaseUrl { get; set; } = "https://{route}.api.riotgames.com";

    /// <summary>Base address for a platform or region, with a slash at its end.</summary>
    public Uri AddressOf(string route) => new(BaseUrl.Replace("{route}", route, StringComparison.Ordinal).TrimEnd('/') + "/");

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Platform is not null && Routing.RegionOf(Platform) is null)
        {
            yield return new($"\"{Platform}\" is none of Riot's platforms: {string.Join(", ", Routing.Platforms)}", [nameof(Platform)]);
        }

        if (Region is not null && !Routing.Regions.Contains(Region))
        {
            yield return new($"\"{Region}\" is none of Riot's regions: {string.Join(", ", Routing.Regions)}", [nameof(Region)]);
        }

        if (!BaseUrl.Contains("{route}", StringComparison.Ordinal))
        {
            yield return new("must contain {route}, the place of the platform or region", [nameof(BaseUrl)]);
        }
        else if (!Uri.TryCreate(BaseUrl.Replace("{route}", "euw1", StringComparison.Ordinal), UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
        {
            yield return new("must be an address that begins with http:// or https://", [nameof(BaseUrl)]);
        }
    }
}
