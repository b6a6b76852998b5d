using System.Collections.Immutable;

namespace MnM.Simulator.World;

/// <summary>What the League client tells of a queue.</summary>
public sealed record QueueInfo(int Id, string Name, string Type, string GameMode, int MapId, PickRule Picks, bool IsRanked)
{
    private static readonly ImmutableArray<QueueInfo> Known =
    [
        new(0, "Custom", "", "CLASSIC", 11, PickRule.TournamentDraft, false),
        new(400, "Normal (Draft Pick)", "NORMAL", "CLASSIC", 11, PickRule.Draft, false),
        new(420, "Ranked Solo/Duo", "RANKED_SOLO_5x5", "CLASSIC", 11, PickRule.Draft, true),
        new(430, "Normal (Blind Pick)", "NORMAL", "CLASSIC", 11, PickRule.Blind, false),
        new(440, "Ranked Flex", "RANKED_FLEX_SR", "CLASSIC", 11, PickRule.Draft, true),
        new(450, "ARAM", "ARAM_UNRANKED_5x5", "ARAM", 12, PickRule.AllRandom, false),
        new(480, "Swiftplay", "SWIFTPLAY", "CLASSIC", 11, PickRule.Blind, false),
        new(490, "Normal (Quickplay)", "QUICKPLAY", "CLASSIC", 11, PickRule.Blind, false),
        new(700, "Clash", "CLASH", "CLASSIC", 11, PickRule.Draft, false),
        new(900, "ARURF", "ARURF_5X5", "URF", 11, PickRule.AllRandom, false),
        new(1900, "URF", "URF", "URF", 11, PickRule.Blind, false),
    ];

    public static QueueInfo RankedSolo { get; } = Known.First(queue => queue.Id == 420);

    /// <summary>Whether the client hides those on one's own side from each other, too.</summary>
    public bool HidesAllies => Id == 420;

    public bool IsCustom => Id == 0;

    public bool HasPositions => Picks == PickRule.Draft;

    /// <summary>The queue of a script; one that nobody named here is like a blind pick.</summary>
    public static QueueInfo Of(MatchScript script) =>
        Known.FirstOrDefault(queue => queue.Id == script.QueueId) ?? new QueueInfo(script.QueueId, script.GameMode, script.GameMode, script.GameMode, script.MapId, PickRule.Blind, false);
}
