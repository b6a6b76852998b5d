using System.Collections.Immutable;

namespace MnM.Simulator.World;

/// <summary>The champion select of a game, such that it ends with the champions that the game is played with.</summary>
public sealed class ChampSelectScript
{
    /// <summary>How many of each side pick by turns.</summary>
    private static readonly ImmutableArray<int> PickSizes = [1, 2, 2, 2, 2, 1];

    /// <summary>The order of a tournament: six bans, six picks, four bans, four picks; 0 is blue.</summary>
    private static readonly ImmutableArray<(string Type, string Sides)> Tournament = [("ban", "010101"), ("pick", "011001"), ("ban", "1010"), ("pick", "1001")];

    private ChampSelectScript(QueueInfo queue, ImmutableArray<ScriptParticipant> cells, ImmutableArray<ImmutableArray<ChampSelectAction>> turns) =>
        (Queue, Cells, Turns) = (queue, cells, turns);

    public QueueInfo Queue { get; }

    /// <summary>Who sits where: blue from 0 on, red after them.</summary>
    public ImmutableArray<ScriptParticipant> Cells { get; }

    /// <summary>Groups of actions that are open at the same time, in their order.</summary>
    public ImmutableArray<ImmutableArray<ChampSelectAction>> Turns { get; }

    public static ChampSelectScript Of(PlayedGame game)
    {
        var script = game.Script;
        var queue = QueueInfo.Of(script);
        var random = new Random(unchecked((int)script.GameId));
        ImmutableArray<ScriptParticipant> cells = [.. Seats(script, 100, random, queue), .. Seats(script, 200, random, queue)];
        var blue = cells.Count(one => one.TeamId != 200);
        var bans = Bans(game, cells.Length);
        var fits = blue == 5 && cells.Length == 10;
        return new ChampSelectScript(queue, cells, queue.Picks switch
        {
            PickRule.Draft when fits => TenBans(cells, bans),
            PickRule.TournamentDraft when fits => ByTurns(cells, bans),
            PickRule.AllRandom => [],
            _ => [[.. cells.Select((one, cell) => new ChampSelectAction(cell, "pick", one.ChampionId))]],
        });
    }

    // A draft seats people in the order of their picks; elsewhere they sit as the match lists them.
    private static ScriptParticipant[] Seats(MatchScript script, int team, Random random, QueueInfo queue)
    {
        ScriptParticipant[] side = [.. script.Participants.Where(one => one.TeamId == 200 == (team == 200))];
        if (queue.Picks is PickRule.Draft)
        {
            random.Shuffle(side);
        }

        return side;
    }

    private static ImmutableArray<int> Bans(PlayedGame game, int seats)
    {
        ImmutableArray<int> told = [.. (game.Match.Child("info") ?? game.Match).Children("teams").SelectMany(team => team.Children("bans")).Select(ban => ban.Int("championId"))];
        return [.. told.Concat(Enumerable.Repeat(-1, seats)).Take(seats)];
    }

    private static ImmutableArray<ImmutableArray<ChampSelectAction>> TenBans(ImmutableArray<ScriptParticipant> cells, ImmutableArray<int> bans)
    {
        var turns = ImmutableArray.CreateBuilder<ImmutableArray<ChampSelectAction>>();
        turns.Add([.. cells.Select((_, cell) => new ChampSelectAction(cell, "ban", Math.Max(0, bans[cell])))]);
        turns.Add([new ChampSelectAction(-1, "ten_bans_reveal", 0)]);
        var next = new[] { 0, 5 };
        for (var turn = 0; turn < PickSizes.Length; turn++)
        {
            var side = turn % 2;
            turns.Add([.. Enumerable.Range(next[side], PickSizes[turn]).Select(cell => new ChampSelectAction(cell, "pick", cells[cell].ChampionId))]);
            next[side] += PickSizes[turn];
        }

        return turns.ToImmutable();
    }

    private static ImmutableArray<ImmutableArray<ChampSelectAction>> ByTurns(ImmutableArray<ScriptParticipant> cells, ImmutableArray<int> bans)
    {
        var turns = ImmutableArray.CreateBuilder<ImmutableArray<ChampSelectAction>>();
        var (banned, picked) = (new[] { 0, 5 }, new[] { 0, 5 });
        foreach (var (type, sides) in Tournament)
        {
            foreach (var side in sides.Select(letter => letter - '0'))
            {
                var cell = (type == "ban" ? banned : picked)[side]++;
                turns.Add([new ChampSelectAction(cell, type, type == "ban" ? Math.Max(0, bans[cell]) : cells[cell].ChampionId)]);
            }
        }

        return turns.ToImmutable();
    }
}
