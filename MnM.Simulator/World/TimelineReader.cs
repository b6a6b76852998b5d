using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace MnM.Simulator.World;

/// <summary>Reads the events and the frames of a timeline.</summary>
internal static class TimelineReader
{
    private static readonly ImmutableArray<string> StatNames =
        [.. Enum.GetNames<FrameStat>().Select(name => char.ToLowerInvariant(name[0]) + name[1..])];

    public static ImmutableArray<ScriptEvent> Events(IEnumerable<JsonObject> frames)
    {
        // Only these two come as exact repeats; two equal purchases in one millisecond are two purchases.
        var seen = new HashSet<(string, double, int, int, string)>();
        return
        [
            .. frames.SelectMany(frame => frame.Children("events")).Select(Event)
                .Where(one => one.Type is not ("WARD_PLACED" or "LEVEL_UP")
                    || seen.Add((one.Type, one.Time, one.Participant, one.Level, one.Kind)))
                .OrderBy(one => one.Time),
        ];
    }

    public static FrameCurves Curves(IReadOnlyList<JsonObject> frames, int participants)
    {
        var times = new List<double>(frames.Count);
        var values = new List<double[]>(frames.Count);
        foreach (var frame in frames.OrderBy(frame => frame.Number("timestamp")))
        {
            var row = new double[participants * StatNames.Length];
            for (var id = 1; id <= participants; id++)
            {
                var one = frame.Child("participantFrames").Child($"{id}");
                var stats = one.Child("championStats");
                for (var stat = 0; stat < StatNames.Length; stat++)
                {
                    row[((id - 1) * StatNames.Length) + stat] =
                        (stat <= (int)FrameStat.JungleMinionsKilled ? one : stats).Number(StatNames[stat]);
                }
            }

            times.Add(frame.Number("timestamp") / 1000);
            values.Add(row);
        }

        return new FrameCurves(times, values, participants);
    }

    private static ScriptEvent Event(JsonObject one)
    {
        var last = one.Children("victimDamageReceived").LastOrDefault();
        return new ScriptEvent
        {
            Type = one.Text("type"),
            Time = Math.Max(0, one.Number("timestamp") / 1000),
            Participant = one.Int("participantId") is var id and > 0 ? id : one.Int("creatorId"),
            Killer = one.Int("killerId"),
            Victim = one.Int("victimId"),
            Assists = one.Ints("assistingParticipantIds"),
            Item = one.Int("itemId"),
            ItemBefore = one.Int("beforeId"),
            ItemAfter = one.Int("afterId"),
            Level = one.Int("level"),
            SkillSlot = one.Int("skillSlot"),
            TeamId = one.Int(one.ContainsKey("monsterType") ? "killerTeamId" : "teamId"),
            KillStreak = one.Int("multiKillLength"),
            Kind = one.FirstText("monsterType", "buildingType", "killType", "wardType", "levelUpType", "name"),
            SubKind = one.FirstText("monsterSubType", "towerType"),
            Lane = one.Text("laneType"),
            DeadlyDamage = last.Text("type"),
            DeadlyDamageName = last.Text("name"),
        };
    }
}
