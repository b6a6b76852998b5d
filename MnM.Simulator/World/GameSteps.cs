using System.Collections.Immutable;

namespace MnM.Simulator.World;

/// <summary>Writes the steps around one game, from the lobby until the screen after it is left.</summary>
internal sealed class GameSteps(PlayedGame game, ImmutableArray<Incident> incidents, Pace pace, Random random)
{
    private static readonly TimeSpan EndStays = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan HurriedPart = TimeSpan.FromSeconds(2);
    private readonly QueueInfo _queue = QueueInfo.Of(game.Script);

    /// <summary>Whoever watches a custom game sits in its lobby; whoever watches another comes from nowhere.</summary>
    private readonly bool _watchesFromOutside = game is { IsWatched: true, IsCustom: false };

    /// <param name="begins">Whether to begin shortly before the end of champion select.</param>
    public IEnumerable<EveningStep> Write(bool begins)
    {
        var before = (begins, _watchesFromOutside) switch
        {
            (true, true) => [new EveningStep(HurriedPart) { Phase = GameflowPhase.None }],
            (true, false) => Hurried(),
            (false, true) => [Step(GameflowPhase.None, 10)],
            _ => Preparing(),
        };
        return before.Concat(Playing()).Concat(After());
    }

    private bool Has(Incident incident) => incidents.Contains(incident);

    private EveningStep Step(GameflowPhase phase, double seconds) => new(pace.Of(seconds)) { Phase = phase, Queue = _queue };

    // Whoever starts the simulator wants to see a game.
    private IEnumerable<EveningStep> Hurried()
    {
        var last = ChampSelectMoments.Of(ChampSelectScript.Of(game), pace.Real).Last().Moment;
        var left = HurriedPart * 0.75;
        yield return new EveningStep(left) { Phase = GameflowPhase.ChampSelect, Queue = _queue, Game = game, ChampSelect = last with { Left = left } };
        yield return new EveningStep(HurriedPart - left) { Phase = GameflowPhase.GameStart };
    }

    private IEnumerable<EveningStep> Preparing()
    {
        yield return Step(GameflowPhase.Lobby, 8);
        foreach (var step in _queue.IsCustom ? [] : Finding())
        {
            yield return step;
        }

        if (Has(Incident.Dodge) || Has(Incident.OwnDodge))
        {
            foreach (var step in Dodging())
            {
                yield return step;
            }
        }

        foreach (var step in Choosing(game))
        {
            yield return step;
        }

        yield return Step(GameflowPhase.GameStart, 2);
        if (Has(Incident.FailedToLaunch))
        {
            yield return Step(GameflowPhase.FailedToLaunch, 8);
        }
    }

    private IEnumerable<EveningStep> Finding()
    {
        if (Has(Incident.Clash))
        {
            yield return Step(GameflowPhase.CheckedIntoTournament, 15);
            yield break;
        }

        yield return Step(GameflowPhase.Matchmaking, 12);
        yield return Step(GameflowPhase.ReadyCheck, 4);
        if (Has(Incident.Declined))
        {
            yield return Step(GameflowPhase.Matchmaking, 9);
            yield return Step(GameflowPhase.ReadyCheck, 4);
        }
    }

    private IEnumerable<EveningStep> Dodging()
    {
        var moments = Choosing(game.NeverPlayed()).ToList();
        foreach (var step in moments.Take(random.Next(1, moments.Count)))
        {
            yield return step;
        }

        // A lobby of one's own is left only by oneself; whoever else leaves sends the others back to the search.
        if (Has(Incident.OwnDodge) || _queue.IsCustom)
        {
            yield return Step(GameflowPhase.Lobby, 8) with { Dodged = true };
        }
        else
        {
            yield return Step(GameflowPhase.Matchmaking, 12) with { Dodged = true };
        }

        if (!_queue.IsCustom)
        {
            yield return Step(GameflowPhase.Matchmaking, 12);
            yield return Step(GameflowPhase.ReadyCheck, 4);
        }
    }

    private IEnumerable<EveningStep> Choosing(PlayedGame chosen) => ChampSelectMoments.Of(ChampSelectScript.Of(chosen), seconds => pace.Of(seconds))
        .Select(part => new EveningStep(part.Lasts) { Phase = GameflowPhase.ChampSelect, Queue = _queue, Game = chosen, ChampSelect = part.Moment });

    private IEnumerable<EveningStep> Playing()
    {
        var phase = _watchesFromOutside ? GameflowPhase.WatchInProgress : GameflowPhase.InProgress;
        var left = pace.Real(game.Script.Duration - game.JoinedAt);
        yield return Loading() with { Phase = phase, Game = game, Queue = _queue };
        if (Has(Incident.TerminatedInError) || Has(Incident.Reconnect))
        {
            var part = left * (0.2 + (0.6 * random.NextDouble()));
            yield return new EveningStep(part) { Stage = GameStage.Playing };
            left -= part;
        }

        if (Has(Incident.TerminatedInError))
        {
            yield return new EveningStep(pace.Of(6)) { Phase = GameflowPhase.TerminatedInError, Stage = GameStage.Closed };
            yield break;
        }

        if (Has(Incident.Reconnect))
        {
            // The game goes on without the player, and its clock with it.
            var away = left * 0.1;
            yield return new EveningStep(away) { Phase = phase == GameflowPhase.InProgress ? GameflowPhase.Reconnect : phase, Stage = GameStage.Closed };
            yield return Loading() with { Phase = phase, Lasts = away };
            left -= 2 * away;
        }

        yield return new EveningStep(left) { Stage = GameStage.Playing };
        yield return new EveningStep(EndStays) { Stage = GameStage.Ended };
    }

    private EveningStep Loading() => new(pace.Of(10, atLeast: 1, atMost: 5)) { Stage = GameStage.Loading };

    private IEnumerable<EveningStep> After()
    {
        if (Has(Incident.TerminatedInError))
        {
            yield return Step(GameflowPhase.None, 5);
        }
        else if (_watchesFromOutside)
        {
            yield return Step(GameflowPhase.None, 5) with { Stage = GameStage.Closed };
        }
        else
        {
            yield return Step(GameflowPhase.WaitingForStats, 4) with { Stage = GameStage.Closed };
            yield return Step(GameflowPhase.PreEndOfGame, 4);
            yield return Step(GameflowPhase.EndOfGame, 15);
            if (random.Next(2) == 0)
            {
                yield return Step(GameflowPhase.None, 10);
            }
        }
    }
}
