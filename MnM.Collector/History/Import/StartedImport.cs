using System.Globalization;

namespace MnM.Collector.History.Import;

/// <summary>What came of asking for an import.</summary>
public abstract record StartedImport
{
    private StartedImport()
    {
    }

    /// <summary>In a sentence for people.</summary>
    public abstract string Sentence { get; }

    /// <summary>It runs.</summary>
    public sealed record Started(ImportView Import) : StartedImport
    {
        /// <inheritdoc />
        public override string Sentence => Import.RefreshedFrom is null
            ? $"Matches of {Import.RiotId} are imported."
            : $"{Import.RiotId} was imported before: only newer matches are asked for.";
    }

    /// <summary>One for the player runs already, and this is it.</summary>
    /// <param name="Import">That one.</param>
    /// <param name="IsOther">Whether it was started with other wishes, which hold.</param>
    public sealed record Joined(ImportView Import, bool IsOther) : StartedImport
    {
        /// <inheritdoc />
        public override string Sentence => IsOther
            ? $"An import of {Import.RiotId} with other settings runs already; start this one when it has ended."
            : $"An import of {Import.RiotId} runs already.";
    }

    /// <summary>The last one for the player began just now.</summary>
    /// <param name="Last">That one.</param>
    /// <param name="Left">When the next may begin.</param>
    public sealed record TooSoon(ImportView Last, TimeSpan Left) : StartedImport
    {
        /// <summary>Whole seconds, at least one.</summary>
        public int Seconds => (int)Math.Max(1, Math.Ceiling(Left.TotalSeconds));

        /// <inheritdoc />
        public override string Sentence => string.Create(CultureInfo.InvariantCulture, $"{Last.RiotId} was imported a moment ago; the next import may begin in {Seconds} s.");
    }

    /// <summary>What was asked for cannot be.</summary>
    public sealed record Invalid(string Fault) : StartedImport
    {
        /// <inheritdoc />
        public override string Sentence => Fault;
    }

    /// <summary>Nobody has that Riot ID.</summary>
    public sealed record Nobody(string RiotId) : StartedImport
    {
        /// <inheritdoc />
        public override string Sentence => $"Nobody is called {RiotId}. Names can be changed: look at the profile in the League client.";
    }

    /// <summary>Where the matches are is not known.</summary>
    /// <param name="RiotId">Whose.</param>
    /// <param name="Told">What was said of it; null where Riot does not know.</param>
    public sealed record NoRegion(string RiotId, string? Told) : StartedImport
    {
        /// <inheritdoc />
        public override string Sentence => Told is null
            ? $"Riot does not say where {RiotId} plays League of Legends; name the region."
            : $"{Told} is none of Riot's regions and platforms.";
    }

    /// <summary>Riot does not answer, or MnM has no key that Riot takes.</summary>
    public sealed record Unavailable(string Reason) : StartedImport
    {
        /// <inheritdoc />
        public override string Sentence => Reason;
    }
}
