using System.Collections.Immutable;
using System.Globalization;
using MnM.Collector.Matches;
using MnM.Collector.Matches.Timelines;

namespace MnM.Collector.Insights.Stories;

/// <summary>Finds what somebody did in a match and what was done to them, and the great events of both sides, with the chances before and after.</summary>
/// <param name="match">Who was in it.</param>
/// <param name="one">Who it is about.</param>
/// <param name="timeline">What happened.</param>
/// <param name="chances">Of the own side.</param>
/// <param name="isWhole">Whether an item builds into nothing more.</param>
internal sealed class ActionFinder(ReadMatch match, MatchParticipant one, Timeline timeline, OwnChances chances, Func<int, bool> isWhole)
{
    private readonly Dictionary<int, int> _teams = match.Participants.ToDictionary(other => other.Number, other => other.TeamId);

    /// <summary>In the order in which they happened.</summary>
    public ImmutableArray<InsightAction> Find() => [.. Kills().Concat(Buildings()).Concat(Monsters()).Concat(Purchases()).OrderBy(action => action.At)];

    private IEnumerable<InsightAction> Kills()
    {
        foreach (var kill in timeline.Kills)
        {
            if (kill.Victim == one.Number)
            {
                yield return Action(kill.At, ActionKind.Death, isOurs: false, isPersonal: true);
            }
            else if (kill.Killer == one.Number)
            {
                yield return Action(kill.At, ActionKind.Kill, isOurs: true, isPersonal: true);
            }
            else if (kill.Assists.Contains(one.Number))
            {
                yield return Action(kill.At, ActionKind.Assist, isOurs: true, isPersonal: true);
            }
        }
    }

    private IEnumerable<InsightAction> Buildings()
    {
        var first = timeline.Buildings.FirstOrDefault(building => building.Kind == BuildingKind.Tower);
        foreach (var building in timeline.Buildings)
        {
            var isPersonal = building.Killer == one.Number || building.Assists.Contains(one.Number);
            ActionKind? kind = building.Kind switch
            {
                BuildingKind.Inhibitor => ActionKind.Inhibitor,
                BuildingKind.Tower when isPersonal || building == first => ActionKind.Tower,
                BuildingKind.Plate when isPersonal => ActionKind.Plate,
                _ => null,
            };
            if (kind is { } told && WasTaken(building.OwnerTeam, building.Killer) is { } isOurs)
            {
                yield return Action(building.At, told, isOurs, isPersonal, building.Lane);
            }
        }
    }

    private IEnumerable<InsightAction> Monsters()
    {
        foreach (var monster in timeline.Monsters)
        {
            var isPersonal = monster.Killer == one.Number || monster.Assists.Contains(one.Number);
            ActionKind? kind = monster.Kind switch
            {
                MonsterKind.Baron => ActionKind.Baron,
                MonsterKind.Dragon => monster.Detail == "Elder" ? ActionKind.Elder : ActionKind.Dragon,
                MonsterKind.Atakhan => ActionKind.Atakhan,
                MonsterKind.Herald when isPersonal => ActionKind.Herald,
                MonsterKind.Grub when isPersonal => ActionKind.Grub,
                _ => null,
            };
            if (kind is { } told && (monster.Team != 0 ? monster.Team : _teams.GetValueOrDefault(monster.Killer)) is not 0 and var team)
            {
                yield return Action(monster.At, told, team == one.TeamId, isPersonal, told == ActionKind.Dragon ? monster.Detail : "");
            }
        }
    }

    /// <summary>The chances are the same before and after: the model counts gold when it is earned, not when it is spent.</summary>
    private IEnumerable<InsightAction> Purchases()
    {
        var bought = new List<ItemChange>();
        foreach (var change in timeline.Items.Where(change => change.Participant == one.Number))
        {
            if (change.Kind == ItemChangeKind.Bought && isWhole(change.ItemId))
            {
                bought.Add(change);
            }
            else if (change.Kind == ItemChangeKind.Undone && bought.FindLastIndex(before => before.ItemId == change.ItemId) is >= 0 and var last)
            {
                bought.RemoveAt(last);
            }
        }

        return bought.Select(change => Action(change.At, ActionKind.Purchase, isOurs: true, isPersonal: true, change.ItemId.ToString(CultureInfo.InvariantCulture)));
    }

    /// <summary>Whether the own side took a building; null where nobody says whose it was.</summary>
    private bool? WasTaken(int owner, int killer) =>
        owner != 0 ? owner != one.TeamId : _teams.TryGetValue(killer, out var team) ? team == one.TeamId : null;

    private InsightAction Action(double at, ActionKind kind, bool isOurs, bool isPersonal, string detail = "") =>
        new(match.Match.Id, at, kind, isOurs, isPersonal, detail, chances.Before(at), chances.After(at));
}
