using System.Collections.Immutable;
using MnM.Collector.Insights.Features;
using MnM.Collector.Matches;
using MnM.Collector.Matches.Timelines;

namespace MnM.Tests.Insights.Features;

/// <summary>A match of ten people, 1 to 5 of them blue, and its timeline as a test says it went.</summary>
internal sealed class TestCourse
{
    private readonly List<TimelineKill> _kills = [];
    private readonly List<TimelineBuilding> _buildings = [];
    private readonly List<TimelineMonster> _monsters = [];

    public required int Minutes { get; init; }

    /// <summary>What a participant has at a minute; everybody the same where a test says nothing.</summary>
    public Func<int, int, MinuteFigures> Figures { get; init; } = (_, minute) => new(7 * minute, 500 + (400 * minute), 480 * minute, 1 + (minute / 2));

    /// <summary>When the frame of a minute was taken.</summary>
    public Func<int, double> TimeOf { get; init; } = minute => (minute * 60) + (0.02 * minute);

    public MatchCourse Course => MatchCourse.Of(Match(), Timeline)!;

    public Timeline Timeline => new()
    {
        Frames = [.. Enumerable.Range(0, Minutes + 1).Select(minute => new TimelineFrame(TimeOf(minute), Enumerable.Range(1, 10).ToImmutableDictionary(number => number, number => Figures(number, minute))))],
        Kills = [.. _kills.OrderBy(kill => kill.At)],
        Buildings = [.. _buildings.OrderBy(building => building.At)],
        Monsters = [.. _monsters.OrderBy(monster => monster.At)],
        Items = [],
        Skills = [],
    };

    public static ReadMatch Match(Action<Match>? match = null, Action<MatchParticipant>? participant = null)
    {
        var made = new Match
        {
            Id = "EUW1_1",
            Platform = "euw1",
            QueueId = 420,
            MapId = 11,
            Mode = "CLASSIC",
            GameVersion = "16.22.1.1",
            Patch = "16.22",
            StartedAt = DateTimeOffset.UnixEpoch,
            DurationSeconds = 3600,
            FetchedAt = DateTimeOffset.UnixEpoch,
        };
        match?.Invoke(made);
        var people = Enumerable.Range(1, 10).Select(number => new MatchParticipant
        {
            MatchId = made.Id,
            Number = number,
            Puuid = new string((char)('a' + number), 78),
            TeamId = number <= 5 ? 100 : 200,
            ChampionName = "Ahri",
            Position = "",
            Win = number <= 5,
            Items = "",
            GameName = "",
            TagLine = "",
        }).ToList();
        people.ForEach(one => participant?.Invoke(one));
        return new ReadMatch(made, [.. people]);
    }

    public TestCourse Kill(double at, int killer, int victim, params int[] assists)
    {
        _kills.Add(new TimelineKill(at, killer, victim, [.. assists], null));
        return this;
    }

    public TestCourse Building(double at, BuildingKind kind, int owner, int killer = 0, string lane = "MID_LANE")
    {
        _buildings.Add(new TimelineBuilding(at, kind, owner, killer, lane, "", null));
        return this;
    }

    public TestCourse Monster(double at, MonsterKind kind, int team, int killer = 0, string detail = "", params int[] assists)
    {
        _monsters.Add(new TimelineMonster(at, kind, detail, team, killer, null) { Assists = [.. assists] });
        return this;
    }

    /// <summary>Any match at all, the same for the same seed; events may come at one moment, and be of nobody.</summary>
    public static TestCourse Of(int seed)
    {
        var random = new Random(seed);
        var minutes = random.Next(5, 40);
        var figures = Enumerable.Range(0, 11).Select(_ => random.Next(200, 600)).ToArray();
        var course = new TestCourse
        {
            Minutes = minutes,
            Figures = (number, minute) => new(figures[number] * minute / 60, figures[number] * minute, (figures[number] + 30) * minute, 1 + (figures[number] * minute / 1000)),
            TimeOf = minute => (minute * 60) + (0.015 * minute),
        };
        for (var kills = random.Next(0, 60); kills > 0; kills--)
        {
            course.Kill(Moment(), random.Next(0, 11), random.Next(1, 11), random.Next(1, 11));
        }

        for (var buildings = random.Next(0, 30); buildings > 0; buildings--)
        {
            course.Building(Moment(), (BuildingKind)random.Next(4), 100 * random.Next(0, 3), random.Next(0, 11), $"{random.Next(3)}");
        }

        for (var monsters = random.Next(0, 20); monsters > 0; monsters--)
        {
            course.Monster(Moment(), (MonsterKind)random.Next(6), 100 * random.Next(0, 3), random.Next(0, 11), random.Next(4) == 0 ? "Elder" : "Fire");
        }

        return course;

        double Moment() => random.Next(0, minutes * 6) * 10;
    }

    /// <summary>The same with the sides swapped: who was 1 is 6, and so on.</summary>
    public TestCourse Mirror()
    {
        var mirror = new TestCourse { Minutes = Minutes, Figures = (number, minute) => Figures(Other(number), minute), TimeOf = TimeOf };
        mirror._kills.AddRange(_kills.Select(kill => kill with { Killer = Other(kill.Killer), Victim = Other(kill.Victim), Assists = [.. kill.Assists.Select(Other)] }));
        mirror._buildings.AddRange(_buildings.Select(building => building with { OwnerTeam = OtherTeam(building.OwnerTeam), Killer = Other(building.Killer) }));
        mirror._monsters.AddRange(_monsters.Select(monster => monster with { Team = OtherTeam(monster.Team), Killer = Other(monster.Killer) }));
        return mirror;
    }

    private static int Other(int number) => number switch
    {
        0 => 0,
        <= 5 => number + 5,
        _ => number - 5,
    };

    private static int OtherTeam(int team) => team == 0 ? 0 : 300 - team;
}
