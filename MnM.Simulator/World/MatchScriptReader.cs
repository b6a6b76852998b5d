using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace MnM.Simulator.World;

/// <summary>Makes a script of a Match-v5 response and its timeline, with all that real ones lack or repeat.</summary>
public static class MatchScriptReader
{
    /// <exception cref="FormatException">The match has no participants or the timeline no frames.</exception>
    public static MatchScript Read(JsonObject match, JsonObject timeline)
    {
        var info = match.Child("info") ?? match;
        var matchId = match.Child("metadata").Text("matchId");
        ImmutableArray<ScriptParticipant> participants =
            [.. info.Children("participants").Select((one, index) => ParticipantReader.Read(one, index, info.Text("platformId")))];
        if (participants.IsEmpty)
        {
            throw new FormatException($"The match '{matchId}' has no participants.");
        }

        var frames = (timeline.Child("info") ?? timeline).Children("frames").ToList();
        if (frames.Count == 0)
        {
            throw new FormatException($"The timeline of match '{matchId}' has no frames.");
        }

        var events = TimelineReader.Events(frames);
        return new MatchScript
        {
            MatchId = matchId,
            GameId = (long)info.Number("gameId"),
            GameMode = info.Text("gameMode"),
            MapId = info.Int("mapId"),
            QueueId = info.Int("queueId"),
            Duration = events.LastOrDefault(one => one.Type == "GAME_END")?.Time ?? Seconds(info),
            Participants = participants,
            Events = events,
            Curves = TimelineReader.Curves(frames, participants.Max(one => one.Id)),
        };
    }

    // Until patch 11.20 the duration was in milliseconds; Riot's text says to tell them apart by gameEndTimestamp.
    private static double Seconds(JsonObject info) =>
        info.Number("gameDuration") / (info.ContainsKey("gameEndTimestamp") ? 1 : 1000);
}
