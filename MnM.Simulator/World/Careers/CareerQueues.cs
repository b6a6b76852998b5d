using MnM.Simulator.World.Writing;

namespace MnM.Simulator.World.Careers;

/// <summary>The queues in which people of a career play, and how long games of them last.</summary>
internal static class CareerQueues
{
    public const int Draft = 400;
    public const int Solo = 420;
    public const int Flex = 440;
    public const int Aram = 450;
    public const int Swiftplay = 480;
    public const int Quickplay = 490;
    public const int Blind = 430;
    public const int Bots = 890;
    public const int OldBots = 850;
    public const int Arena = 1700;
    public const int Mayhem = 2400;

    private const int NewQueues = 2024;

    /// <summary>How many play a game of a queue, beside the computer.</summary>
    public static int People(int queue) => queue switch { Arena => 16, _ when IsAgainstBots(queue) => 5, _ => 10 };

    public static bool IsAgainstBots(int queue) => queue is Bots or OldBots;

    /// <summary>How many play on one side.</summary>
    public static int Side(int queue) => queue == Arena ? 2 : 5;

    /// <summary>The queue of a game, which a party may enter and which was there in that year.</summary>
    public static int Choose(int party, int year, Random random) => Choose(party, random) switch
    {
        var queue when year >= NewQueues => queue,
        Arena or Mayhem => Aram,
        Quickplay or Swiftplay => Blind,
        Bots => OldBots,
        var queue => queue,
    };

    public static CareerFate Fate(int queue, Random random) => random.Next(1_000) switch
    {
        < 8 => CareerFate.Missing,
        < 11 => CareerFate.Empty,
        < 23 => CareerFate.Sparse,
        < 28 => CareerFate.Aborted,
        < 50 when queue is not (Arena or Bots or OldBots) => CareerFate.Remade,
        < 200 when queue is Draft or Solo or Flex => CareerFate.Surrendered,
        _ => CareerFate.Played,
    };

    public static TimeSpan Length(int queue, CareerFate fate, Random random) => TimeSpan.FromSeconds((int)(60 * ((queue, fate) switch
    {
        (_, CareerFate.Remade) => random.Between(3.2, 4.6),
        (_, CareerFate.Aborted) => random.Between(5, 20),
        (_, CareerFate.Surrendered) => 15.2 + (6 * random.NextDouble()) + (8 * random.NextDouble()),
        (Aram or Mayhem, _) => 11 + (6 * random.NextDouble()) + (8 * random.NextDouble()),
        (Arena, _) => random.Between(15, 27),
        (Bots or OldBots, _) => random.Between(14, 22),
        _ => 20.6 + (9 * random.NextDouble()) + (7 * random.NextDouble()) + (7 * random.NextDouble()),
    })));

    private static int Choose(int party, Random random) => party switch
    {
        1 => Pick(random, [(Solo, 58), (Draft, 10), (Aram, 13), (Quickplay, 6), (Arena, 5), (Swiftplay, 3), (Mayhem, 3), (Bots, 2)]),
        2 => Pick(random, [(Solo, 25), (Flex, 25), (Draft, 15), (Aram, 17), (Arena, 10), (Swiftplay, 3), (Mayhem, 3), (Bots, 2)]),
        3 => Pick(random, [(Flex, 60), (Draft, 18), (Aram, 17), (Mayhem, 3), (Bots, 2)]),
        _ => Pick(random, [(Draft, 55), (Aram, 40), (Mayhem, 5)]),
    };

    private static int Pick(Random random, (int Queue, int Share)[] queues) => random.PickWeighted(queues, one => one.Share).Queue;
}
