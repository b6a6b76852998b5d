using System.Collections.Concurrent;
using MnM.Collector.Players;

namespace MnM.Collector.Matches;

/// <summary>Fetches the latest matches of a player of whom none is stored, while somebody waits.</summary>
public sealed class FirstMatches
{
    /// <summary>As many as a first page shows.</summary>
    public const int Count = 20;

    /// <summary>So long nobody who has no matches is asked about again.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(2);

    private readonly ConcurrentDictionary<long, DateTimeOffset> _without = [];

    private readonly PlayerFinder _finder;
    private readonly MatchLibrary _library;
    private readonly TimeProvider _time;

    internal FirstMatches(PlayerFinder finder, MatchLibrary library, TimeProvider time) => (_finder, _library, _time) = (finder, library, time);

    /// <summary>Fetches what comes within <see cref="Patience"/>; what is under way then is stored when it comes.</summary>
    /// <returns>Why not all are there, in a sentence for people; null where they are.</returns>
    public async Task<string?> FetchAsync(KnownPlayer player, CancellationToken cancellationToken)
    {
        if (_without.TryGetValue(player.Id, out var at) && _time.GetUtcNow() - at < Pause)
        {
            return null;
        }

        var fault = await AskAsync(player, cancellationToken);
        if (fault is null)
        {
            _without[player.Id] = _time.GetUtcNow();
        }

        return fault;
    }

    private Task<string?> AskAsync(KnownPlayer player, CancellationToken cancellationToken) => Patience.WaitAsync<string?>(
        async token => await _finder.FindPlatformAsync(player, token) switch
        {
            FoundPlatform.Found { Region: var region } => (await _library.FetchLatestAsync(player, region, Count, token)).Fault,
            FoundPlatform.Nowhere nowhere => nowhere.Sentence,
            var refused => ((FoundPlatform.Unavailable)refused).Reason,
        },
        () => Patience.TooSlow,
        _time,
        cancellationToken);
}
