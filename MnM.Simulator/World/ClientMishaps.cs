using System.Collections.Immutable;

namespace MnM.Simulator.World;

/// <summary>Puts what happens to the League client's process into the steps around a game, without moving what happens when.</summary>
internal static class ClientMishaps
{
    public static IEnumerable<EveningStep> Into(IReadOnlyList<EveningStep> steps, ImmutableArray<Incident> incidents, Pace pace, Random random)
    {
        var changed = steps.ToList();
        if (incidents.Contains(Incident.ClientClosed))
        {
            Close(changed, pace);
        }

        if (incidents.Contains(Incident.ClientCrash))
        {
            Interrupt(changed, random, pace.Of(12), pace);
        }

        if (incidents.Contains(Incident.ClientRestart))
        {
            Interrupt(changed, random, TimeSpan.Zero, pace);
        }

        return changed;
    }

    /// <summary>Away from the first second of the game until it is over.</summary>
    private static void Close(List<EveningStep> steps, Pace pace)
    {
        var begin = steps.FindIndex(step => step.Stage == GameStage.Playing);
        steps[begin] = steps[begin] with { Client = ClientChange.Close };
        var end = steps.FindIndex(begin, step => step.Phase is GameflowPhase.WaitingForStats or GameflowPhase.TerminatedInError or GameflowPhase.None);
        Split(steps, end, TimeSpan.Zero, pace);
    }

    /// <summary>In the middle of a step in which the client answers it dies, and starts again after that time: in the same moment if there is none.</summary>
    private static void Interrupt(List<EveningStep> steps, Random random, TimeSpan away, Pace pace)
    {
        var answers = Enumerable.Range(0, steps.Count)
            .Where(at => steps.Take(at + 1).LastOrDefault(step => step.Client is not null)?.Client is null or ClientChange.Listen).ToList();
        var at = answers[random.Next(answers.Count)];
        var (whole, half) = (steps[at], steps[at].Lasts / 2);
        steps[at] = whole with { Lasts = half };
        steps.Insert(at + 1, new EveningStep(whole.Lasts - half) { Client = away > TimeSpan.Zero ? ClientChange.Crash : null });
        Split(steps, at + 1, away, pace);
    }

    /// <summary>Within the step, after that time: the client starts again, and answers a little later.</summary>
    private static void Split(List<EveningStep> steps, int at, TimeSpan after, Pace pace)
    {
        var whole = steps[at];
        var launch = Min(after, whole.Lasts / 2);
        var silent = Min(pace.Of(3), (whole.Lasts - launch) / 2);
        var rest = whole.Lasts - launch - silent;
        if (launch > TimeSpan.Zero)
        {
            steps[at] = whole with { Lasts = launch };
            steps.Insert(at + 1, new EveningStep(silent) { Client = ClientChange.Launch });
            steps.Insert(at + 2, new EveningStep(rest) { Client = ClientChange.Listen });
        }
        else
        {
            steps[at] = whole with { Lasts = silent, Client = ClientChange.Launch };
            steps.Insert(at + 1, new EveningStep(rest) { Client = ClientChange.Listen });
        }
    }

    private static TimeSpan Min(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
