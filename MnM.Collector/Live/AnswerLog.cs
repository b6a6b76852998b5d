using System.Collections.Immutable;

namespace MnM.Collector.Live;

/// <summary>Who answered.</summary>
public enum AnswerSource
{
    /// <summary>The running game's port.</summary>
    Game,

    /// <summary>The League client, when asked.</summary>
    Client,

    /// <summary>The League client's socket, which tells by itself.</summary>
    ClientSocket,
}

/// <summary>Answers of one kind that came one after the other.</summary>
/// <param name="Source">Who answered.</param>
/// <param name="Path">What was asked for.</param>
/// <param name="Status">The HTTP status; 0 where nobody answered, or not over HTTP.</param>
/// <param name="Fault">What is wrong, in words for people; null where nothing is.</param>
/// <param name="First">When the first came, UTC.</param>
/// <param name="Last">When the latest came, UTC.</param>
/// <param name="Count">How many there are.</param>
/// <param name="Duration">How long the latest took.</param>
/// <param name="Longest">How long the slowest took.</param>
/// <param name="Bytes">Size of the latest.</param>
public readonly record struct AnswerRun(
    AnswerSource Source, string Path, int Status, string? Fault, DateTimeOffset First, DateTimeOffset Last, long Count, TimeSpan Duration, TimeSpan Longest, int Bytes)
{
    /// <summary>Whether an answer with this outcome goes on with this run.</summary>
    internal bool Takes(AnswerSource source, string path, int status, string? fault) =>
        (Source, Status) == (source, status) && Path == path && Fault == fault;
}

/// <summary>
/// The last answers of the game and of the League client, for who wants to know what is wrong. Equal answers in a row are counted, not listed,
/// so that an hour of good polls pushes nothing out; beyond that an answer costs a lock and no memory.
/// </summary>
public sealed class AnswerLog
{
    /// <summary>How many runs are kept of each source.</summary>
    public const int Kept = 24;

    private readonly Lock _gate = new();
    private readonly Ring[] _rings = [.. Enum.GetValues<AnswerSource>().Select(_ => new Ring())];
    private readonly TimeProvider _time;

    /// <summary>An empty log on the given clock.</summary>
    public AnswerLog(TimeProvider time)
    {
        _time = time;
        Changes = new(this);
    }

    /// <summary>Tells each answer; its value is always this log.</summary>
    public Feed<AnswerLog> Changes { get; }

    /// <summary>The runs of one source, the latest first.</summary>
    public ImmutableArray<AnswerRun> Runs(AnswerSource source)
    {
        lock (_gate)
        {
            return _rings[(int)source].Newest();
        }
    }

    /// <summary>Notes an answer that has just arrived.</summary>
    internal void Add(AnswerSource source, string path, int status, string? fault, TimeSpan duration, int bytes)
    {
        var now = _time.GetUtcNow();
        lock (_gate)
        {
            ref var run = ref _rings[(int)source].Latest;
            if (run.Count == 0 || !run.Takes(source, path, status, fault))
            {
                run = ref _rings[(int)source].Next();
                run = new(source, path, status, fault, now, now, 0, default, default, 0);
            }

            run = run with { Last = now, Count = run.Count + 1, Duration = duration, Longest = duration > run.Longest ? duration : run.Longest, Bytes = bytes };
        }

        Changes.Publish(this);
    }

    private sealed class Ring
    {
        private readonly AnswerRun[] _runs = new AnswerRun[Kept];
        private int _latest = Kept - 1;

        public ref AnswerRun Latest => ref _runs[_latest];

        public ref AnswerRun Next()
        {
            _latest = (_latest + 1) % Kept;
            return ref _runs[_latest];
        }

        public ImmutableArray<AnswerRun> Newest() =>
            [.. Enumerable.Range(0, Kept).Select(age => _runs[(_latest - age + Kept) % Kept]).TakeWhile(run => run.Count > 0)];
    }
}
