using System.Globalization;

namespace MnM.Collector.Insights;

/// <summary>What is explained.</summary>
public abstract record InsightSubject
{
    private InsightSubject()
    {
    }

    /// <summary>The same text for the same subject: the key of its work and of its row.</summary>
    public abstract string Key { get; }

    /// <summary>The subject of a key; null where it is of none.</summary>
    internal static InsightSubject? Parse(string key) => key.Split(':') switch
    {
        ["match", { Length: > 0 } matchId, var number] when Number(number) is > 0 and <= int.MaxValue and var participant => new OfMatch(matchId, (int)participant),
        ["player", var id, var number] when Number(id) is { } player && Number(number) is >= OfPlayer.FewestGames and <= OfPlayer.MostGames and var games => new OfPlayer(player, (int)games),
        _ => null,
    };

    private static long? Number(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>A match, as one of its people had it.</summary>
    /// <param name="MatchId">Riot's id.</param>
    /// <param name="Participant">The number, from 1.</param>
    public sealed record OfMatch(string MatchId, int Participant) : InsightSubject
    {
        /// <inheritdoc />
        public override string Key => string.Create(CultureInfo.InvariantCulture, $"match:{MatchId}:{Participant}");
    }

    /// <summary>The last games of a player.</summary>
    /// <param name="PlayerId">Our id.</param>
    /// <param name="Games">How many, <see cref="FewestGames"/> to <see cref="MostGames"/>.</param>
    public sealed record OfPlayer(long PlayerId, int Games) : InsightSubject
    {
        public const int FewestGames = 5;
        public const int MostGames = 50;
        public const int UsualGames = 20;

        /// <inheritdoc />
        public override string Key => string.Create(CultureInfo.InvariantCulture, $"player:{PlayerId}:{Games}");
    }
}
