using System.Text.Json;
using System.Text.Json.Serialization;
using MnM.Collector.Players;
using MnM.Collector.Players.Users;

namespace MnM.Web.Players.Users;

/// <summary>A user as the contract names its fields.</summary>
/// <param name="Id">The user's own id.</param>
/// <param name="SummonerName">The Riot ID without its tag.</param>
/// <param name="RiotId">The whole of it.</param>
/// <param name="Puuid">As the key in use sees the player.</param>
/// <param name="ProfileIconId">Null while Riot has not said it.</param>
/// <param name="SummonerLevel">Null while Riot has not said it.</param>
/// <param name="Email">Null where there is none, and for whom it is nobody's business.</param>
public sealed record UserJson(
    [property: JsonPropertyName("id")] Guid Id,
    [property: JsonPropertyName("summonerName")] string? SummonerName,
    [property: JsonPropertyName("riot_id")] string? RiotId,
    [property: JsonPropertyName("puuid")] string Puuid,
    [property: JsonPropertyName("profileIconId")] int? ProfileIconId,
    [property: JsonPropertyName("summonerLevel")] int? SummonerLevel,
    [property: JsonPropertyName("email")] string? Email)
{
    /// <summary>A user.</summary>
    /// <param name="user">Who.</param>
    /// <param name="player">The player that the user is.</param>
    /// <param name="tellsEmail">Whether the e-mail address may be told.</param>
    public static UserJson Of(User user, KnownPlayer player, bool tellsEmail) => new(
        user.Id,
        player.GameName,
        player is { GameName: { } name, TagLine: { } tag } ? $"{name}#{tag}" : null,
        player.Puuid.Value,
        player.Profile?.Value.ProfileIcon,
        player.Profile?.Value.Level,
        tellsEmail ? user.Email : null);
}

/// <summary>What programs send to say who somebody is. What is no text counts as not said.</summary>
public sealed record Credentials(
    [property: JsonPropertyName(Credentials.RiotIdField)] string? SummonerName,
    [property: JsonPropertyName(Credentials.EmailField)] string? Email)
{
    /// <summary>Holds the whole Riot ID, in spite of its name.</summary>
    public const string RiotIdField = "summonerName";
    public const string EmailField = "email";

    /// <summary>What a body says.</summary>
    public static Credentials Of(JsonElement body) => new(Text(body, RiotIdField), Text(body, EmailField));

    private static string? Text(JsonElement body, string field)
    {
        try
        {
            return body.ValueKind == JsonValueKind.Object && body.TryGetProperty(field, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            // Half of a pair of surrogates is JSON and no text.
            return null;
        }
    }
}
