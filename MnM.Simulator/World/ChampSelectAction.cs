namespace MnM.Simulator.World;

/// <summary>An action of champion select: a ban or a pick that a seat is to make. A seat of −1 reveals the bans.</summary>
public sealed record ChampSelectAction(int Cell, string Type, int ChampionId);
