using System.Text.Json.Nodes;
using MnM.Simulator.World.People;

namespace MnM.Simulator.World;

/// <summary>One of the games that come one after another: its number from 0, its script, who sits at this machine, and the two responses it was read from.</summary>
public sealed record PlayedGame(int Index, MatchScript Script, int LocalParticipantId, JsonObject Match, JsonObject Timeline)
{
    /// <summary>Whether the person at this machine only watches.</summary>
    public bool IsWatched { get; init; }

    /// <summary>Whether streamer mode hides the names of the others.</summary>
    public bool HidesNames { get; init; }

    /// <summary>Where it is played, in capitals.</summary>
    public string Platform => Match["info"].Text("platformId") is { Length: > 0 } platform ? platform : "EUW1";

    public bool IsCustom => Script.QueueId == 0;

    public ScriptParticipant Local => Script.Find(LocalParticipantId) ?? Script.Participants[0];

    /// <summary>The second at which the client joins; a player is there from the start.</summary>
    public double JoinedAt => IsWatched && !IsCustom ? Math.Floor(Script.Duration / 10) : 0;

    /// <summary>The same game of another queue; 0 is a custom game.</summary>
    public PlayedGame InQueue(int queue)
    {
        var match = (JsonObject)Match.DeepClone();
        match["info"]!["queueId"] = queue;
        match["info"]!["gameType"] = queue == 0 ? "CUSTOM_GAME" : "MATCHED_GAME";
        return this with { Script = Script with { QueueId = queue }, Match = match };
    }

    /// <summary>A game for which champions were chosen and which never began.</summary>
    public PlayedGame NeverPlayed() => this with { Script = Script with { GameId = Script.GameId - 1 } };

    /// <summary>The same game with another account in the local player's place.</summary>
    public PlayedGame PlayedBy(Account account)
    {
        var match = (JsonObject)Match.DeepClone();
        var timeline = Timeline;
        foreach (var one in match["info"].Children("participants").Where(one => one.Int("participantId") == LocalParticipantId))
        {
            one["riotIdGameName"] = account.GameName;
            one["riotIdTagline"] = account.TagLine;
            var (before, puuid) = (one.Text("puuid"), Person.Of($"{account.GameName}#{account.TagLine}").Puuid);
            (match, timeline) = (WithPuuid(match, before, puuid), WithPuuid(timeline, before, puuid));
        }

        return this with { Match = match, Timeline = timeline, Script = Script.WithName(LocalParticipantId, account.GameName, account.TagLine) };
    }

    // It stands in four places of the two; as a text it is nowhere else.
    private static JsonObject WithPuuid(JsonObject whole, string before, string puuid) =>
        before.Length == 0 ? whole : JsonNode.Parse(whole.ToJsonString().Replace($"\"{before}\"", $"\"{puuid}\"", StringComparison.Ordinal))!.AsObject();
}
