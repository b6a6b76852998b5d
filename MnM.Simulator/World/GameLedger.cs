using System.Collections.Immutable;
using MnM.Simulator.World.People;

namespace MnM.Simulator.World;

/// <summary>A game of the evening as Riot's servers see it.</summary>
/// <param name="Game">What is played.</param>
/// <param name="StartedAt">When its own clock began; null while it loads.</param>
/// <param name="EndsAt">When it is over.</param>
/// <param name="Seats">Who plays it, by the numbers of its participants; bots are nobody.</param>
public sealed record LedgerEntry(PlayedGame Game, DateTimeOffset? StartedAt, DateTimeOffset EndsAt, ImmutableSortedDictionary<int, Person> Seats)
{
    public IEnumerable<Person> People => Seats.Values;

    /// <summary>Whether its server failed before the end.</summary>
    public bool IsAborted { get; init; }

    public long GameId => Game.Script.GameId;

    /// <summary>What somebody plays in it; null for who does not.</summary>
    public ScriptParticipant? Find(Person person) =>
        Seats.Where(seat => seat.Value.Puuid == person.Puuid).Select(seat => Game.Script.Find(seat.Key)).FirstOrDefault();

    /// <summary>In capitals, as match ids begin.</summary>
    public string Platform => Game.Platform;
}

/// <summary>The games of the evening so far, whoever may be asking.</summary>
public sealed class GameLedger(double speed)
{
    private readonly Lock _lock = new();
    private ImmutableArray<LedgerEntry> _entries = [];

    /// <summary>In the order in which they were played.</summary>
    public ImmutableArray<LedgerEntry> Entries
    {
        get
        {
            lock (_lock)
            {
                return _entries;
            }
        }
    }

    /// <summary>Takes down what the evening has come to.</summary>
    public void Note(EveningState state)
    {
        if (state.Game is not { } game)
        {
            return;
        }

        lock (_lock)
        {
            var known = _entries.FirstOrDefault(entry => entry.GameId == game.Script.GameId);
            if (known is null && state.Stage is GameStage.Loading or GameStage.Playing)
            {
                known = new LedgerEntry(game, null, DateTimeOffset.MaxValue, Players(game));
                _entries = _entries.Add(known);
            }

            if (known is { StartedAt: null } && state.GameStartedAt is { } joined)
            {
                var start = joined - TimeSpan.FromSeconds(game.JoinedAt / speed);
                Replace(known, known with { StartedAt = start, EndsAt = start + TimeSpan.FromSeconds(game.Script.Duration / speed) });
            }
            else if (known is { IsAborted: false } && state.Phase == GameflowPhase.TerminatedInError)
            {
                Replace(known, known with { EndsAt = state.Since, IsAborted = true });
            }
        }
    }

    private void Replace(LedgerEntry old, LedgerEntry now) => _entries = _entries.Replace(old, now);

    private static ImmutableSortedDictionary<int, Person> Players(PlayedGame game) => game.Match["info"].Children("participants")
        .Select((one, index) => ParticipantReader.Read(one, index, game.Platform))
        .Where(one => !one.IsBot)
        .ToImmutableSortedDictionary(one => one.Id, one => Person.Of($"{one.GameName}#{one.TagLine}", one.Puuid));
}
