using System.Text.Json.Nodes;

namespace MnM.Simulator.World.Writing;

/// <summary>A game while it is played: the clock, what is due, the ten players and the events so far. Times are milliseconds of the game.</summary>
internal sealed class Playthrough
{
    /// <summary>Seconds before which no nexus falls; a shorter game breaks off.</summary>
    private const int Shortest = 1230;

    private readonly PriorityQueue<Action, (long At, int Order)> _due = new();
    private readonly List<(long At, JsonObject Event)> _events = [];
    private int _order;

    public Playthrough(Random random, Draft draft, Course? course = null)
    {
        Random = random;
        Players = draft.Players;
        Winner = random.Happens(0.5) ? RiftMap.Blue : RiftMap.Red;
        // Three spreads make middling lengths common and the ends rare.
        var seconds = 28 * 60 + random.Between(-260, 260) + random.Between(-260, 340) + random.Between(-100, 220);
        Duration = (long)(1000 * Math.Clamp(seconds, Shortest, 2385)) + random.Next(1000);
        if (course is not null)
            (Winner, Duration) = (course.Winner, Math.Max(1000 * Shortest, (long)course.Length.TotalMilliseconds));
        Momentum = new Momentum(random, Winner, Duration);
    }

    public Random Random { get; }
    public Player[] Players { get; }
    public int Winner { get; }
    public long Duration { get; private set; }
    public Momentum Momentum { get; }
    public long Now { get; private set; }
    public int Minute => (int)(Now / 60_000);
    public Dictionary<int, TeamTally> Teams { get; } = new() { [RiftMap.Blue] = new(), [RiftMap.Red] = new() };

    /// <summary>The events in the order of their times; those of one time in the order in which they happened.</summary>
    public IEnumerable<(long At, JsonObject Event)> Events => _events.OrderBy(entry => entry.At);

    public IEnumerable<Player> Side(int team) => Players.Where(player => player.Team == team);

    public Player[] Alive(int team) => [.. Side(team).Where(player => player.IsAlive(Now))];

    /// <summary>Does something later; what would come after the end never happens.</summary>
    public void At(long time, Action action)
    {
        if (time < Duration)
            _due.Enqueue(action, (Math.Max(time, Now), _order++));
    }

    public void In(double seconds, Action action) => At(Now + (long)(seconds * 1000), action);

    public void Tell(string type, JsonObject body)
    {
        body["timestamp"] = Now;
        body["type"] = type;
        _events.Add((Now, body));
    }

    /// <summary>Plays to the end, or until the game breaks off.</summary>
    public void Run(long until)
    {
        while (_due.TryPeek(out var action, out var due) && due.At < until)
        {
            _due.Dequeue();
            Now = due.At;
            action();
        }

        Now = Duration = Math.Min(Duration, until);
    }

    /// <summary>Gives gold and experience and tells the levels that follow.</summary>
    public void Reward(Player player, double gold, double xp)
    {
        player.Gold += gold;
        player.Xp += xp;
        while (player.Level < Player.MaxLevel && player.Xp >= Player.XpFor(player.Level + 1))
        {
            player.Level++;
            Tell("LEVEL_UP", new JsonObject { ["level"] = player.Level, ["participantId"] = player.Id });
            In(Random.Between(0.4, 2.5), () => Skills.LevelUp(this, player));
        }
    }
}
