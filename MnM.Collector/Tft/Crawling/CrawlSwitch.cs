using System.Collections.Concurrent;
using MnM.Collector.Backplane;

namespace MnM.Collector.Tft.Crawling;

/// <summary>
/// Whether the crawler runs here, what it crawls, and which routes it leaves alone for a while since nobody answers there: their items stay where they are
/// instead of being claimed and given back, thousands of them, again and again. The loop sets it by what is stored.
/// </summary>
internal sealed class CrawlSwitch(TimeProvider time)
{
    /// <summary>Without a key, and while Riot's servers do not answer.</summary>
    public static readonly TimeSpan WhileNobodyAnswers = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<string, (long At, string Why)> _silent = [];
    private volatile CrawlerPlan? _plan;

    /// <summary>Why Riot cannot be asked, by the route that was silent last; null where none was lately.</summary>
    public string? Silence => _silent.Values.Where(silence => time.GetElapsedTime(silence.At) < 2 * WhileNobodyAnswers).OrderByDescending(silence => silence.At).Select(silence => silence.Why).FirstOrDefault();

    public bool IsRunning => _plan is not null;

    /// <summary>Lets it run with a plan, or rest where there is none.</summary>
    public void Set(CrawlerPlan? plan) => _plan = plan;

    /// <summary>Whether a ladder is still to be read.</summary>
    public bool Wants(LadderName ladder) => _plan?.Ladders.Contains(ladder) ?? true;

    /// <summary>Work for platforms that are not crawled any more stays where it is until they are again: where it was given up, what it leads to would be lost.</summary>
    public bool MayClaim(WorkGroup group) => _plan?.Platforms.Contains(group.Owner) is true && (!_silent.TryGetValue(group.Route, out var silence) || time.GetElapsedTime(silence.At) >= WhileNobodyAnswers);

    /// <summary>Nobody answers on a route.</summary>
    public void NoteSilence(string route, string why) => _silent[route] = (time.GetTimestamp(), why);

    public void NoteAnswer(string route) => _silent.TryRemove(route, out _);
}
