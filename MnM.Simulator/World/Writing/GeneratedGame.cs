using System.Text.Json.Nodes;

namespace MnM.Simulator.World.Writing;

/// <summary>An invented game as Match-v5 would tell it: the match, its timeline, and which participant the local player is.</summary>
public sealed record GeneratedGame(JsonObject Match, JsonObject Timeline, int LocalParticipantId);
