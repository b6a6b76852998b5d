namespace MnM.Web.Settings;

/// <summary>Settings that belong together, for people.</summary>
/// <param name="Title">What they are about.</param>
/// <param name="Names">The settings in their order.</param>
/// <param name="IsRare">Whether few people ever need them.</param>
internal sealed record SettingGroup(string Title, IReadOnlyList<string> Names, bool IsRare = false)
{
    /// <summary>All settings, each once.</summary>
    public static IReadOnlyList<SettingGroup> All { get; } =
    [
        new("Riot", ["RIOT_API_KEY", "RIOT_TFT_API_KEY", "RIOT_PLATFORM", "RIOT_REGION"]),
        new("The running game", ["LEAGUE_CLIENT_PATH", "POLLING_INTERVAL_SECONDS", "LIVE_GRACE_SECONDS", "RECORDING_DAYS"]),
        new("Friends", ["DETECTION_INTERVAL_SECONDS", "COMPLETION_INTERVAL_SECONDS", "MAX_RESULT_RETRIES", "RESULT_DEADLINE_HOURS", "EMIT_EVENTS"]),
        new("Teamfight Tactics", ["CRAWLER_ENABLED", "CRAWLER_COOLDOWN_MINUTES", "CRAWLER_LADDER_HOURS", "CRAWLER_PLATFORMS", "CRAWLER_QUEUES", "CRAWLER_TIERS", "TFT_KEEP_SETS", "TFT_CLICKHOUSE_URL"]),
        new("Language model", ["INSIGHTS_ENDPOINT", "INSIGHTS_MODEL", "INSIGHTS_API_KEY", "INSIGHTS_DAILY_TOKENS", "INSIGHTS_PRICE_IN", "INSIGHTS_PRICE_OUT", "INSIGHTS_CURRENCY"]),
        new("Data and log", ["DB_PATH", "BACKUP_PATH", "BACKUP_KEEP", "STATIC_DATA_LANGUAGE", "LOG_LEVEL"]),
        new("Who may ask", ["API_HOST", "API_PORT", "OWNER_FROM_LOOPBACK", "SHARE_HTTPS", "ALLOWED_HOSTS", "TRUSTED_PROXIES", "CORS_ORIGINS"]),
        new("Addresses of others", ["RIOT_BASE_URL", "DATA_DRAGON_URL", "GAME_CONSTANTS_URL", "LIVE_CLIENT_URL", "LIVE_CLIENT_ROOT", "LIVE_CLIENT_ACCEPT_ANY_CERTIFICATE"], IsRare: true),
    ];
}
