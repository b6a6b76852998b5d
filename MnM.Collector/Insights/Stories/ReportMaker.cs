using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using MnM.Collector.Insights.WinProbability;
using MnM.Collector.Matches;
using MnM.Collector.Matches.Timelines;
using MnM.Collector.Players;
using MnM.Collector.Riot;
using MnM.Collector.StaticData;
using MnM.Collector.Storage;

namespace MnM.Collector.Insights.Stories;

/// <summary>Makes the report of a match.</summary>
internal sealed class ReportMaker(
    IDbContextFactory<MnmDbContext> contexts, GapFinder gaps, EmbeddingStore embeddings, WinModels models, OwnAccount owner, PlayerNames names, StaticDataStore statics)
{
    private const int SimilarMatches = 5;
    private const string TellsNothing = "The timeline of this match tells nothing that chances could be made of.";

    /// <summary>The report of a match that can be explained.</summary>
    /// <param name="read">The match.</param>
    /// <param name="one">Who it is about.</param>
    /// <param name="timeline">Its minutes; null where they are not here.</param>
    /// <param name="whyNone">Why they are not, in a sentence for people; null where they are.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<InsightReport> MakeAsync(ReadMatch read, MatchParticipant one, Timeline? timeline, string? whyNone, CancellationToken cancellationToken)
    {
        var (catalog, state, puuids) = (statics.Current, await models.FindAsync(cancellationToken), await PuuidsAsync(one, cancellationToken));
        var facts = MatchFacts.Of(read, one, timeline, state.Model, catalog);
        var (start, queue) = (read.Match.StartedAt, read.Match.QueueId);
        var (found, tier) = await gaps.FindAsync(new GapQuestion(puuids, one.Position, queue, start, start, [facts.Seat]), cancellationToken);
        var name = await NameAsync(puuids, one, cancellationToken);
        var isYou = await owner.IsAsync(name, cancellationToken) || await owner.SeatAsync(read, cancellationToken) == one.Number;
        return new InsightReport
        {
            Subject = new InsightSubject.OfMatch(read.Match.Id, one.Number).Key,
            Person = new InsightPerson(RiotIdOf(name), one.Position, tier, isYou),
            Matches = [facts.Match],
            Model = facts.Course is null ? null : BasisOf(state.Model),
            Silence = facts.Course is null ? whyNone ?? TellsNothing : state.Silence,
            Chances = facts.Chances,
            Actions = facts.Actions,
            Groups = ActionGroups.Of(facts.Actions),
            Gaps = found,
            Similar = await SimilarAsync(read, one, facts, catalog, cancellationToken),
        };
    }

    /// <summary>Name#TAG; empty of whom nobody names.</summary>
    public static string RiotIdOf(PlayerName name) => name.TagLine.Length > 0 ? $"{name.GameName}#{name.TagLine}" : name.GameName;

    /// <summary>What is told of the model; null while there is none.</summary>
    public static ModelBasis? BasisOf(WinModel? model) => model is null ? null : new ModelBasis(model.Version, model.Matches, model.Test.Brier);

    private async Task<List<string>> PuuidsAsync(MatchParticipant one, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return Puuid.Find(one.Puuid) is { } puuid ? await PlayerIds.OfAsync(db, puuid, cancellationToken) : [];
    }

    private async Task<PlayerName> NameAsync(List<string> puuids, MatchParticipant one, CancellationToken cancellationToken) =>
        (await names.FindAsync(puuids, cancellationToken)).Values.FirstOrDefault() ?? new PlayerName(one.GameName, one.TagLine);

    private async Task<ImmutableArray<SimilarMatch>> SimilarAsync(ReadMatch read, MatchParticipant one, MatchFacts facts, StaticCatalog catalog, CancellationToken cancellationToken)
    {
        if (facts.Course is null)
        {
            return [];
        }

        var nearest = await embeddings.NearestAsync(Embedding.Pack(read, facts.Course), read.Match.Id, one.Number, SimilarMatches, cancellationToken);
        var ids = nearest.Select(near => near.MatchId).ToList();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var people = await db.MatchParticipants.AsNoTracking().Where(other => ids.Contains(other.MatchId)).ToListAsync(cancellationToken);
        return
        [
            .. from near in nearest
               join other in people on (near.MatchId, near.Participant) equals (other.MatchId, other.Number)
               select new SimilarMatch(
                   near.MatchId, near.Participant, other.ChampionId, MatchFacts.NameOf(other.ChampionId, other.ChampionName, catalog), other.Win, other.StartedAt, near.Cosine),
        ];
    }
}
