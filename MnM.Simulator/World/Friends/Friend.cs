using MnM.Simulator.World.People;

namespace MnM.Simulator.World.Friends;

/// <summary>Somebody who plays with the same few others all week.</summary>
/// <param name="Person">Who it is.</param>
/// <param name="Platform">Where they play, in lower case.</param>
/// <param name="Circle">The number of those who play together.</param>
/// <param name="IsStreamer">Whether streamer mode hides their running games, and them from everybody else's.</param>
internal sealed record Friend(Person Person, string Platform, int Circle, bool IsStreamer);
