using System.Collections.Immutable;
using System.Security.Claims;
using System.Text.RegularExpressions;
using MnM.Collector.Matches;
using MnM.Collector.Players;
using MnM.Collector.Riot;
using MnM.Collector.StaticData;
using MnM.Web.Champions;
using MnM.Web.Security;

namespace MnM.Web.Search;

/// <summary>Looks for what somebody typed: players that MnM knows, champions, matches. It asks nobody but the database.</summary>
public sealed partial class SearchQuery(PlayerSearch players, MatchQueries matches, StaticDataStore catalogs)
{
    /// <summary>Of each kind.</summary>
    public const int Most = 8;

    /// <summary>Longer texts name nothing.</summary>
    public const int Longest = 100;

    /// <summary>What a text may mean.</summary>
    /// <param name="text">Not empty and not too long.</param>
    /// <param name="cancellationToken">Ends the question.</param>
    public async Task<FoundThings> FindAsync(string text, CancellationToken cancellationToken)
    {
        text = text.Trim();
        var known = await players.FindAsync(text, Most, cancellationToken);
        return new FoundThings(text, known, Champions(text), await MatchesAsync(text, cancellationToken), Unknown(text, known));
    }

    private ImmutableArray<KnownChampion> Champions(string text) =>
    [
        .. catalogs.Current.Champions.Values.Select(KnownChampion.Of)
            .Select(champion => (Champion: champion, Fit: NameMatch.OfName(text, champion))).Where(one => one.Fit is not null)
            .OrderBy(one => one.Fit).ThenBy(one => one.Champion.Name, StringComparer.OrdinalIgnoreCase)
            .Take(Most).Select(one => one.Champion),
    ];

    private async Task<ImmutableArray<FoundMatch>> MatchesAsync(string text, CancellationToken cancellationToken)
    {
        var named = Guid.TryParseExact(text, "D", out var uuid) ? MatchUuid.Read(uuid) ?? text : text;
        if (MatchId().Match(named) is not { Success: true, Groups: var parts })
        {
            return [];
        }

        // Without its platform a number may be a match of each.
        var (platform, number) = (parts["platform"].Value.ToUpperInvariant(), parts["number"].Value);
        var ids = platform.Length > 0 ? [$"{platform}_{number}"] : Routing.Platforms.Select(one => $"{one.ToUpperInvariant()}_{number}").ToList();
        var stored = (await matches.ListAsync(ids, cancellationToken)).Where(match => !Brawl.Is(match.Mode, match.QueueId)).Take(Most).Select(match => new FoundMatch(match.Id, match)).ToImmutableArray();
        return stored.IsEmpty && platform.Length > 0 && Routing.RegionOf(platform) is not null ? [new FoundMatch(ids[0], null)] : stored;
    }

    /// <summary>What can be a Riot ID and is nobody's whom MnM knows.</summary>
    private static PlayerPath? Unknown(string text, ImmutableArray<NamedPlayer> known) =>
        RiotId().IsMatch(text) && PlayerPath.Parse(text) is { GameName.Length: > 0 } path && !known.Any(player => player.Is(path)) ? path : null;

    [GeneratedRegex(@"^(?:(?<platform>[a-z]{2,4}[0-9]?)_)?(?<number>[1-9][0-9]{5,17})$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex MatchId();

    /// <summary>Riot's rule: a name of 3 to 16 letters, a tag of 3 to 5; some old ones are shorter.</summary>
    [GeneratedRegex(@"^[^#<>/\\]{2,22}\s*[#-]\s*[\p{L}\p{N}]{2,5}$", RegexOptions.CultureInvariant)]
    private static partial Regex RiotId();
}

/// <summary>What a text may mean.</summary>
/// <param name="Text">As it was sought.</param>
/// <param name="Players">By their Riot IDs of today, best first.</param>
/// <param name="Champions">Best first.</param>
/// <param name="Matches">The latest first.</param>
/// <param name="Unknown">Whom Riot could be asked for; null where the text is no Riot ID or MnM knows whose.</param>
public sealed record FoundThings(string Text, ImmutableArray<NamedPlayer> Players, ImmutableArray<KnownChampion> Champions, ImmutableArray<FoundMatch> Matches, PlayerPath? Unknown)
{
    /// <summary>What <paramref name="visitor"/> is led to: a viewer to nothing for which Riot would have to be asked, and to no custom game that is not shown.</summary>
    internal FoundThings For(ClaimsPrincipal visitor, CustomGames customs) =>
        visitor.IsOwner() ? this : this with { Matches = Matches.RemoveAll(match => match.Stored is not { } stored || customs.Hide(stored.QueueId, visitor)), Unknown = null };
}

/// <summary>A match that was named.</summary>
/// <param name="Id">Riot's.</param>
/// <param name="Stored">Null where it is not stored: its page asks Riot for it.</param>
public sealed record FoundMatch(string Id, Collector.Matches.Match? Stored);
