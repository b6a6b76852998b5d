namespace MnM.Simulator.World;

/// <summary>Where the simulated player is: between games, in the loading screen, in the game, or before its end screen.</summary>
public enum GameStage
{
    Closed,
    Loading,
    Playing,
    Ended,
}
