using System.ComponentModel.DataAnnotations;

namespace MnM.Collector.StaticData;

/// <summary>Where champions, items, spells and runes come from, and in which language.</summary>
public sealed class StaticDataOptions
{
    /// <summary>Data Dragon's address.</summary>
    [Display(Name = "DATA_DRAGON_URL", Description = "Address of Riot's static data.")]
    public Uri BaseUrl { get; set; } = new("https://ddragon.leagueoflegends.com");

    /// <summary>Address of the lists of queues and maps.</summary>
    [Display(Name = "GAME_CONSTANTS_URL", Description = "Address of Riot's lists of queues and maps.")]
    public Uri ConstantsUrl { get; set; } = new("https://static.developer.riotgames.com/docs/lol");

    /// <summary>A language of Data Dragon, for example en_US.</summary>
    [Display(Name = "STATIC_DATA_LANGUAGE", Description = "Language of champions and items, for example en_US.")]
    [RegularExpression("[a-z]{2}_[A-Z]{2}", ErrorMessage = "must look like en_US")]
    public string Language { get; set; } = "en_US";
}
