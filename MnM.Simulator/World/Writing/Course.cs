namespace MnM.Simulator.World.Writing;

/// <summary>How a game goes where that is settled before it is played.</summary>
/// <param name="Winner">The side that wins.</param>
/// <param name="Length">How long it lasts.</param>
internal sealed record Course(int Winner, TimeSpan Length);
