using System.Collections.Immutable;
using MnM.Collector.Insights.Features;
using MnM.Collector.Matches;

namespace MnM.Collector.Insights.Stories;

/// <summary>
/// How a match went for one of its people, as a vector: leads at minutes, and shares at the end. Each part is 0 where nothing was special and is scaled to what is usual,
/// so that vectors of matches that went alike point the same way.
/// </summary>
internal static class Embedding
{
    /// <summary>Counted up when the parts change.</summary>
    public const int Version = 1;

    /// <summary>Parts of a vector.</summary>
    public const int Length = (Moments * PartsOfMoment) + PartsOfEnd;

    /// <summary>A person in a row: a byte for the role, then the vector.</summary>
    public const int Stride = 1 + Length;

    /// <summary>People in a match.</summary>
    public const int People = 10;

    private const int Moments = 6;
    private const int MinutesApart = 5;
    private const int PartsOfMoment = 5;
    private const int PartsOfEnd = 9;
    private const int TeamSize = 5;

    private static readonly ImmutableArray<string> Roles = ["", "TOP", "JUNGLE", "MIDDLE", "BOTTOM", "UTILITY"];

    /// <summary>The role as a byte; 0 where there is none.</summary>
    public static byte RoleOf(string position) => (byte)Math.Max(0, Roles.IndexOf(position));

    /// <summary>All people of a match in the order of their numbers; empty where they are not numbered from 1 to 10.</summary>
    public static byte[] Pack(ReadMatch match, MatchCourse course)
    {
        if (!match.Participants.Select(one => one.Number).SequenceEqual(Enumerable.Range(1, People)))
        {
            return [];
        }

        var minutes = match.Participants.ToDictionary(one => one.Number, one => course.MinutesOf(one.Number));
        var packed = new byte[People * Stride];
        foreach (var one in match.Participants)
        {
            var place = packed.AsSpan((one.Number - 1) * Stride, Stride);
            place[0] = RoleOf(one.Position);
            Quantize(Parts(match, one, minutes), place[1..]);
        }

        return packed;
    }

    /// <summary>The cosine of the angle between two vectors, −1 to 1; 0 where one has no direction.</summary>
    public static double Cosine(ReadOnlySpan<byte> one, ReadOnlySpan<byte> other)
    {
        var (dot, ones, others) = (0, 0, 0);
        for (var part = 0; part < Length; part++)
        {
            int left = (sbyte)one[part], right = (sbyte)other[part];
            dot += left * right;
            ones += left * left;
            others += right * right;
        }

        return ones == 0 || others == 0 ? 0 : dot / Math.Sqrt((double)ones * others);
    }

    private static double[] Parts(ReadMatch match, MatchParticipant one, Dictionary<int, ImmutableArray<PlayerMinute>> minutes)
    {
        var (parts, own) = (new List<double>(Length), match.Participants.Where(other => other.TeamId == one.TeamId).Select(other => other.Number).ToList());
        var enemies = match.Participants.Where(other => other.TeamId != one.TeamId).Select(other => other.Number).ToList();
        var against = match.Participants.Where(other => other.TeamId != one.TeamId && one.Position.Length > 0 && other.Position == one.Position).Select(other => other.Number).ToList();
        against = against.Count == 1 ? against : enemies;
        for (var minute = MinutesApart; minute <= Moments * MinutesApart; minute += MinutesApart)
        {
            var (at, mine) = (minute * 60.0, At(minutes[one.Number], minute * 60.0));
            var team = Sum(minutes, own, at, figures => figures.Gold) - Sum(minutes, enemies, at, figures => figures.Gold);
            parts.Add((mine.Figures.Gold - Mean(minutes, against, at, figures => figures.Gold)) / (100 * minute));
            parts.Add((mine.Figures.Experience - Mean(minutes, against, at, figures => figures.Experience)) / (100 * minute));
            parts.Add((mine.Figures.Cs - Mean(minutes, against, at, figures => figures.Cs)) / (2 * minute));
            parts.Add(team / (250 * minute));
            parts.Add((mine.Kills - mine.Deaths) / (1 + (minute / 10.0)));
        }

        parts.AddRange(End(match, one, minutes[one.Number], against));
        return [.. parts];
    }

    private static IEnumerable<double> End(ReadMatch match, MatchParticipant one, ImmutableArray<PlayerMinute> minutes, List<int> against)
    {
        var own = match.Participants.Where(other => other.TeamId == one.TeamId).ToList();
        var opponents = match.Participants.Where(other => against.Contains(other.Number)).ToList();
        var (duration, kills) = (Math.Max(1, match.Match.DurationSeconds / 60.0), Math.Max(1, own.Sum(other => other.Kills)));
        yield return (((one.Kills + one.Assists) / (double)kills) - 0.5) / 0.2;
        yield return ((one.GoldEarned / Math.Max(1.0, own.Sum(other => (double)other.GoldEarned))) - (1.0 / TeamSize)) / 0.05;
        yield return ((one.Damage / Math.Max(1.0, own.Sum(other => (double)other.Damage))) - (1.0 / TeamSize)) / 0.08;
        yield return (own.Average(other => other.Deaths) - one.Deaths) / 2;
        yield return (one.Cs - opponents.Average(other => other.Cs)) / duration / 1.5;
        yield return (one.VisionScore - opponents.Average(other => other.VisionScore)) / duration / 0.5;
        yield return (minutes is [.., { Objectives: var objectives }] ? objectives - 2 : 0) / 2.0;
        yield return one.Win ? 1 : -1;
        yield return (duration - 28) / 8;
    }

    /// <summary>The last minute up to then: a match that was over before stays as it ended.</summary>
    private static PlayerMinute At(ImmutableArray<PlayerMinute> minutes, double at)
    {
        var within = 30.0;
        return minutes.LastOrDefault(minute => minute.At < at + within) ?? new PlayerMinute(at, default, IsAlive: true, 0, 0, 0, 0);
    }

    private static double Sum(Dictionary<int, ImmutableArray<PlayerMinute>> minutes, List<int> people, double at, Func<Matches.Timelines.MinuteFigures, int> figure) =>
        people.Sum(number => (double)figure(At(minutes[number], at).Figures));

    private static double Mean(Dictionary<int, ImmutableArray<PlayerMinute>> minutes, List<int> people, double at, Func<Matches.Timelines.MinuteFigures, int> figure) =>
        people.Count == 0 ? 0 : Sum(minutes, people, at, figure) / people.Count;

    /// <summary>Outliers are bent, and the greatest part gets the whole range of a byte: a cosine does not care how long a vector is.</summary>
    private static void Quantize(double[] parts, Span<byte> bytes)
    {
        var bent = Array.ConvertAll(parts, part => Math.Tanh(part));
        var greatest = bent.Max(Math.Abs);
        for (var part = 0; part < Length; part++)
        {
            bytes[part] = (byte)(sbyte)(greatest > 0 ? Math.Round(bent[part] / greatest * sbyte.MaxValue) : 0);
        }
    }
}
