using System.Collections.Immutable;
using MnM.Collector.Live;
using MnM.Collector.Live.Lcu;
using MnM.Collector.Matches;
using MnM.Collector.StaticData;
using MnM.Web.Matches;

namespace MnM.Web.Games;

/// <summary>Who of a match is who of the watched game.</summary>
internal static class MatchPairs
{
    /// <summary>The participant of each slot; null where the match has nobody who fits.</summary>
    public static ImmutableArray<MatchParticipant?> Of(LiveView game, ReadMatch? match, StaticCatalog catalog)
    {
        var left = match?.Participants.ToList() ?? [];
        return [.. game.Players.Select(player =>
        {
            // The same champion can be there twice; then the name decides, and where that is hidden too the order does.
            var found = left.Where(one => IsTeam(one.TeamId, player.Team) && Plays(one, player, catalog))
                .OrderByDescending(one => player.GameName.Length > 0 && one.GameName == player.GameName)
                .FirstOrDefault();
            left.RemoveAll(one => ReferenceEquals(one, found));
            return found;
        })];
    }

    /// <summary>The figures as the scoreboard takes them; empty where somebody is missing, so that no figures of another game are shown.</summary>
    public static ImmutableArray<EndOfGamePlayer> Finals(ImmutableArray<MatchParticipant?> pairs) => pairs.Any(one => one is null) ? [] : [.. pairs.Select(one => MatchFinals.Of(one!))];

    /// <summary>Whether a team of a match is this one of the game; modes with more than two sides name them otherwise here than there.</summary>
    private static bool IsTeam(int teamId, string team) => team switch
    {
        TeamView.Blue => teamId == 100,
        TeamView.Red => teamId == 200,
        _ => true,
    };

    private static bool Plays(MatchParticipant one, PlayerView player, StaticCatalog catalog) =>
        string.Equals(one.ChampionName, player.ChampionAlias, StringComparison.OrdinalIgnoreCase)
        || (catalog.Champions.TryGetValue(player.ChampionAlias, out var champion) && champion.Id == one.ChampionId);
}
