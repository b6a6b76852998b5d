using System.Text.Json.Nodes;
using MnM.Simulator.StaticData;
using MnM.Simulator.World.Writing;

namespace MnM.Simulator.World.Careers;

/// <summary>A game of the Arena: eight pairs fight each other round after round until one is left.</summary>
internal sealed class ArenaWriter
{
    private const int Pairs = 8;
    private const int Map = 30;
    private const int FirstRound = 50_000;
    private const int Augments = 254;

    /// <summary>The middles of the four rings, in the game's units, and how far from one champions fall.</summary>
    private static readonly Place[] Rings = [new(4_000, 4_000), new(14_000, 3_900), new(4_000, 13_400), new(14_000, 13_700)];
    private const double RingRadius = 800;

    private readonly CareerGame _arena;
    private readonly Random _random;
    private readonly Draft _draft;
    private readonly Playthrough _game;

    /// <summary>The place of each pair in the end, from 1.</summary>
    private readonly int[] _places = [.. Enumerable.Range(1, Pairs)];

    private ArenaWriter(CareerGame arena)
    {
        (_arena, _random) = (arena, arena.Draw(2));
        _draft = new Draft([.. arena.People.Select(Sit)], arena.Seat + 1, [.. Enumerable.Range(0, arena.People.Length).Select(_ => _random.Pick(StaticCatalog.Champions).Id)]);
        _game = new Playthrough(_random, _draft, new Course(RiftMap.Blue, arena.Length));
        _random.Shuffle(_places);
        PlaceHero();
    }

    public static GeneratedGame Write(CareerGame arena)
    {
        var writer = new ArenaWriter(arena);
        var frames = writer.Play();
        var match = MatchJson.Of(arena.Identity, writer._draft, writer._game);
        writer.Reshape(match);
        return new GeneratedGame(match, TimelineJson.Of(arena.Identity, writer._game, frames), arena.Seat + 1);
    }

    private Player Sit(People.Person person, int seat)
    {
        // Some of sixteen play the same champion, as in reality.
        var role = (Role)(seat % 5);
        var (champion, archetype) = Favourites.Choose(_random, person, role, [.. ChampionPool.For(role)]);
        return new Player(seat + 1, role, person, champion, archetype, Loadout.Choose(_random, role, archetype), BuildPlan.Choose(_random, role, archetype), _random.Between(0.85, 1.15));
    }

    /// <summary>The pair of whom it is about is in the half in which it ended.</summary>
    private void PlaceHero()
    {
        var pair = _arena.Seat / 2;
        if (_places[pair] <= Pairs / 2 != _arena.IsWon)
        {
            var other = Array.FindIndex(_places, place => place <= Pairs / 2 == _arena.IsWon);
            (_places[pair], _places[other]) = (_places[other], _places[pair]);
        }
    }

    private Frames Play()
    {
        var frames = new Frames(_game);
        frames.Begin();
        Shopper.Begin(_game);
        var length = (long)_arena.Length.TotalMilliseconds;
        for (long at = FirstRound; at < length; at += _random.Next(55_000, 75_000))
        {
            _game.At(at, Round);
        }

        _game.Run(length);
        frames.Finish();
        return frames;
    }

    /// <summary>Until when a pair fights: worse ones leave sooner, the last two together.</summary>
    private long LeavesAt(int pair) => (long)(_arena.Length.TotalMilliseconds * (1 - (0.07 * Math.Max(0, _places[pair] - 2))));

    private void Round()
    {
        int[] left = [.. Enumerable.Range(0, Pairs).Where(pair => _game.Now < LeavesAt(pair))];
        _random.Shuffle(left);
        foreach (var pair in left)
        {
            foreach (var player in PlayersOf(pair))
            {
                _game.Reward(player, 700, 900);
            }
        }

        for (var fight = 0; fight + 1 < left.Length; fight += 2)
        {
            var isFirst = _random.Happens(_places[left[fight]] < _places[left[fight + 1]] ? 0.68 : 0.32);
            Fight(PlayersOf(left[isFirst ? fight : fight + 1]), PlayersOf(left[isFirst ? fight + 1 : fight]), Rings[fight / 2]);
        }
    }

    private Player[] PlayersOf(int pair) => [_draft.Players[2 * pair], _draft.Players[(2 * pair) + 1]];

    private void Fight(Player[] winners, Player[] losers, Place ring)
    {
        if (_random.Happens(0.35))
        {
            Kill(losers, _random.Pick(winners), ring);
        }

        Kill(winners, losers[0], ring);
        Kill(winners, losers[1], ring);
    }

    private void Kill(Player[] side, Player victim, Place ring)
    {
        var killer = _random.Pick(side);
        var helper = side[side[0] == killer ? 1 : 0];
        (killer.Kills, helper.Assists, victim.Deaths) = (killer.Kills + 1, helper.Assists + 1, victim.Deaths + 1);
        var blow = DamageSplit.Of(killer.Archetype, _random.Next(1_500, 3_500));
        killer.Dealt.Add(blow);
        killer.ToChampions.Add(blow);
        victim.Taken.Add(blow);
        var place = ring.Near(_random, RingRadius);
        _game.Tell("CHAMPION_KILL", new JsonObject
        {
            ["assistingParticipantIds"] = new JsonArray(helper.Id),
            ["killerId"] = killer.Id,
            ["position"] = Json.Point(place),
            ["victimId"] = victim.Id,
        });
    }

    private void Reshape(JsonObject match)
    {
        var info = match["info"]!;
        (info["gameMode"], info["mapId"]) = ("CHERRY", Map);
        foreach (var (one, seat) in info.Children("participants").Select((one, seat) => (one, seat)))
        {
            var place = _places[seat / 2];
            one["teamId"] = place <= Pairs / 2 ? RiftMap.Blue : RiftMap.Red;
            one["win"] = place <= Pairs / 2;
            (one["placement"], one["subteamPlacement"], one["playerSubteamId"]) = (place, place, 1 + (seat / 2));
            (one["teamPosition"], one["individualPosition"], one["lane"], one["role"]) = ("", "Invalid", "NONE", "SUPPORT");
            (one["summoner1Id"], one["summoner2Id"]) = (_random.Next(2) == 0 ? 2201 : 2202, 0);
            (one["nexusKills"], one["nexusTakedowns"], one["nexusLost"]) = (0, 0, 0);
            one["timePlayed"] = LeavesAt(seat / 2) / 1000;
            for (var augment = 1; augment <= (place <= Pairs / 2 ? 4 : 3); augment++)
            {
                one[$"playerAugment{augment}"] = 1 + _random.Next(Augments);
            }
        }

        info["teams"] = new JsonArray(Team(RiftMap.Blue, info, [.. _draft.Bans]), Team(0, info, []));
    }

    /// <summary>All kills are one side's; the other is nobody.</summary>
    private static JsonObject Team(int team, JsonNode info, int[] bans) => new()
    {
        ["bans"] = new JsonArray([.. bans.Select((champion, turn) => (JsonNode)new JsonObject { ["championId"] = champion, ["pickTurn"] = turn + 1 })]),
        ["objectives"] = new JsonObject
        {
            ["champion"] = new JsonObject { ["first"] = false, ["kills"] = team == 0 ? 0 : info.Children("participants").Sum(one => one.Int("kills")) },
            ["tower"] = new JsonObject { ["first"] = false, ["kills"] = 0 },
        },
        ["teamId"] = team,
        ["win"] = team != 0,
    };
}
