using MnM.Collector.Players;

namespace MnM.Collector.Tracking;

/// <summary>What came of adding somebody.</summary>
public abstract record AddedPlayer
{
    private AddedPlayer()
    {
    }

    /// <summary>In a sentence for people.</summary>
    public abstract string Sentence { get; }

    /// <summary>The player's games are followed from now on.</summary>
    public sealed record Added(long PlayerId, string RiotId, string Platform) : AddedPlayer
    {
        /// <inheritdoc />
        public override string Sentence => $"Games of {RiotId} on {Platform.ToUpperInvariant()} are followed from now on.";
    }

    /// <summary>They are followed already.</summary>
    public sealed record Known(long PlayerId, string RiotId) : AddedPlayer
    {
        /// <inheritdoc />
        public override string Sentence => $"Games of {RiotId} are followed already.";
    }

    /// <summary>What was entered is no Riot ID.</summary>
    public sealed record NoRiotId : AddedPlayer
    {
        /// <inheritdoc />
        public override string Sentence => RiotIdText.Rule;
    }

    /// <summary>Nobody has that Riot ID.</summary>
    public sealed record Nobody(string RiotId) : AddedPlayer
    {
        /// <inheritdoc />
        public override string Sentence => $"Nobody is called {RiotId}. Names can be changed: look at the profile in the League client.";
    }

    /// <summary>The account has no platform, or one that MnM does not know.</summary>
    public sealed record NoPlatform(string RiotId, string? Platform) : AddedPlayer
    {
        /// <inheritdoc />
        public override string Sentence => Platform is null
            ? $"{RiotId} has played neither League of Legends nor Teamfight Tactics."
            : $"Riot says that {RiotId} plays on {Platform}, which MnM does not know.";
    }

    /// <summary>Riot does not answer, or MnM has no key that Riot takes.</summary>
    public sealed record Unavailable(string Reason) : AddedPlayer
    {
        /// <inheritdoc />
        public override string Sentence => Reason;
    }
}
