using System.Text.Json.Nodes;

namespace MnM.Simulator.World;

/// <summary>One of the games that come one after another: its number from 0, its script, who sits at this machine, and the two responses it was read from.</summary>
public sealed record PlayedGame(int Index, MatchScript Script, int LocalParticipantId, JsonObject Match, JsonObject Timeline);
