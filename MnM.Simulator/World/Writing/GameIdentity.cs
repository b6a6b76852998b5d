namespace MnM.Simulator.World.Writing;

/// <summary>Number, start and version of a game, all from its place in the row of games; four an evening.</summary>
internal sealed record GameIdentity(long GameId, DateTimeOffset Start, string Version, string Platform = "EUW1", int QueueId = 420)
{
    private const long FirstId = 7_612_000_000;
    private const int Step = 9_973;
    private const int PatchesAYear = 24;
    private static readonly DateTimeOffset Epoch = new(2026, 6, 1, 18, 20, 0, TimeSpan.Zero);

    public string MatchId => $"{Platform}_{GameId}";

    public static GameIdentity Of(int seed, int index, Random random)
    {
        var (day, slot) = Math.DivRem(index, 4);
        var start = Epoch.AddDays(day).AddMinutes(50 * slot).AddMilliseconds(random.Next(6 * 60_000));
        return new GameIdentity(FirstId + (long)index * Step + (seed & int.MaxValue) % Step, start, VersionAt(11 + day / 14));
    }

    /// <summary>The version at a time: a patch lasts two weeks, and a year has 24.</summary>
    public static string VersionAt(DateTimeOffset time) => time.Year < Epoch.Year
        ? VersionOf(time.Year - 2010, 1 + ((time.DayOfYear - 1) * PatchesAYear / 366))
        : VersionAt(11 + (int)Math.Floor((time - Epoch).TotalDays / 14));

    // The catalog knows no patch after 16.18.
    private static string VersionAt(int patch) => VersionOf(Epoch.Year - 2010, Math.Clamp(patch, 1, 18));

    private static string VersionOf(int season, int patch) => $"{season}.{patch}.{700 + 4 * patch}.{4100 + 31 * patch}";
}
