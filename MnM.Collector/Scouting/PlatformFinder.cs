using MnM.Collector.Backplane;
using MnM.Collector.Riot;

namespace MnM.Collector.Scouting;

/// <summary>Where neither the League client nor the settings tell on which platform you play, Riot does: asked once for each Riot ID, and again after a while where it did not answer.</summary>
internal sealed class PlatformFinder(AccountApi accounts, TimeProvider time)
{
    /// <summary>Every region but sea knows all accounts.</summary>
    private const string AnyRegion = "europe";
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(20);

    private readonly Lock _lock = new();
    private readonly Dictionary<RiotName, string?> _found = [];
    private readonly Dictionary<RiotName, long> _askedAt = [];

    /// <summary>Your platform, in lower case; null while it is not known.</summary>
    public string? Find(RiotName you)
    {
        lock (_lock)
        {
            return _found.GetValueOrDefault(you);
        }
    }

    /// <summary>Whether it is worth a question now; who is told so asks.</summary>
    public bool ShouldAsk(RiotName you)
    {
        lock (_lock)
        {
            if (_found.ContainsKey(you) || (_askedAt.TryGetValue(you, out var last) && time.GetElapsedTime(last) < Pause))
            {
                return false;
            }

            _askedAt[you] = time.GetTimestamp();
            return true;
        }
    }

    /// <summary>Asks Riot; answers whether the platform is known now.</summary>
    public async Task<bool> AskAsync(RiotName you, CancellationToken cancellationToken)
    {
        if ((await accounts.FindByRiotIdAsync(you.GameName, you.TagLine, AnyRegion, Lane.Live, cancellationToken)).Found is not { Puuid: var puuid })
        {
            return false;
        }

        var told = await accounts.FindPlatformAsync(puuid, AnyRegion, Lane.Live, cancellationToken);
        if (told is not (RiotAnswer<string>.Fetched or RiotAnswer<string>.NotFound))
        {
            return false;
        }

        // A platform that MnM does not know is as good as none.
        var platform = told.Found is { } name && Routing.RegionOf(name) is not null ? name : null;
        lock (_lock)
        {
            _found[you] = platform;
        }

        return platform is not null;
    }
}
