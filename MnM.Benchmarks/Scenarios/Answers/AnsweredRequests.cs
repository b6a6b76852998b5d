using System.Collections.Immutable;
using System.Globalization;
using MnM.Benchmarks.Processes;
using MnM.Benchmarks.Scenarios.History;
using MnM.Collector.Matches;
using MnM.Collector.Players;
using MnM.Collector.Players.Users;

namespace MnM.Benchmarks.Scenarios.Answers;

/// <summary>How fast a user's list of matches and single matches are answered among many, at a rate that waits for nobody, and what a match allocates on its way.</summary>
internal sealed class AnsweredRequests : Measurement
{
    private const int PerSecond = 200;
    private const int Own = 1000;
    private const int Many = 100_000;
    private const int Fewer = 20_000;
    private const int ListPages = 40;
    private const int Counted = 2000;
    private const string Bare = "/health";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public override string Title => "Answers at 200 requests a second";

    public override string? FindLack() => ReleaseBuild.FindLack() ?? Programs.FindLack();

    public override async Task MeasureAsync(Results results, Size size, CancellationToken cancellationToken)
    {
        var (copies, seconds) = size == Size.Quick ? (Fewer / Own, 3) : (Many / Own, 20);
        await using var database = await EmptyDatabase.CreateAsync(cancellationToken);
        await ManyMatches.StoreAsync(database, Own, cancellationToken);
        ManyMatches.Multiply(database.File, copies);
        results.Add("stored_matches", Own * (copies + 1));
        var (user, matches) = await ReadAsync(database, copies, cancellationToken);

        await using var mnm = MnmProcess.Start(database.Folder, []);
        await mnm.WaitForAsync(Bare, _ => true, Patience, cancellationToken);
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = mnm.Address };
        http.DefaultRequestHeaders.AcceptEncoding.ParseAdd("br");
        (string Row, Func<int, string> Address)[] endpoints =
        [
            ("matches", number => string.Create(CultureInfo.InvariantCulture, $"/users/{user}/matches?page={1 + (number % ListPages)}")),
            ("match", number => $"/matches/{matches[number * 7919 % matches.Length]}"),
            ("yardstick", _ => Bare),
        ];
        foreach (var (row, address) in endpoints)
        {
            var (slow, usual) = (new List<double>(), new List<double>());
            for (var round = 0; round <= Results.Rounds; round++)
            {
                var times = await OpenLoop.RunAsync((number, token) => AskAsync(http, address(number), token), PerSecond, PerSecond * seconds, cancellationToken);
                if (round > 0)
                {
                    slow.Add(Results.Percentile(times, 99));
                    usual.Add(Results.Median(times));
                }
            }

            results.AddMedian($"{row}_p99_ms", slow);
            results.AddMedian($"{row}_p50_ms", usual);
        }

        results.Add("match_alloc_kb", await AllocatedAsync(http, endpoints[1].Address, cancellationToken));
        results.Add("yardstick_alloc_kb", await AllocatedAsync(http, endpoints[2].Address, cancellationToken));
    }

    /// <summary>A user's id, and the ids of all matches, by turns as Riot writes them and as UUIDs.</summary>
    private static async Task<(Guid User, ImmutableArray<string> Matches)> ReadAsync(EmptyDatabase database, int copies, CancellationToken cancellationToken)
    {
        var hero = await database.Collector.Get<PlayerQueries>().FindAsync(ManyMatches.Hero.GameName, ManyMatches.Hero.TagLine, cancellationToken);
        var user = await database.Collector.Get<UserStore>().EnsureAsync(hero!.Id, cancellationToken);
        var own = await database.Collector.Get<MatchListQuery>().ReadAsync(hero.Id, new MatchFilter(), skip: 0, Own, cancellationToken);
        return (user.Id, [.. Enumerable.Range(1, copies).SelectMany(copy => own.Ids.Select((id, place) => ManyMatches.CopyOf(id, copy) is var match && place % 2 == 0 ? match : $"{MatchUuid.Of(match)}"))]);
    }

    private static async Task AskAsync(HttpClient http, string address, CancellationToken cancellationToken)
    {
        using var answer = await http.GetAsync(new Uri(address, UriKind.Relative), cancellationToken);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>Kilobytes that MnM allocates for an answer: what its counter says after many, one by one, less what reading the counter costs.</summary>
    private static async Task<double> AllocatedAsync(HttpClient http, Func<int, string> address, CancellationToken cancellationToken)
    {
        var (first, before) = (await ReadCounterAsync(http, cancellationToken), await ReadCounterAsync(http, cancellationToken));
        for (var number = 0; number < Counted; number++)
        {
            await AskAsync(http, address(number), cancellationToken);
        }

        var after = await ReadCounterAsync(http, cancellationToken);
        return (after - before - (before - first)) / Counted / 1024;
    }

    private static async Task<double> ReadCounterAsync(HttpClient http, CancellationToken cancellationToken)
    {
        const string Counter = "mnm_allocated_bytes_total ";
        var metrics = await http.GetStringAsync(new Uri("/metrics", UriKind.Relative), cancellationToken);
        return double.Parse(metrics.Split('\n').Single(line => line.StartsWith(Counter, StringComparison.Ordinal))[Counter.Length..], CultureInfo.InvariantCulture);
    }
}
