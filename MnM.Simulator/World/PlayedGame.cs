using System.Text.Json.Nodes;

namespace MnM.Simulator.World;

/// <summary>One of the games that come one after another: its number from 0, its script and the two responses it was read from.</summary>
public sealed record PlayedGame(int Index, MatchScript Script, JsonObject Match, JsonObject Timeline);
