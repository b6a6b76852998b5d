namespace MnM.Simulator.World;

/// <summary>How long things take in real time at a given speed: never so short that nobody can see them.</summary>
internal sealed class Pace(double speed)
{
    private static readonly TimeSpan Least = TimeSpan.FromMilliseconds(50);

    /// <summary>What scales with the speed and takes a twentieth of a second at least.</summary>
    public TimeSpan Of(double seconds) => Real(seconds) is var real && real > Least ? real : Least;

    /// <summary>What scales with the speed within bounds.</summary>
    public TimeSpan Of(double seconds, double atLeast, double atMost) => TimeSpan.FromSeconds(Math.Clamp(seconds / speed, atLeast, atMost));

    /// <summary>Game time, which is exact.</summary>
    public TimeSpan Real(double gameSeconds) => TimeSpan.FromSeconds(gameSeconds / speed);
}
