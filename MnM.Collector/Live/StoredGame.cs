using System.Collections.Immutable;

namespace MnM.Collector.Live;

/// <summary>A game that was running when MnM stopped, as it is stored.</summary>
internal sealed record StoredGame(Game Game, ImmutableArray<PlayerView> Players, ImmutableArray<GameEvent> Events, int Gaps)
{
    /// <summary>Whether the game told its end, or the client did; one that was only given up may go on.</summary>
    public bool IsOver => Game.EndReason is "game_end" or "client_end";
}
