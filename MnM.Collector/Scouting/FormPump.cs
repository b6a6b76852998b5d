using System.Collections.Immutable;
using MnM.Collector.Backplane;
using MnM.Collector.Matches;

namespace MnM.Collector.Scouting;

/// <summary>Fetches the matches of the players' lists, one of each player in turn.</summary>
/// <param name="library">Where they come from.</param>
/// <param name="book">Where they go.</param>
/// <param name="tasks">Runs the questions.</param>
/// <param name="ended">Called after each question with the match that has come, null where none has.</param>
internal sealed class FormPump(FormLibrary library, DossierBook book, ScoutTasks tasks, Func<FormMatch?, CancellationToken, Task> ended)
{
    /// <summary>Of each lane, those that may wait for Riot's limits at once: what was asked is answered, even if the game ends meanwhile.</summary>
    private const int MatchesAtOnce = 10;

    private readonly Lock _lock = new();
    private readonly Dictionary<Lane, HashSet<string>> _underWay = new() { [Lane.Live] = [], [Lane.Requested] = [] };
    private ImmutableArray<RiotName> _order = [];
    private bool _hasEnded;

    /// <summary>Goes on with the matches of these players.</summary>
    /// <param name="order">Whose turn comes when.</param>
    /// <param name="isOver">Whether nothing more is asked for.</param>
    public void Turn(ImmutableArray<RiotName> order, bool isOver)
    {
        lock (_lock)
        {
            (_order, _hasEnded) = (order, isOver);
        }

        Fetch();
    }

    /// <summary>Asks for nothing more.</summary>
    public void End()
    {
        lock (_lock)
        {
            _hasEnded = true;
        }
    }

    /// <summary>Asks for as many matches as may be under way.</summary>
    public void Fetch()
    {
        lock (_lock)
        {
            foreach (var (lane, underWay) in _underWay)
            {
                while (!_hasEnded && underWay.Count < MatchesAtOnce && Next(lane) is { } next)
                {
                    underWay.Add(next);
                    tasks.Run(token => FetchAsync(next, lane, token));
                }
            }
        }
    }

    private string? Next(Lane lane)
    {
        var dossiers = book.All;
        return FormTurns.Next(_order.Select(name => dossiers[name]), _underWay.Values.SelectMany(all => all).ToHashSet(StringComparer.Ordinal), lane);
    }

    private async Task FetchAsync(string matchId, Lane lane, CancellationToken cancellationToken)
    {
        MatchAnswer answer;
        try
        {
            answer = await library.EnsureAsync(matchId, lane, cancellationToken);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            answer = new MatchAnswer.Unavailable($"The match could not be kept: {fault.Message}");
        }

        book.Count();
        book.ChangeAll(dossier => dossier.Missing.Contains(matchId) ? With(dossier, matchId, answer) : dossier);
        lock (_lock)
        {
            _underWay[lane].Remove(matchId);
        }

        Fetch();
        await ended(answer is MatchAnswer.Stored { Match: var read } ? FormMatch.Of(read) : null, cancellationToken);
    }

    private static Dossier With(Dossier dossier, string matchId, MatchAnswer answer) => answer switch
    {
        MatchAnswer.Stored { Match: var read } when FormMatch.Of(read) is { } match => dossier with { Matches = dossier.Matches.SetItem(matchId, match) },
        MatchAnswer.Unavailable { Reason: var reason } => dossier with { Failed = dossier.Failed.SetItem(matchId, reason) },
        _ => dossier with { Closed = dossier.Closed.Add(matchId) },
    };
}
