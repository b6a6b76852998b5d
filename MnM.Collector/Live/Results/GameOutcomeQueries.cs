using System.Collections.Immutable;
using MnM.Collector.Backplane;
using MnM.Collector.Matches;
using MnM.Collector.Matches.Timelines;

namespace MnM.Collector.Live.Results;

/// <summary>Reads what is known of games since they ended.</summary>
public sealed class GameOutcomeQueries
{
    private readonly PostGame _blocks;
    private readonly MatchQueries _matches;
    private readonly WorkQueries _work;

    internal GameOutcomeQueries(PostGame blocks, MatchQueries matches, WorkQueries work) => (_blocks, _matches, _work) = (blocks, matches, work);

    /// <summary>All that is known of a game since it ended.</summary>
    public async Task<GameOutcome> FindAsync(Game game, CancellationToken cancellationToken)
    {
        var block = game.ClientGameId is { } number ? await _blocks.FindAsync(number, cancellationToken) : null;
        var match = game.RiotMatchId is { } id ? await _matches.FindAsync(id, cancellationToken) : null;
        var timeline = match is null ? null : await _matches.FindTimelineAsync(match.Match.Id, cancellationToken);
        var minutes = timeline?.Read();
        return new GameOutcome
        {
            EndOfGame = block?.View,
            EndOfGameAt = block?.ReceivedAt,
            Match = match,
            MatchProgress = await MatchProgressAsync(game, match?.Match, cancellationToken),
            TimelineProgress = match is null ? new MatchProgress(MatchStage.None, 0, null, null) : await TimelineProgressAsync(match.Match, timeline, cancellationToken),
            Frames = timeline?.Frames ?? 0,
            AtTen = minutes?.At(10) ?? ImmutableDictionary<int, MinuteFigures>.Empty,
            AtFifteen = minutes?.At(15) ?? ImmutableDictionary<int, MinuteFigures>.Empty,
        };
    }

    private async Task<MatchProgress> MatchProgressAsync(Game game, Match? match, CancellationToken cancellationToken) => (game, match) switch
    {
        (_, not null) => new(MatchStage.Here, match.Tries, match.FetchedAt, match.CalledOff),
        ({ IsLive: true }, _) => new(MatchStage.None, 0, null, null),
        _ when Brawl.Is(game.GameMode, game.QueueId) => new(MatchStage.None, 0, null, "Riot does not approve that Brawl is kept or shown, so MnM does not ask for it."),
        ({ ClientGameId: null }, _) => new(MatchStage.None, 0, null, "No League client told the number of this game."),
        ({ RiotMatchId: { } id }, _) => await ProgressAsync(id, MatchPart.Match, MatchRunner.WorkKind, cancellationToken),
        _ => new(MatchStage.None, 0, null, "The platform of this game is not known; the setting RIOT_PLATFORM tells it."),
    };

    private async Task<MatchProgress> TimelineProgressAsync(Match match, MatchTimeline? timeline, CancellationToken cancellationToken) =>
        timeline is not null ? new(MatchStage.Here, timeline.Tries, timeline.FetchedAt, null)
        : match.IsAborted ? new(MatchStage.None, 0, null, null)
        : await ProgressAsync(match.Id, MatchPart.Timeline, TimelineRunner.WorkKind, cancellationToken);

    private async Task<MatchProgress> ProgressAsync(string matchId, MatchPart part, string kind, CancellationToken cancellationToken)
    {
        if (await _matches.FindAbsenceAsync(matchId, part, cancellationToken) is { } absence)
        {
            return new(MatchStage.Absent, absence.Tries, absence.ToldAt, absence.Reason);
        }

        return await _work.FindAsync(kind, matchId, cancellationToken) switch
        {
            { State: WorkState.Open } open => new(MatchStage.Waiting, open.Attempts, open.NextAt, open.Reason),
            { Reason: { } reason } ended => new(MatchStage.Absent, ended.Attempts, ended.EndedAt, $"{reason} MnM asks again when it is started the next time."),
            _ => new(MatchStage.Waiting, 0, null, null),
        };
    }
}
