using MnM.Collector.Tft.Analytics;
using MnM.Collector.Tft.Patches;
using MnM.Collector.Tft.Rows;

namespace MnM.Tests.Tft.Analytics;

/// <summary>A store that says what the test has it say, and remembers what it was asked.</summary>
internal sealed class FakeAnalytics : ITftAnalytics
{
    private readonly Lock _lock = new();

    public List<TftQuery> Queries { get; } = [];

    public List<TftCoverage> Coverage { get; } = [];

    public TftSums Sums { get; set; } = new(Sum.None, new Dictionary<GroupKey, (GroupSums, GroupSums)>());

    /// <summary>What it throws in place of an answer.</summary>
    public string? Fault { get; set; }

    /// <summary>What a count waits for.</summary>
    public Task Gate { get; set; } = Task.CompletedTask;

    public int Cleared { get; private set; }

    public Task<long> OpenAsync(CancellationToken cancellationToken) => Task.FromResult(1L);

    public Task StoreAsync(IReadOnlyCollection<FlatMatch> matches, CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task<TftSums> CountAsync(TftQuery query, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            Queries.Add(query);
        }

        await Gate.WaitAsync(cancellationToken);
        Throw();
        return Sums;
    }

    public Task<IReadOnlyList<TftCoverage>> ReadCoverageAsync(CancellationToken cancellationToken)
    {
        Throw();
        return Task.FromResult<IReadOnlyList<TftCoverage>>([.. Coverage]);
    }

    public Task ClearAsync(CancellationToken cancellationToken)
    {
        Throw();
        Cleared++;
        return Task.CompletedTask;
    }

    public Task DropAsync(Patch patch, CancellationToken cancellationToken) => Task.CompletedTask;

    private void Throw()
    {
        if (Fault is { } fault)
        {
            throw new TftAnalyticsException(fault);
        }
    }
}

/// <summary>Sums over matches, as a store makes them, from the places of each match.</summary>
internal static class Sum
{
    public static GroupSums None { get; } = new(0, [0, 0, 0, 0, 0, 0, 0, 0], 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    /// <summary>Of matches that are their own base.</summary>
    public static GroupSums Of(IEnumerable<int[]> matches) => Of(matches.Select(places => (places, places)));

    /// <summary>Of the places of a group and of its base in each match.</summary>
    public static GroupSums Of(IEnumerable<(int[] Group, int[] Base)> matches)
    {
        var places = new long[8];
        long count = 0, nn = 0, ns = 0, ss = 0, nt = 0, tt = 0, nw = 0, nnBase = 0, snBase = 0, nsBase = 0, ssBase = 0;
        foreach (var (group, all) in matches)
        {
            long n = group.Length, s = group.Sum(), t = group.Count(place => place <= 4), w = group.Count(place => place == 1), nAll = all.Length, sAll = all.Sum();
            count += n > 0 ? 1 : 0;
            (nn, ns, ss, nt, tt, nw) = (nn + (n * n), ns + (n * s), ss + (s * s), nt + (n * t), tt + (t * t), nw + (n * w));
            (nnBase, snBase, nsBase, ssBase) = (nnBase + (n * nAll), snBase + (s * nAll), nsBase + (n * sAll), ssBase + (s * sAll));
            foreach (var place in group)
            {
                places[place - 1]++;
            }
        }

        return new GroupSums(count, [.. places], nn, ns, ss, nt, tt, nw, nnBase, snBase, nsBase, ssBase);
    }
}
