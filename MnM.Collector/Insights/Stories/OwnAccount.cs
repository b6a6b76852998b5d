using Microsoft.EntityFrameworkCore;
using MnM.Collector.Live;
using MnM.Collector.Matches;
using MnM.Collector.Players;
using MnM.Collector.Storage;

namespace MnM.Collector.Insights.Stories;

/// <summary>Knows who the owner is: the account of the League client, or else who played the last game that MnM watched.</summary>
internal sealed class OwnAccount(IDbContextFactory<MnmDbContext> contexts, Feed<LiveState> states)
{
    private const int BlueTeam = 100;

    /// <summary>Whether a Riot ID is the owner's.</summary>
    public async Task<bool> IsAsync(PlayerName name, CancellationToken cancellationToken)
    {
        if (name.GameName.Length == 0)
        {
            return false;
        }

        var key = PlayerQueries.KeyOf(name.GameName, name.TagLine);
        if (states.Current.Client.Account is { GameName.Length: > 0 } account)
        {
            return PlayerQueries.KeyOf(account.GameName, account.TagLine) == key;
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var (games, people) = (db.Games, db.PlayersInGames);
        var last = await people.AsNoTracking().Where(one => one.IsActivePlayer && one.GameName != "" && one.TagLine != "")
            .Join(games.Where(game => game.ImportedAt == null), one => one.GameId, game => game.Id, (one, game) => new { one.GameName, one.TagLine, game.StartedAt })
            .OrderByDescending(one => one.StartedAt).FirstOrDefaultAsync(cancellationToken);
        return last is not null && PlayerQueries.KeyOf(last.GameName, last.TagLine) == key;
    }

    /// <summary>Whom the owner played in a match that was watched on this machine; null where it was not, or only looked at.</summary>
    public async Task<int?> SeatAsync(ReadMatch match, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var (games, people, id) = (db.Games, db.PlayersInGames, match.Match.Id);
        var you = await people.AsNoTracking().Where(one => one.IsActivePlayer && games.Any(game => game.Id == one.GameId && game.RiotMatchId == id)).FirstOrDefaultAsync(cancellationToken);
        return you is null ? null : match.Participants.FirstOrDefault(one => IsSame(one, you))?.Number;
    }

    /// <summary>Whoever had the champion on that side. Names may have been hidden, and changed since.</summary>
    private static bool IsSame(MatchParticipant one, PlayerInGame you) =>
        (one.TeamId == BlueTeam) == (you.Team == TeamView.Blue) && one.ChampionName.Equals(you.ChampionAlias, StringComparison.OrdinalIgnoreCase);
}
