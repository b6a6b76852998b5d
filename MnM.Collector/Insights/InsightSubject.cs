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
