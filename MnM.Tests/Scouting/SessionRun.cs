using System.Collections.Concurrent;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using MnM.Collector.Matches;
using MnM.Collector.Players;
using MnM.Collector.Scouting;
using MnM.Simulator;
using MnM.Tests.Matches;
using MnM.Tests.Riot;

namespace MnM.Tests.Scouting;

/// <summary>A session of three people, you the first of them and the second on your side, who were once in a match together; Riot answers as a test says.</summary>
internal sealed class SessionRun : IAsyncDisposable
{
    public const int People = 3;
    public const string MatchId = "EUW1_7001";

    private static readonly RiotName[] Names = [.. Enumerable.Range(0, People).Select(person => new RiotName($"Player {person}", "MNM"))];
    private readonly RiotRun _run;
    private readonly ConcurrentQueue<(DateTimeOffset At, string Path)> _asked;

    private SessionRun(RiotRun run, ConcurrentQueue<(DateTimeOffset, string)> asked)
    {
        (_run, _asked) = (run, asked);
        Sources = new ScoutSources(run.Get<PlayerFetcher>(), run.Get<PlayerQueries>(), run.Get<FormLibrary>(), NullLogger<ScoutSources>.Instance);
        Session = new ScoutSession(Sources, "euw1", run.Clock, static () => { });
    }

    public ScoutSources Sources { get; }

    public ScoutSession Session { get; }

    public SimulatorClock Clock => _run.Clock;

    public RiotRun Riot => _run;

    public bool IsIdle => Session.IsIdle;

    /// <param name="answer">Riot's answer by path; null for the usual one.</param>
    public static async Task<SessionRun> StartAsync(Func<string, HttpResponseMessage?> answer)
    {
        var (asked, clock) = (new ConcurrentQueue<(DateTimeOffset, string)>(), new SimulatorClock());
        var riot = new StubRiot(path =>
        {
            asked.Enqueue((clock.GetUtcNow(), path));
            return answer(path) ?? Usual(path);
        });
        return new SessionRun(
            await RiotRun.StartAsync(riot, clock: clock, more: services => services.AddPlayers().AddMatches().AddSingleton<FormLibrary>()), asked);
    }

    /// <summary>The three are in the game.</summary>
    public void Meet(long gameId = 9001) => Meet(Session, gameId);

    /// <summary>The same in another session.</summary>
    public static void Meet(ScoutSession session, long gameId = 9001) => session.Meet(null, new ScoutGame(ScoutingPhase.Loading, gameId, 420, "CLASSIC", [.. Names.Select((name, person) => new ScoutSeat
    {
        Side = person < 2 ? ScoutSide.Blue : ScoutSide.Red,
        Stand = "",
        Name = name,
        IsYou = person == 0,
    })]));

    public Dossier Dossier(int person) => Session.Dossiers[Names[person]];

    public bool All(Func<Dossier, bool> isSo) => Session.Dossiers.Count == People && Session.Dossiers.Values.All(isSo);

    /// <summary>How often addresses were asked that hold this.</summary>
    public int Asked(string part) => Times(part).Count;

    /// <summary>When.</summary>
    public IReadOnlyList<DateTimeOffset> Times(string part) => [.. _asked.Where(one => one.Path.Contains(part, StringComparison.Ordinal)).Select(one => one.At)];

    /// <summary>Turns the clock until it is so; by five seconds at once, since a longer wait is one for the network.</summary>
    public Task UntilAsync(Func<bool> isSo, double mostStep = 5) => _run.UntilAsync(isSo, mostStep);

    public async ValueTask DisposeAsync()
    {
        await Session.DisposeAsync();
        await _run.DisposeAsync();
    }

    /// <summary>The id by which Riot knows a person.</summary>
    public static string Id(int person) => new((char)('a' + person), 78);

    private static HttpResponseMessage Usual(string path)
    {
        var person = Array.FindIndex(Names, name => path.Contains(Uri.EscapeDataString(name.GameName), StringComparison.Ordinal)) is >= 0 and var named
            ? named
            : Enumerable.Range(0, People).FirstOrDefault(one => path.Contains(Id(one), StringComparison.Ordinal));
        return StubRiot.Answer(HttpStatusCode.OK, path switch
        {
            _ when path.Contains("/accounts/", StringComparison.Ordinal) => $$"""{"puuid":"{{Id(person)}}","gameName":"Player {{person}}","tagLine":"MNM"}""",
            _ when path.Contains("/ids?", StringComparison.Ordinal) => $"""["{MatchId}"]""",
            _ when path.Contains("/matches/EUW1_", StringComparison.Ordinal) => Match(),
            _ when path.Contains("/entries/", StringComparison.Ordinal) || path.Contains("/champion-masteries/", StringComparison.Ordinal) => "[]",
            _ => "{}",
        });
    }

    private static string Match()
    {
        var json = MatchJson.Written();
        foreach (var (place, person) in json["info"]!["participants"]!.AsArray().Index())
        {
            // The first two play for blue, the third for red.
            person!["teamId"] = place < 5 ? 100 : 200;
            person["puuid"] = place switch { 0 => Id(0), 1 => Id(1), 9 => Id(2), _ => new string((char)('k' + place), 78) };
        }

        return json.ToJsonString();
    }
}
