namespace MnM.Tests.Simulator.World.Writing;

[Collection(SharedGames.Name)]
public sealed class TimelineTests(WrittenGames written)
{
    [Fact]
    public void Frames_come_a_little_more_than_a_minute_apart_and_hold_the_events_before_them() => written.Each(game =>
    {
        var frames = game.Frames;
        long before = -1;
        for (var i = 0; i < frames.Count; i++)
        {
            var at = frames[i].Long("timestamp");
            if (i > 0 && i < frames.Count - 1)
                Assert.InRange(at - before, 60_001, 60_040);
            Assert.All(frames[i]["events"]!.AsArray(), told => Assert.InRange(told!.Long("timestamp"), before + 1, at));
            before = at;
        }
    });

    [Fact]
    public void Gold_experience_and_minions_never_shrink() => written.Each(game =>
    {
        foreach (var id in Enumerable.Range(1, 10))
            foreach (var (one, next) in game.Frames.Zip(game.Frames.Skip(1),
                (one, next) => (one["participantFrames"]![$"{id}"]!, next["participantFrames"]![$"{id}"]!)))
                Assert.All((string[])["totalGold", "xp", "level", "minionsKilled", "jungleMinionsKilled"],
                    name => Assert.True(next.Number(name) >= one.Number(name)));
    });

    [Fact]
    public void Gold_is_never_spent_before_it_is_earned() => written.Each(game =>
        Assert.All(game.Frames, frame => Assert.All(frame["participantFrames"]!.AsObject(), entry => Assert.True(entry.Value!.Number("currentGold") >= 0))));

    [Fact]
    public void Levels_rise_one_by_one_up_to_eighteen_and_match_the_frames() => written.Each(game =>
    {
        foreach (var player in game.Participants)
        {
            var id = player.Number("participantId");
            var levels = game.Events("LEVEL_UP").Where(told => told.Number("participantId") == id).Select(told => told.Number("level")).ToList();
            Assert.Equal(Enumerable.Range(2, player.Number("champLevel") - 1), levels);
            Assert.InRange(player.Number("champLevel"), 6, 18);
        }
    });

    [Fact]
    public void Skills_are_learnt_within_what_the_level_allows() => written.Each(game =>
    {
        var levels = Enumerable.Range(1, 10).ToDictionary(id => id, _ => 1);
        var ranks = Enumerable.Range(1, 10).ToDictionary(id => id, _ => new int[5]);
        foreach (var told in game.EventsInOrder("LEVEL_UP", "SKILL_LEVEL_UP"))
        {
            var id = told.Number("participantId");
            if (told.Text("type") == "LEVEL_UP")
            {
                levels[id] = told.Number("level");
                continue;
            }

            var slot = told.Number("skillSlot");
            ranks[id][slot]++;
            Assert.True(ranks[id].Sum() <= levels[id]);
            Assert.True(
                ranks[id][slot] <= (slot == 4 ? (levels[id] - 1) / 5 : (levels[id] + 1) / 2), $"slot {slot} rank {ranks[id][slot]} at level {levels[id]}");
        }
    });

    [Fact]
    public void A_soul_is_given_with_the_fourth_dragon_and_elders_follow() => written.Each(game =>
    {
        var dragons = new Dictionary<int, int> { [100] = 0, [200] = 0 };
        foreach (var told in game.EventsInOrder("ELITE_MONSTER_KILL", "DRAGON_SOUL_GIVEN"))
        {
            if (told.Text("type") == "DRAGON_SOUL_GIVEN")
                Assert.Equal(4, dragons[told.Number("teamId")]);
            else if (told.Text("monsterSubType") == "ELDER_DRAGON")
                Assert.Contains(4, dragons.Values);
            else if (told.Text("monsterType") == "DRAGON")
                dragons[told.Number("killerTeamId")]++;
        }
    });

    [Fact]
    public void Fights_show_in_multikills_and_aces()
    {
        Assert.True(written.All.Count(game => game.Events("CHAMPION_SPECIAL_KILL").Any(kill => kill.Text("killType") == "KILL_ACE")) > 20);
        Assert.True(written.All.Count(game => game.Events("CHAMPION_SPECIAL_KILL").Any(kill => kill.Number("multiKillLength") >= 3)) > 20);
        written.Each(game => Assert.Single(game.Events("CHAMPION_SPECIAL_KILL"), kill => kill.Text("killType") == "KILL_FIRST_BLOOD"));
    }

    [Fact]
    public void Shops_see_mistakes_taken_back_and_old_items_sold()
    {
        Assert.Contains(written.All, game => game.Events("ITEM_UNDO").Any());
        Assert.Contains(written.All, game => game.Events("ITEM_SOLD").Any());
        Assert.Contains(written.All, game => game.Events("WARD_KILL").Any());
    }
}
