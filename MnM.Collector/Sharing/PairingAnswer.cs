using System.Collections.Immutable;

namespace MnM.Collector.Sharing;

/// <summary>What came of showing a code.</summary>
public abstract record PairingAnswer
{
    private PairingAnswer()
    {
    }

    /// <summary>It was right.</summary>
    /// <param name="IsOwner">Whether it was the owner's.</param>
    public sealed record Accepted(bool IsOwner) : PairingAnswer;

    /// <summary>It was wrong.</summary>
    /// <param name="TriesLeft">How many more wrong codes the open one bears.</param>
    public sealed record Wrong(int TriesLeft) : PairingAnswer;

    /// <summary>No code is open: none was made, or it was used, ran out, or closed after wrong ones.</summary>
    public sealed record Closed : PairingAnswer;

    /// <summary>Codes come too fast, and this one was not looked at.</summary>
    public sealed record TooMany(TimeSpan RetryAfter) : PairingAnswer;

    /// <summary>It was right, and the device could not be kept, for example because the disk is full. The code is as open as before.</summary>
    public sealed record NotKept : PairingAnswer;
}

/// <summary>An open code.</summary>
/// <param name="Code">Six digits, to be typed.</param>
/// <param name="LinkToken">What the link holds instead; nobody can guess it.</param>
/// <param name="ExpiresAt">When it ends.</param>
public sealed record Pairing(string Code, string LinkToken, DateTimeOffset ExpiresAt)
{
    /// <summary>So many wrong codes close it. The link stays open.</summary>
    public const int MostWrong = 5;

    /// <summary>Where each wrong code came from, the first first.</summary>
    public ImmutableArray<string> WrongFrom { get; init; } = [];

    /// <summary>How many more wrong ones it bears; none once it is closed.</summary>
    public int TriesLeft => MostWrong - WrongFrom.Length;
}
