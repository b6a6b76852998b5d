using System.Collections.Immutable;

namespace MnM.Simulator.World;

/// <summary>A game to be played: the end from Match-v5, the way there from its timeline.</summary>
public sealed record MatchScript
{
    public required string MatchId { get; init; }

    public required long GameId { get; init; }

    public required string GameMode { get; init; }

    public required int MapId { get; init; }

    public required int QueueId { get; init; }

    /// <summary>Seconds of game time at which the nexus falls.</summary>
    public required double Duration { get; init; }

    public required ImmutableArray<ScriptParticipant> Participants { get; init; }

    /// <summary>In order of time.</summary>
    public required ImmutableArray<ScriptEvent> Events { get; init; }

    public required FrameCurves Curves { get; init; }

    public bool OnSummonersRift => MapId == 11;

    public ScriptParticipant? Find(int participant) => Participants.FirstOrDefault(one => one.Id == participant);

    /// <summary>The same game with only the given participant human.</summary>
    public MatchScript WithBots(int human) => this with
    {
        Participants = [.. Participants.Select(one => one.Id == human ? one : one with { IsBot = true, Puuid = "BOT" })],
    };

    /// <summary>The same game with another Riot ID for one participant.</summary>
    public MatchScript WithName(int participant, string gameName, string tagLine) => this with
    {
        Participants = [.. Participants.Select(one => one.Id == participant ? one with { GameName = gameName, TagLine = tagLine } : one)],
    };

    /// <summary>The same game as streamer mode shows it: every other name is empty, or all are the same word.</summary>
    public MatchScript WithHiddenNames(int known, bool empty) => this with
    {
        Participants = [.. Participants.Select(one => one.Id == known ? one : one with
        {
            GameName = empty ? "" : "Player",
            TagLine = empty ? "" : "HIDE",
        })],
    };
}
