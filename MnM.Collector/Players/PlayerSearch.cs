using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using MnM.Collector.Storage;

namespace MnM.Collector.Players;

/// <summary>Finds players by what somebody typed of a Riot ID. Only Riot IDs of today: Riot wants no history of names told.</summary>
public sealed class PlayerSearch(IDbContextFactory<MnmDbContext> contexts)
{
    /// <summary>Those whose Riot ID begins with it, then those whose Riot ID holds it; case and blanks are the same to Riot.</summary>
    /// <param name="text">A part of a Riot ID, the tag after # or a hyphen.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="cancellationToken">Ends the question.</param>
    public async Task<ImmutableArray<NamedPlayer>> FindAsync(string text, int most, CancellationToken cancellationToken)
    {
        var keys = KeysOf(text);
        var found = new List<NamedPlayer>();
        if (keys.IsEmpty)
        {
            return [];
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        foreach (var query in keys.Select(key => BeginningWith(db, key)).Concat(keys.Select(key => Holding(db, key))))
        {
            if (found.Count < most)
            {
                found.AddRange((await query.Take(most).ToListAsync(cancellationToken)).Where(player => !found.Contains(player)));
            }
        }

        return [.. found.Take(most)];
    }

    internal static IQueryable<NamedPlayer> BeginningWith(MnmDbContext db, string key)
    {
        // As a range, which the index knows; a pattern it would not.
        var end = $"{key}\U0010FFFF";
        return Named(db.Players.Where(player => string.Compare(player.RiotIdKey, key) >= 0 && string.Compare(player.RiotIdKey, end) < 0).OrderBy(player => player.RiotIdKey));
    }

    private static IQueryable<NamedPlayer> Holding(MnmDbContext db, string key) =>
        Named(db.Players.Where(player => player.RiotIdKey != null && player.RiotIdKey.Contains(key)).OrderByDescending(player => player.SeenAt));

    private static IQueryable<NamedPlayer> Named(IQueryable<Player> players) =>
        players.Select(player => new NamedPlayer(player.GameName!, player.TagLine!, player.ProfileIcon, player.Level));

    /// <summary>As Riot compares Riot IDs. A hyphen may stand in the name or before the tag.</summary>
    private static ImmutableArray<string> KeysOf(string text)
    {
        var key = string.Concat(text.Where(letter => !char.IsWhiteSpace(letter))).ToUpperInvariant();
        return key.Length == 0 ? []
            : !key.Contains('#', StringComparison.Ordinal) && key.LastIndexOf('-') is > 0 and var hyphen ? [key, $"{key[..hyphen]}#{key[(hyphen + 1)..]}"]
            : [key];
    }
}

/// <summary>A player by name.</summary>
/// <param name="GameName">The Riot ID's first part.</param>
/// <param name="TagLine">Its second part.</param>
/// <param name="ProfileIcon">Number of the picture; null where it is not known.</param>
/// <param name="Level">Null where it is not known.</param>
public sealed record NamedPlayer(string GameName, string TagLine, int? ProfileIcon, int? Level)
{
    /// <summary>Whether a path names this player.</summary>
    public bool Is(PlayerPath path) => path.Is(GameName, TagLine);
}
