using System.Text.Json.Nodes;
using MnM.Simulator.World;
using MnM.Simulator.World.Friends;
using MnM.Simulator.World.People;
using MnM.Simulator.World.Writing;

namespace MnM.Simulator.RiotApi;

/// <summary>spectator-v5: running games, to those who play them. Of whom streamer mode hides neither name nor game is told.</summary>
internal sealed class SpectatorApi(RiotWorld world)
{
    private const int Mayhem = 2400;

    public RiotAnswer ActiveGame(RiotRequest request) => world.About(request, (home, person) =>
        world.Running is { } evening && evening.Find(person) is { } seat && !IsHidden(evening, seat) ? RiotAnswer.Ok(Game(evening, home, request.Product))
        : world.Week.Running(person, Products.League, world.Now) is { } game && !world.Week.Hides(person) ? RiotAnswer.Ok(Game(game, request.Product))
        : RiotAnswer.NotFound("spectator game info isn't found"));

    private static bool IsHidden(LedgerEntry game, ScriptParticipant one) => game.Game.HidesNames && one.Id != game.Game.LocalParticipantId;

    private JsonObject Game(LedgerEntry game, RiotPlatform home, string product)
    {
        var script = game.Game.Script;
        return ActiveGameJson.Of(
            script.GameId,
            home.Name,
            script.MapId,
            script.GameMode,
            script.QueueId,
            game.StartedAt,
            game.StartedAt is { } start ? (world.Now - start) / (game.EndsAt - start) * script.Duration : 0,
            script.Participants.Select(one => ActiveGameJson.Participant(IsHidden(game, one) ? null : game.Seats.GetValueOrDefault(one.Id), product, PlaceOf(one))),
            Bans(game));
    }

    private JsonObject Game(FriendGame game, string product)
    {
        var plan = game.Plan();
        var (map, mode) = game.QueueId == Mayhem ? (12, "KIWI") : (11, "CLASSIC");
        return ActiveGameJson.Of(
            game.GameId,
            game.Platform,
            map,
            mode,
            game.QueueId,
            world.Now < game.StartedAt ? null : game.StartedAt,
            (world.Now - game.StartedAt).TotalSeconds,
            plan.Draft.Players.Select(one => ActiveGameJson.Participant(world.Week.Hides(one.Member) ? null : one.Member, product, PlaceOf(one))),
            Bans(plan.Draft));
    }

    private static ActivePlace PlaceOf(ScriptParticipant one) =>
        new(one.TeamId, one.ChampionId, one.ChampionAlias, one.Spells[0], one.Spells[1], one.Runes.Keystone, one.Runes.PrimaryTree, one.Runes.SecondaryTree, one.IsBot);

    private static ActivePlace PlaceOf(Player one) => new(
        one.Team, one.Champion.Id, one.Champion.Alias, one.Loadout.Spell1, one.Loadout.Spell2, one.Loadout.PrimaryRunes[0].Id, one.Loadout.Primary.Id, one.Loadout.Secondary.Id);

    private static JsonArray Bans(LedgerEntry game) => new([.. game.Game.Match["info"].Children("teams").SelectMany(team =>
        team.Children("bans").Select(ban => Ban(ban.Int("championId"), team.Int("teamId"), ban.Int("pickTurn"))))]);

    private static JsonArray Bans(Draft draft) => new([.. draft.Bans.Select((champion, turn) => Ban(champion, turn < 5 ? RiftMap.Blue : RiftMap.Red, turn + 1))]);

    private static JsonObject Ban(int champion, int team, int turn) => new() { ["championId"] = champion, ["teamId"] = team, ["pickTurn"] = turn };
}
