namespace MnM.Simulator.World;

/// <summary>How far a champion select is.</summary>
/// <param name="Number">How many moments came before.</param>
/// <param name="Stage">PLANNING, BAN_PICK or FINALIZATION.</param>
/// <param name="TurnsDone">How many groups of actions are complete.</param>
/// <param name="Locked">How many actions of the group that is open are complete.</param>
/// <param name="Intents">Whether people show what they mean to pick.</param>
/// <param name="Left">Time left of what the timer counts: a stage or a turn.</param>
/// <param name="Total">The whole of it.</param>
public sealed record ChampSelectMoment(int Number, string Stage, int TurnsDone, int Locked, bool Intents, TimeSpan Left, TimeSpan Total);
