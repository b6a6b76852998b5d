using Microsoft.EntityFrameworkCore;
using MnM.Collector.Insights.Features;
using MnM.Collector.Insights.WinProbability;
using MnM.Collector.Matches;
using MnM.Collector.Players;
using MnM.Collector.StaticData;
using MnM.Collector.Storage;

namespace MnM.Collector.Insights.Stories;

/// <summary>Makes the report of a player's last games.</summary>
internal sealed class PlayerReportMaker(
    IDbContextFactory<MnmDbContext> contexts, LastGames games, MatchQueries matches, GapFinder gaps, WinModels models, OwnAccount owner, PlayerNames names, StaticDataStore statics)
{
    private const int MostActions = 20;
    private const int MostGroups = 10;
    private const string NoTimelines = "None of these games has its timeline here.";

    /// <summary>Why there is nothing to tell of so few games.</summary>
    public static string TooFew(int stored) =>
        $"An insight of a player needs {InsightSubject.OfPlayer.FewestGames} games on Summoner's Rift against people; {stored} {(stored == 1 ? "is" : "are")} stored.";

    /// <summary>The report; null where too few games can be explained.</summary>
    public async Task<InsightReport?> MakeAsync(InsightSubject.OfPlayer subject, CancellationToken cancellationToken)
    {
        var (catalog, state) = (statics.Current, await models.FindAsync(cancellationToken));
        var read = new List<(LastGame Game, MatchFacts Facts)>();
        foreach (var game in await games.FindAsync(subject.PlayerId, subject.Games, cancellationToken))
        {
            if (await FactsAsync(game, state.Model, catalog, cancellationToken) is { } facts)
            {
                read.Add((game, facts));
            }
        }

        if (read.Count < InsightSubject.OfPlayer.FewestGames)
        {
            return null;
        }

        var puuids = await PuuidsAsync(subject.PlayerId, cancellationToken);
        var name = (await names.FindAsync(puuids, cancellationToken)).Values.FirstOrDefault() ?? new PlayerName("", "");
        var (position, compared) = MainRole(read);
        var question = new GapQuestion(puuids, position, Most(compared.Select(one => one.Game.QueueId)), compared[^1].Game.StartedAt, compared[0].Game.StartedAt, [.. compared.Select(one => one.Facts.Seat)]);
        var (found, tier) = await gaps.FindAsync(question, cancellationToken);
        var hasCourse = read.Exists(one => one.Facts.Course is not null);
        return new InsightReport
        {
            Subject = subject.Key,
            Person = new InsightPerson(ReportMaker.RiotIdOf(name), position, tier, await owner.IsAsync(name, cancellationToken)),
            Matches = [.. read.Select(one => one.Facts.Match)],
            Model = hasCourse ? ReportMaker.BasisOf(state.Model) : null,
            Silence = hasCourse ? state.Silence : NoTimelines,
            Actions = [.. read.SelectMany(one => one.Facts.Actions).Where(action => action.Swing is not null).OrderByDescending(action => Math.Abs(action.Swing!.Value)).Take(MostActions)],
            Groups = [.. ActionGroups.Sorted(read.SelectMany(one => ActionGroups.Of(one.Facts.Actions))).Take(MostGroups)],
            Gaps = found,
        };
    }

    private async Task<MatchFacts?> FactsAsync(LastGame game, WinModel? model, StaticCatalog catalog, CancellationToken cancellationToken)
    {
        if (await matches.FindAsync(game.MatchId, cancellationToken) is not { } match || MatchCourse.WhyNot(match) is not null
            || match.Participants.FirstOrDefault(other => other.Number == game.Participant) is not { } one)
        {
            return null;
        }

        var timeline = game.HasTimeline ? (await matches.FindTimelineAsync(game.MatchId, cancellationToken))?.Read() : null;
        return MatchFacts.Of(match, one, timeline, model, catalog);
    }

    private async Task<List<string>> PuuidsAsync(long playerId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await PlayerIds.OfAsync(db, playerId, cancellationToken);
    }

    /// <summary>The role of most games, of several the one played last, and its games: figures of different roles are not comparable.</summary>
    private static (string Position, List<(LastGame Game, MatchFacts Facts)> Games) MainRole(List<(LastGame Game, MatchFacts Facts)> all)
    {
        var role = all.GroupBy(one => one.Game.Position).OrderByDescending(games => games.Key.Length > 0).ThenByDescending(games => games.Count()).First();
        return (role.Key, [.. role]);
    }

    private static int Most(IEnumerable<int> queues) => queues.GroupBy(queue => queue).OrderByDescending(games => games.Count()).First().Key;
}
