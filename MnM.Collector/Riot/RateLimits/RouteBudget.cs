using System.Collections.Immutable;
using MnM.Collector.Backplane;

namespace MnM.Collector.Riot.RateLimits;

/// <summary>What a route has left now.</summary>
/// <param name="Route">Platform or region.</param>
/// <param name="Scopes">The route itself first, then its methods.</param>
/// <param name="Waiting">The requests that wait, by lane.</param>
public sealed record RouteBudget(string Route, ImmutableArray<ScopeBudget> Scopes, ImmutableArray<LaneWait> Waiting);

/// <summary>The windows of a route or method.</summary>
/// <param name="Scope">Route, or route and method.</param>
/// <param name="Windows">By length; empty until the server told its limits.</param>
/// <param name="PausedUntil">UTC; null unless the server asked for a pause.</param>
public sealed record ScopeBudget(string Scope, ImmutableArray<WindowBudget> Windows, DateTimeOffset? PausedUntil);

/// <summary>One window.</summary>
/// <param name="Limit">How many requests it may hold.</param>
/// <param name="Used">How many it holds, those under way included.</param>
/// <param name="UnderWay">How many of them are under way.</param>
/// <param name="Kept">How many places are kept for the lanes above the lowest.</param>
/// <param name="FreeAt">When the lowest lane's next request may go, UTC; null where it may go now.</param>
public sealed record WindowBudget(RateLimit Limit, int Used, int UnderWay, int Kept, DateTimeOffset? FreeAt);

/// <summary>The requests that wait in a lane.</summary>
/// <param name="Lane">Which.</param>
/// <param name="Count">How many.</param>
/// <param name="Oldest">Since when the first of them waits, UTC; null where none does.</param>
/// <param name="Expected">About how long it takes until the last of them has gone, if none of a lane above joins; null where none waits.</param>
public sealed record LaneWait(Lane Lane, int Count, DateTimeOffset? Oldest, TimeSpan? Expected);
