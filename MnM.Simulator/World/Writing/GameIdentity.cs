namespace MnM.Simulator.World.Writing;

/// <summary>Number, start and version of a game, all from its place in the row of games; four an evening.</summary>
internal sealed record GameIdentity(long GameId, DateTimeOffset Start, string Version)
{
    private const long FirstId = 7_612_000_000;
    private const int Step = 9_973;
    private static readonly DateTimeOffset Epoch = new(2026, 6, 1, 18, 20, 0, TimeSpan.Zero);

    public string MatchId => $"EUW1_{GameId}";

    public static GameIdentity Of(int seed, int index, Random random)
    {
        var (day, slot) = Math.DivRem(index, 4);
        var start = Epoch.AddDays(day).AddMinutes(50 * slot).AddMilliseconds(random.Next(6 * 60_000));
        // A patch lasts two weeks; the catalog knows none after 16.18.
        var patch = Math.Clamp(11 + day / 14, 1, 18);
        return new GameIdentity(FirstId + (long)index * Step + (seed & int.MaxValue) % Step, start, $"16.{patch}.{700 + 4 * patch}.{4100 + 31 * patch}");
    }
}
