using System.Text.Json.Nodes;

namespace MnM.Simulator.World.Writing;

/// <summary>One champion kill with all that follows: gold, bounties, sprees, multikills, aces, and the time until the victim is back.</summary>
internal sealed class Kills(Playthrough game)
{
    private const int MultiWindow = 10_000;

    private Random Random => game.Random;

    public void Happen(Player killer, Player victim, Player[] helpers, Place place)
    {
        var first = game.Teams.Values.All(team => team.Kills == 0);
        var bounty = first ? 400 : Math.Max(100, 300 - 26 * Math.Max(0, victim.DeathRow - 1) * 2);
        var shutdown = victim.Streak < 2 ? 0 : Math.Min(700, 150 * (victim.Streak - 1));
        var received = Received(killer, victim, helpers);
        var body = new JsonObject
        {
            ["bounty"] = bounty,
            ["killStreakLength"] = killer.Streak,
            ["killerId"] = killer.Id,
            ["position"] = Json.Point(place),
            ["shutdownBounty"] = shutdown,
            ["victimDamageDealt"] = DealtByVictim(killer, victim, helpers),
            ["victimDamageReceived"] = received,
            ["victimId"] = victim.Id,
        };
        if (helpers.Length > 0)
            body["assistingParticipantIds"] = new JsonArray([.. helpers.Select(helper => (JsonNode)helper.Id)]);
        game.Tell("CHAMPION_KILL", body);

        Fall(victim, place);
        Credit(killer, victim, helpers, bounty, shutdown, first);
        Special(killer, victim, first, place);
    }

    private void Fall(Player victim, Place place)
    {
        victim.Deaths++;
        victim.DeathRow++;
        victim.Streak = 0;
        victim.LongestLife = Math.Max(victim.LongestLife, game.Now - victim.AliveSince);
        var seconds = Combat.RespawnSeconds(victim.Level, game.Minute);
        victim.DeadUntil = game.Now + (long)(seconds * 1000);
        victim.TimeDead += Math.Min(victim.DeadUntil, game.Duration) - game.Now;
        victim.Position = place;
        game.At(victim.DeadUntil, () =>
        {
            victim.Position = RiftMap.Fountain(victim.Team);
            victim.AliveSince = game.Now;
            Shopper.Visit(game, victim);
        });
    }

    private void Credit(Player killer, Player victim, Player[] helpers, int bounty, int shutdown, bool first)
    {
        var team = game.Teams[killer.Team];
        team.Kills++;
        if (first)
            team.Firsts.Add("champion");
        killer.Kills++;
        killer.DeathRow = 0;
        killer.Streak++;
        if (killer.Streak == 3)
            killer.Sprees++;
        killer.LargestStreak = Math.Max(killer.LargestStreak, killer.Streak);
        killer.FirstBlood |= first;
        killer.BountyGold += shutdown;
        if (helpers.Length == 0)
            killer.SoloKills++;

        var share = (40 + 48.0 * victim.Level) / (1 + 0.55 * helpers.Length);
        game.Reward(killer, bounty + shutdown, share);
        foreach (var helper in helpers)
        {
            helper.Assists++;
            helper.FirstBloodAssist |= first;
            game.Reward(helper, 150.0 / helpers.Length, share * 0.8);
        }
    }

    private void Special(Player killer, Player victim, bool first, Place place)
    {
        if (first)
            Tell("KILL_FIRST_BLOOD", killer, place, null);
        killer.Multi = game.Now - killer.LastKillAt <= (killer.Multi == 4 ? 3 : 1) * MultiWindow ? Math.Min(5, killer.Multi + 1) : 1;
        killer.LastKillAt = game.Now;
        killer.Multis[killer.Multi]++;
        if (killer.Multi > 1)
            Tell("KILL_MULTI", killer, place, killer.Multi);
        if (game.Side(victim.Team).All(player => !player.IsAlive(game.Now)))
            Tell("KILL_ACE", killer, place, null);
    }

    private void Tell(string kind, Player killer, Place place, int? length)
    {
        var body = new JsonObject { ["killType"] = kind, ["killerId"] = killer.Id, ["position"] = Json.Point(place) };
        if (length is { } value)
            body["multiKillLength"] = value;
        game.Tell("CHAMPION_SPECIAL_KILL", body);
    }

    private JsonArray Received(Player killer, Player victim, Player[] helpers)
    {
        var health = ChampionStats.Of(victim).HealthMax * Random.Between(0.9, 1.3);
        var share = helpers.Length == 0 ? 1.0 : Random.Between(0.4, 0.65);
        var blows = new JsonArray();
        Blows(blows, killer, victim, killer, health * share);
        foreach (var helper in helpers)
            Blows(blows, helper, victim, helper, health * (1 - share) / helpers.Length);
        return blows;
    }

    private JsonArray DealtByVictim(Player killer, Player victim, Player[] helpers)
    {
        var blows = new JsonArray();
        Blows(blows, victim, killer, killer, Random.Between(80, 260) + 30 * victim.Level);
        if (helpers.Length > 0 && Random.Happens(0.6))
        {
            var helper = Random.Pick(helpers);
            Blows(blows, victim, helper, helper, Random.Between(60, 200) + 18 * victim.Level);
        }

        return blows;
    }

    /// <summary>A basic attack and an ability that together make the amount; each is booked for both sides.</summary>
    private void Blows(JsonArray into, Player from, Player to, Player other, double amount)
    {
        var alias = from.Champion.Alias;
        var slot = Random.Next(4);
        into.Add(Json.Blow(from, other, $"{alias.ToLowerInvariant()}basicattack", 64, basic: true, Combat.Hit(from, to, amount * 0.35)));
        into.Add(Json.Blow(from, other, $"{alias.ToLowerInvariant()}{"qwer"[slot]}", slot, basic: false, Combat.Hit(from, to, amount * 0.65)));
    }
}
