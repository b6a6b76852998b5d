using System.Collections.Immutable;
using MnM.Collector.Insights;
using MnM.Collector.Insights.Features;
using MnM.Collector.Insights.Stories;
using MnM.Collector.Insights.WinProbability;
using MnM.Collector.Matches.Timelines;
using MnM.Collector.StaticData;
using MnM.Tests.Insights.Features;

namespace MnM.Tests.Insights.Stories;

/// <summary>What somebody did, and what it did to the chances.</summary>
public sealed class ActionFinderTests
{
    private const int Whole = 3031;

    [Fact]
    public void What_the_person_had_a_hand_in_and_the_great_events_of_both_sides_are_told_in_order()
    {
        var course = new TestCourse { Minutes = 30 }
            .Kill(300, killer: 1, victim: 6).Kill(400, killer: 2, victim: 7, assists: 1).Kill(500, killer: 6, victim: 1).Kill(510, killer: 7, victim: 2)
            .Building(700, BuildingKind.Tower, owner: 100, killer: 6).Building(800, BuildingKind.Tower, owner: 200, killer: 2).Building(900, BuildingKind.Tower, owner: 200, killer: 1)
            .Building(1000, BuildingKind.Inhibitor, owner: 100).Building(350, BuildingKind.Plate, owner: 200, killer: 1).Building(360, BuildingKind.Plate, owner: 200, killer: 2)
            .Monster(600, MonsterKind.Dragon, team: 200, killer: 7, detail: "Fire").Monster(1300, MonsterKind.Baron, team: 100, killer: 2).Monster(1500, MonsterKind.Dragon, team: 100, detail: "Elder")
            .Monster(650, MonsterKind.Herald, team: 200, killer: 7);
        Assert.Equal(
            [
                (300, ActionKind.Kill, true, true), (350, ActionKind.Plate, true, true), (400, ActionKind.Assist, true, true), (500, ActionKind.Death, false, true),
                (600, ActionKind.Dragon, false, false), (700, ActionKind.Tower, false, false), (900, ActionKind.Tower, true, true), (1000, ActionKind.Inhibitor, false, false),
                (1300, ActionKind.Baron, true, false), (1500, ActionKind.Elder, true, false),
            ],
            Find(course, 1).Select(action => ((int)action.At, action.Kind, action.IsOurs, action.IsPersonal)));
    }

    [Fact]
    public void Whole_items_are_told_and_what_was_undone_was_not_bought()
    {
        var items = new[]
        {
            new ItemChange(100, 1, ItemChangeKind.Bought, 1055, 0), new ItemChange(600, 1, ItemChangeKind.Bought, Whole, 0), new ItemChange(605, 1, ItemChangeKind.Undone, Whole, 0),
            new ItemChange(900, 1, ItemChangeKind.Bought, Whole, 0), new ItemChange(950, 2, ItemChangeKind.Bought, Whole, 0),
        };
        var action = Assert.Single(Find(new TestCourse { Minutes = 30 }, 1, items: [.. items]));
        Assert.Equal((900, ActionKind.Purchase, "3031", true), (action.At, action.Kind, action.Detail, action.IsPersonal));
    }

    [Fact]
    public void A_swing_is_what_the_event_itself_changed_for_the_own_side()
    {
        var course = new TestCourse { Minutes = 30 }.Kill(1200, killer: 6, victim: 1).Monster(1300, MonsterKind.Baron, team: 200, killer: 6);
        var model = Learnt();
        var (blue, red) = (Find(course, 1, model), Find(course, 6, model));
        Assert.All(blue, action => Assert.True(action.Swing < 0, $"{action}"));
        Assert.All(red, action => Assert.True(action.Swing > 0, $"{action}"));
        Assert.All(blue.Zip(red), pair => Assert.Equal(1, pair.First.After!.Value + pair.Second.After!.Value, 9));
    }

    [Fact]
    public void Without_a_model_there_are_actions_without_chances() =>
        Assert.All(Find(new TestCourse { Minutes = 30 }.Kill(300, 1, 6), 1), action => Assert.Equal((null, null, null), (action.Before, action.After, action.Swing)));

    [Fact]
    public void What_is_told_of_the_time_after_the_match_did_not_happen_in_it()
    {
        var read = TestCourse.Match(match => match.DurationSeconds = 1200);
        var course = new TestCourse { Minutes = 40 }.Kill(1190, killer: 6, victim: 1).Kill(2000, killer: 6, victim: 1).Monster(2100, MonsterKind.Baron, team: 200, killer: 6);

        var facts = MatchFacts.Of(read, read.Participants[0], course.Timeline, model: null, StaticCatalog.Empty);

        Assert.Equal(1190, Assert.Single(facts.Actions).At);
    }

    [Fact]
    public void Any_timeline_gives_actions_of_sound_chances()
    {
        var model = Learnt();
        for (var seed = 0; seed < 100; seed++)
        {
            var actions = Find(TestCourse.Of(seed), 1 + (seed % 10), model);
            Assert.All(actions, action => Assert.True(action is { Before: >= 0 and <= 1, After: >= 0 and <= 1 }));
            Assert.Equal(actions.OrderBy(action => action.At), actions);
            Assert.All(ActionGroups.Of(actions), group => Assert.True(group.From <= group.To && group.Count > 0 && group.Swing is >= -3 and <= 3));
        }
    }

    /// <summary>Of matches in which gold, kills, people alive and Baron decide, each by itself.</summary>
    private static WinModel Learnt()
    {
        var random = new Random(8);
        var matches = Enumerable.Range(0, 800).Select(number =>
        {
            var (gold, kills, alive, baron) = (6000 * (random.NextDouble() - 0.5), random.Next(-8, 9), random.Next(-4, 5), random.Next(-1, 2));
            var blueWon = random.NextDouble() < 1 / (1 + Math.Exp(-((gold / 2000) + (0.2 * kills) + (0.4 * alive) + baron)));
            return new LearntMatch($"EUW1_{number}", blueWon, [.. Enumerable.Range(1, 30).Select(minute => new MatchState(60 * minute) { Gold = gold, Kills = kills, Alive = alive, Baron = baron })]);
        }).ToList();
        var (inputs, test) = Training.Run(matches, CancellationToken.None);
        return new WinModel { Version = 1, TrainedAt = DateTimeOffset.UnixEpoch, Matches = matches.Count, Inputs = inputs, Test = test };
    }

    private static ImmutableArray<InsightAction> Find(TestCourse course, int number, WinModel? model = null, ImmutableArray<ItemChange> items = default)
    {
        var match = TestCourse.Match();
        var one = match.Participants[number - 1];
        return new ActionFinder(
            match, one, course.Timeline with { Items = items.IsDefault ? [] : items }, new OwnChances(course.Course, model, isBlue: one.TeamId == 100), item => item == Whole).Find();
    }
}
