using MnM.Collector.Matches;
using MnM.Collector.Matches.Played;
using MnM.Collector.Players;
using MnM.Collector.Riot;

namespace MnM.Collector.Insights.Language;

/// <summary>Looks up a person's stored games.</summary>
internal sealed class GameLookUps(PlayedGamesQuery games, PlayerQueries players, MatchQueries matches)
{
    public async Task<LookUp> OnChampionAsync(InsightSubject subject, InsightReport report, string champion, CancellationToken cancellationToken)
    {
        if (await PersonAsync(subject, report, cancellationToken) is not { } person)
        {
            return LookUp.Nothing("No other games of this person are stored.");
        }

        var played = await games.ReadAsync(person, withCustom: false, HiddenSeats.None, cancellationToken);
        var found = played.Games.Where(game => game.IsRated && game.Champion.Name.Equals(champion.Replace(" ", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase)).ToList();
        if (found.Count == 0)
        {
            return LookUp.Nothing("No games of this person with that champion are stored.");
        }

        return LookUp.Of(
            json =>
            {
                json.WriteString("champion", found[0].Champion.Name);
                json.WriteNumber("games", found.Count);
                json.WriteNumber("won", found.Count(game => game.IsWon));
                json.WriteNumber("lost", found.Count(game => !game.IsWon));
                json.WriteString("kills_a_game", Mean(game => game.Kills));
                json.WriteString("deaths_a_game", Mean(game => game.Deaths));
                json.WriteString("assists_a_game", Mean(game => game.Assists));
                json.WriteString("cs_a_minute", Mean(game => game.Played.TotalMinutes > 0 ? game.Cs / game.Played.TotalMinutes : 0));
            },
            found[0].Champion.Name);

        string Mean(Func<PlayedGame, double> figure) => ShownFigures.Number(found.Average(figure), "0.#");
    }

    private async Task<KnownPlayer?> PersonAsync(InsightSubject subject, InsightReport report, CancellationToken cancellationToken)
    {
        if (subject is InsightSubject.OfPlayer { PlayerId: var id })
        {
            return await players.FindAsync(id, cancellationToken);
        }

        var first = report.Matches.FirstOrDefault();
        return first is not null && await matches.FindAsync(first.MatchId, cancellationToken) is { } match
            && Puuid.Find(match.Participants.FirstOrDefault(one => one.Number == first.Participant)?.Puuid) is { } puuid
            ? await players.FindAsync(puuid, cancellationToken)
            : null;
    }
}
