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
    /// <param name="IsAnswered">Whether Riot did answer, and with what MnM can make nothing of; else it was not asked, or its servers did not answer.</param>
    public sealed record Unavailable(string Reason, bool IsAnswered = false) : RiotAnswer<T>;

    /// <summary>The same with another value.</summary>
    public RiotAnswer<TOther> Select<TOther>(Func<T, TOther> change) => this switch
    {
        Fetched fetched => new RiotAnswer<TOther>.Fetched(change(fetched.Value)),
        NotFound => new RiotAnswer<TOther>.NotFound(),
        Forbidden => new RiotAnswer<TOther>.Forbidden(),
        Unavailable { Reason: var reason, IsAnswered: var isAnswered } => new RiotAnswer<TOther>.Unavailable(reason, isAnswered),
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
