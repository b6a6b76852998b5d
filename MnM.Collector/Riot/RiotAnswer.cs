using System.Diagnostics;

namespace MnM.Collector.Riot;

/// <summary>What came of a question to Riot's API.</summary>
public abstract record RiotAnswer<T>
{
    private RiotAnswer()
    {
    }

    /// <summary>The value where it was fetched; the default where not.</summary>
    public T? Found => this is Fetched fetched ? fetched.Value : default;

    /// <summary>It was there.</summary>
    public sealed record Fetched(T Value) : RiotAnswer<T>;

    /// <summary>Riot does not have it, or not yet.</summary>
    public sealed record NotFound : RiotAnswer<T>;

    /// <summary>Riot has it and does not show it; the key is good.</summary>
    public sealed record Forbidden : RiotAnswer<T>;

    /// <summary>Nothing is known; it may be asked again later.</summary>
    /// <param name="Reason">A sentence for people.</param>
    public sealed record Unavailable(string Reason) : RiotAnswer<T>
    {
        /// <summary>Whether Riot did answer, with something of no use: the fault lies in this question, and not on the way.</summary>
        public bool IsOfThisQuestion { get; init; }
    }

    /// <summary>The same with another value.</summary>
    public RiotAnswer<TOther> Select<TOther>(Func<T, TOther> change) => this switch
    {
        Fetched fetched => new RiotAnswer<TOther>.Fetched(change(fetched.Value)),
        NotFound => new RiotAnswer<TOther>.NotFound(),
        Forbidden => new RiotAnswer<TOther>.Forbidden(),
        Unavailable unavailable => new RiotAnswer<TOther>.Unavailable(unavailable.Reason) { IsOfThisQuestion = unavailable.IsOfThisQuestion },
        _ => throw new UnreachableException(),
    };
}
