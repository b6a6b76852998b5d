namespace MnM.Web.Hosting;

/// <summary>Named conditions that must come true before MnM counts as started.</summary>
public sealed class Readiness(TimeProvider time)
{
    /// <summary>How long optional conditions are waited for.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, Condition> _conditions = [];
    private readonly DateTimeOffset _startedAt = time.GetUtcNow();

    /// <summary>How long this has been waiting or ready.</summary>
    public TimeSpan Uptime => time.GetUtcNow() - _startedAt;

    /// <summary>Whether every condition is met or given up.</summary>
    public bool IsReady => Conditions.All(condition => condition.State is not ConditionState.Waiting);

    /// <summary>Every condition, in the order in which they were named.</summary>
    public IReadOnlyList<ConditionReport> Conditions
    {
        get
        {
            lock (_gate)
            {
                return [.. _conditions.Select(pair => new ConditionReport(pair.Key, StateOf(pair.Value), pair.Value.MetAt))];
            }
        }
    }

    /// <summary>Names a condition that must be met, however long it takes.</summary>
    public void Require(string name) => Add(name, givenUpAfter: null);

    /// <summary>Names a condition that is waited for <see cref="Patience"/> long and then given up.</summary>
    public void Expect(string name) => Add(name, Patience);

    /// <summary>Says that a condition is met, also one that nobody named before.</summary>
    public void Mark(string name)
    {
        lock (_gate)
        {
            var condition = _conditions.GetValueOrDefault(name, new(null, null));
            _conditions[name] = condition with { MetAt = condition.MetAt ?? time.GetUtcNow() };
        }
    }

    private void Add(string name, TimeSpan? givenUpAfter)
    {
        lock (_gate)
        {
            _conditions.TryAdd(name, new(givenUpAfter, null));
        }
    }

    private ConditionState StateOf(Condition condition) =>
        condition.MetAt is not null ? ConditionState.Ready
        : condition.GivenUpAfter <= Uptime ? ConditionState.GivenUp
        : ConditionState.Waiting;

    private readonly record struct Condition(TimeSpan? GivenUpAfter, DateTimeOffset? MetAt);
}

/// <summary>How a condition stands.</summary>
public enum ConditionState
{
    /// <summary>Not met yet.</summary>
    Waiting,

    /// <summary>Met.</summary>
    Ready,

    /// <summary>Not met in time; MnM goes on without it, and it may still be met.</summary>
    GivenUp,
}

/// <summary>A condition, its state and when it was met.</summary>
public sealed record ConditionReport(string Name, ConditionState State, DateTimeOffset? MetAt);
