namespace MnM.Collector.Players.Users;

/// <summary>What came of asking for a user.</summary>
public abstract record UserAnswer
{
    private UserAnswer()
    {
    }

    /// <summary>The user and the player that the user is.</summary>
    public sealed record Found(User User, KnownPlayer Player) : UserAnswer;

    /// <summary>What was sent cannot be.</summary>
    public sealed record Invalid(UserFaults Faults) : UserAnswer;

    /// <summary>Nobody has that Riot ID.</summary>
    public sealed record Nobody(string Sentence) : UserAnswer;

    /// <summary>Nobody has signed up with that Riot ID.</summary>
    public sealed record NotSignedUp(string RiotId) : UserAnswer
    {
        public string Sentence => $"Nobody has signed up as {RiotId}.";
    }

    /// <summary>Somebody has, with another e-mail address.</summary>
    public sealed record OtherEmail(string RiotId) : UserAnswer
    {
        public string Sentence => $"Somebody has signed up as {RiotId} with another e-mail address.";
    }

    /// <summary>Riot does not answer, or MnM has no key that Riot takes.</summary>
    public sealed record Unavailable(string Reason) : UserAnswer;
}

/// <summary>What is wrong with what was sent, in sentences for people; null where nothing is.</summary>
public sealed record UserFaults(string? RiotId, string? Email);
