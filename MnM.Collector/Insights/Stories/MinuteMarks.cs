using System.Collections.Immutable;
using System.Runtime.InteropServices;
using MnM.Collector.Insights.Features;
using MnM.Collector.Matches;
using MnM.Collector.Matches.Timelines;

namespace MnM.Collector.Insights.Stories;

/// <summary>Figures of a person at minutes; NaN where the timeline does not tell them, as of leads where nobody stands on the same lane.</summary>
internal readonly record struct MinuteMarks(float CsAt10, float GoldLeadAt10, float ExperienceLeadAt10, float GoldLeadAt15)
{
    private const int Figures = 4;

    /// <summary>Of a match without a timeline.</summary>
    public static MinuteMarks None { get; } = new(float.NaN, float.NaN, float.NaN, float.NaN);

    /// <summary>Of one person.</summary>
    public static MinuteMarks Of(ReadMatch match, MatchParticipant one, MatchCourse course)
    {
        var (own, opponent) = (course.MinutesOf(one.Number), TimelineStats.OpponentOf(one, match));
        var other = opponent is null ? [] : course.MinutesOf(opponent.Number);
        var (at10, at15) = (At(own, 10), At(own, 15));
        var (other10, other15) = (At(other, 10), At(other, 15));
        return new MinuteMarks(
            at10?.Cs ?? float.NaN,
            at10?.Gold - other10?.Gold ?? float.NaN,
            at10?.Experience - other10?.Experience ?? float.NaN,
            at15?.Gold - other15?.Gold ?? float.NaN);
    }

    /// <summary>Those of all people, in their order, as they are stored.</summary>
    public static byte[] Pack(IEnumerable<MinuteMarks> marks) =>
        MemoryMarshal.AsBytes<float>((float[])[.. marks.SelectMany(mark => (float[])[mark.CsAt10, mark.GoldLeadAt10, mark.ExperienceLeadAt10, mark.GoldLeadAt15])]).ToArray();

    /// <summary>Those of the person at a place, from 0; none where nothing is stored of it.</summary>
    public static MinuteMarks Read(byte[]? packed, int place)
    {
        var all = MemoryMarshal.Cast<byte, float>(packed.AsSpan());
        return place >= 0 && all.Length >= (place + 1) * Figures && all[(place * Figures)..] is [var cs, var gold10, var experience10, var gold15, ..]
            ? new MinuteMarks(cs, gold10, experience10, gold15)
            : None;
    }

    private static MinuteFigures? At(ImmutableArray<PlayerMinute> minutes, int minute)
    {
        var (wanted, within) = (minute * 60.0, 30.0);
        return minutes.Where(one => Math.Abs(one.At - wanted) < within).MinBy(one => Math.Abs(one.At - wanted))?.Figures;
    }
}
