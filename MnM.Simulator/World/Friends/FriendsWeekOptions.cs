namespace MnM.Simulator.World.Friends;

/// <summary>How a week of friends goes.</summary>
internal sealed record FriendsWeekOptions
{
    /// <summary>Midnight of its Monday where the friends live.</summary>
    public required DateTimeOffset Start { get; init; }

    public int Seed { get; init; } = 1;

    public int Friends { get; init; } = 60;

    public int Days { get; init; } = 7;

    /// <summary>The share of friends in streamer mode.</summary>
    public double Streamers { get; init; } = 0.15;

    /// <summary>How much longer than Riot usually takes it is until a match appears.</summary>
    public double Slowness { get; init; } = 1;
}
