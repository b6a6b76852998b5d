using MnM.Collector.Tft.Analytics;
using MnM.Collector.Tracking.Friends;

namespace MnM.Web.Tft.Friends;

/// <summary>What the page of the friends' games asks.</summary>
/// <param name="Games">See <see cref="TacticsGameQueries.ReadAsync"/>.</param>
/// <param name="Ask">See <see cref="TftExplorer.AskAsync"/>.</param>
public sealed record TftFriendsSource(Func<int?, int?, CancellationToken, Task<TacticsGames>> Games, Func<TftQuestion, CancellationToken, Task<TftReply>> Ask);
