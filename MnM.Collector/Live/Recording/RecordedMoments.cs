namespace MnM.Collector.Live.Recording;

/// <summary>When the polls of a game were recorded.</summary>
/// <param name="Readable">Those that can be read, in the order of the polls.</param>
/// <param name="Damage">Folded parts whose times cannot be read.</param>
public sealed record RecordedMoments(IReadOnlyList<RecordedMoment> Readable, IReadOnlyList<DamagedPart> Damage)
{
    /// <summary>The last moment at or before a game time, seconds, of the last segment that reaches it; null before the first.</summary>
    /// <exception cref="FormatException">It lies in a damaged part.</exception>
    internal RecordedMoment? At(double seconds)
    {
        var found = RecordedMoment.At(Readable, seconds);
        return Damage.LastOrDefault(part => part.FirstGameTime <= seconds && part.FirstSequence > (found?.Sequence ?? -1)) is { } damaged
            ? throw new FormatException(damaged.Fault)
            : found;
    }
}

/// <summary>A folded part of a recording that cannot be read.</summary>
/// <param name="FirstSequence">Number of its first poll.</param>
/// <param name="FirstGameTime">Game time of its first poll, seconds.</param>
/// <param name="Fault">Which polls it is and what is wrong, in a sentence for people.</param>
public sealed record DamagedPart(int FirstSequence, double FirstGameTime, string Fault);
