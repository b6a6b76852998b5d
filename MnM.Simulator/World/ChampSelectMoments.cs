namespace MnM.Simulator.World;

/// <summary>The moments of a champion select, each with how long it lasts.</summary>
internal static class ChampSelectMoments
{
    private static readonly double[] Thirds = [0.3, 0.4, 0.3];

    /// <param name="select">What is to be done.</param>
    /// <param name="real">Makes real time of the seconds that people take.</param>
    public static IEnumerable<(ChampSelectMoment Moment, TimeSpan Lasts)> Of(ChampSelectScript select, Func<double, TimeSpan> real)
    {
        var number = 0;
        if (select.Queue.Picks == PickRule.Draft)
        {
            foreach (var part in Parts(real(10), "PLANNING", 0, [(0, false), (0, true)]))
            {
                yield return part;
            }
        }

        for (var turn = 0; turn < select.Turns.Length; turn++)
        {
            var actions = select.Turns[turn].Length;
            (int, bool)[] locked = actions switch { 1 => [(0, true)], 2 => [(0, true), (1, true)], _ => [(0, true), (actions * 4 / 10, true), (actions * 7 / 10, true)] };
            foreach (var part in Parts(real(Seconds(select, turn)), "BAN_PICK", turn, locked))
            {
                yield return part;
            }
        }

        foreach (var part in Parts(real(select.Turns.IsEmpty ? 40 : 20), "FINALIZATION", select.Turns.Length, [(0, true), (0, true)]))
        {
            yield return part;
        }

        IEnumerable<(ChampSelectMoment, TimeSpan)> Parts(TimeSpan total, string stage, int turnsDone, (int Locked, bool Intents)[] parts)
        {
            var left = total;
            for (var part = 0; part < parts.Length; part++)
            {
                var lasts = part == parts.Length - 1 ? left : total * Thirds[part];
                yield return (new ChampSelectMoment(number++, stage, turnsDone, parts[part].Locked, parts[part].Intents, left, total), lasts);
                left -= lasts;
            }
        }
    }

    private static double Seconds(ChampSelectScript select, int turn) => select.Turns[turn] switch
    {
        [{ Cell: < 0 }] => 1,
        { Length: > 5 } => 20,
        _ => 5,
    };
}
