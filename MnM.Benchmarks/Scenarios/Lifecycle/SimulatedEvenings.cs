using System.Collections.Immutable;
using MnM.Benchmarks.Evenings;
using MnM.Simulator.Faults;
using MnM.Simulator.World;

namespace MnM.Benchmarks.Scenarios.Lifecycle;

/// <summary>Whole evenings of three games each, in which client, game and MnM start, stop, fail and come back in seeded orders.</summary>
internal sealed class SimulatedEvenings : Measurement
{
    /// <summary>Evenings that are held against the truth.</summary>
    public const int Evenings = 200;

    /// <summary>All but one: nobody plays six hundred games in an evening.</summary>
    internal static readonly ImmutableArray<Fault> Kinds = [.. Enum.GetValues<Fault>().Except([Fault.ShortLists])];

    /// <summary>Each fault alone, then each pair of them; the first evenings have these, later ones as chance has it.</summary>
    internal static readonly ImmutableArray<ImmutableArray<Fault>> Faults = [.. Kinds.Select(one => ImmutableArray.Create(one)), .. Pairs(Kinds)];

    private const int QuickEvenings = 8;
    private const int GamesEach = 3;
    private const double Speed = 4;

    /// <summary>Longer than any evening; one that has not ended by then never will.</summary>
    private const int MostSeconds = 3 * 3600;

    public override string Title => "Simulated evenings";

    public override async Task MeasureAsync(Results results, Size size, CancellationToken cancellationToken)
    {
        var evenings = size == Size.Quick ? QuickEvenings : Evenings;
        var judges = new EveningJudge[evenings];
        await Parallel.ForEachAsync(Enumerable.Range(0, evenings), cancellationToken, async (seed, stop) => judges[seed] = await PlayAsync(seed, stop));
        foreach (var (seed, fault) in judges.SelectMany((judge, seed) => judge.Faults.Take(5).Select(fault => (seed, fault))))
        {
            await Console.Error.WriteLineAsync($"  evening {seed}: {fault}");
        }

        results.Add("evenings", evenings);
        results.Add("games_watched", judges.Sum(judge => judge.Games));
        results.Add("games_missed", judges.Sum(judge => judge.Missed));
        results.Add("games_split", judges.Sum(judge => judge.Split));
        results.Add("games_merged", judges.Sum(judge => judge.Merged));
        results.Add("phase_seconds", judges.Sum(judge => judge.PhaseSeconds));
        results.Add("phase_wrong", judges.Sum(judge => judge.PhaseWrong));
        results.Add("reconnect_p95_s", Percentile([.. judges.SelectMany(judge => judge.Reconnects)], 0.95));
    }

    /// <summary>One evening from its start to its end.</summary>
    internal static async Task<EveningJudge> PlayAsync(int seed, CancellationToken cancellationToken)
    {
        using var folder = new ScratchFolder();
        await using var evening = new WatchedEvening(folder.Path, Options(seed));
        var judge = new EveningJudge(evening);
        var random = new Random(seed);
        var change = random.Next(3) == 0 ? random.Next(1, 900) : 0;
        evening.Machine.Start();
        for (var second = 0; second < MostSeconds && !evening.Machine.Evening.Over.IsCompleted; second++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (second == change)
            {
                // MnM is started or stopped: for a moment, for minutes, or over the end of a game.
                var runs = evening.State is not null;
                await (runs ? evening.StopMnmAsync() : evening.StartMnmAsync());
                change = second + (runs ? random.Next(2, random.Next(2) == 0 ? 10 : 400) : random.Next(30, 2400));
            }

            await evening.SecondAsync();
            judge.Look();
        }

        await evening.Machine.Evening.Over;
        if (evening.State is null)
        {
            await evening.StartMnmAsync();
        }

        await judge.CountAsync();
        return judge;
    }

    /// <summary>How the evening with that number goes.</summary>
    internal static EveningOptions Options(int seed)
    {
        var random = new Random(seed + 1_000_000);
        var incidents = Enum.GetValues<Incident>();
        return new EveningOptions
        {
            Seed = seed,
            Speed = Speed,
            Games = GamesEach,
            Faults = seed < Faults.Length ? Faults[seed] : [.. Some([.. Kinds], random.Next(3), random)],
            IncidentsOf = game => [.. Some(incidents, random.Next(3), new Random((seed * GamesEach) + game))],
        };
    }

    private static IEnumerable<ImmutableArray<Fault>> Pairs(ImmutableArray<Fault> faults) =>
        faults.SelectMany((one, index) => faults.Skip(index + 1).Select(other => ImmutableArray.Create(one, other)));

    private static ImmutableArray<T> Some<T>(T[] of, int count, Random random)
    {
        var shuffled = of.ToArray();
        random.Shuffle(shuffled);
        return [.. shuffled.Take(count)];
    }

    private static double Percentile(double[] values, double part) => values.Order().ElementAt((int)Math.Ceiling(values.Length * part) - 1);
}
