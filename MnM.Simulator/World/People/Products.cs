namespace MnM.Simulator.World.People;

/// <summary>The products that Riot gives keys to; each sees its own ids of the same people.</summary>
public static class Products
{
    /// <summary>League of Legends.</summary>
    public const string League = "lol";

    /// <summary>Teamfight Tactics.</summary>
    public const string Tactics = "tft";
}
