using System.Collections.Immutable;

namespace MnM.Collector.Live;

/// <summary>A game that was running when MnM stopped, as it is stored.</summary>
internal sealed record StoredGame(Game Game, ImmutableArray<PlayerView> Players, ImmutableArray<GameEvent> Events, int Gaps);
