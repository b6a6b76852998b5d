using MnM.Simulator.StaticData;
using MnM.Simulator.World;

namespace MnM.Simulator.Lcu;

/// <summary>What one side sees of a champion select at one moment.</summary>
internal sealed class ChampSelectView(PlayedGame game, ChampSelectScript select, ChampSelectMoment moment)
{
    private const int NoCell = -1;

    public PlayedGame Game => game;

    public ChampSelectScript Select => select;

    public ChampSelectMoment Moment => moment;

    public IEnumerable<int> Cells => Enumerable.Range(0, select.Cells.Length);

    /// <summary>−1 for somebody who watches.</summary>
    public int LocalCell { get; } = game.IsWatched ? NoCell : select.Cells.IndexOf(game.Local);

    public IEnumerable<int> Bench
    {
        get
        {
            var taken = select.Cells.Select(one => one.ChampionId).ToHashSet();
            var open = StaticCatalog.Champions.Where(champion => !taken.Contains(champion.Id)).ToList();
            return Enumerable.Range(0, 3).Select(place => open[(int)((game.Script.GameId + (place * 31)) % open.Count)].Id);
        }
    }

    /// <summary>Somebody who watches is counted to the blue side.</summary>
    public bool IsAlly(int cell) => LocalCell == NoCell
        ? select.Cells[cell].TeamId != 200
        : select.Cells[cell].TeamId == select.Cells[LocalCell].TeamId;

    /// <summary>Whether the action is done, as far as this side knows: the others' bans of ten at once show when all are revealed.</summary>
    public bool IsDone(int turn, int index)
    {
        var action = select.Turns[turn][index];
        return turn < moment.TurnsDone
            || (turn == moment.TurnsDone && index < moment.Locked && !(action.Type == "ban" && select.Turns[turn].Length > 1 && !IsAlly(action.Cell)));
    }

    /// <summary>The champion that the seat has picked, or 0.</summary>
    public int PickOf(int cell)
    {
        if (select.Queue.Picks == PickRule.AllRandom)
        {
            return IsAlly(cell) ? select.Cells[cell].ChampionId : 0;
        }

        for (var turn = 0; turn < select.Turns.Length; turn++)
        {
            var index = IndexOfPick(turn, cell);
            if (index >= 0)
            {
                return IsDone(turn, index) ? select.Turns[turn][index].ChampionId : 0;
            }
        }

        return 0;
    }

    /// <summary>The champion that the seat says it means to pick, or 0: only one's own side shows it, and not everybody does.</summary>
    public int IntentOf(int cell) =>
        moment.Intents && !select.Queue.IsCustom && IsAlly(cell) && cell % 2 == 0 && PickOf(cell) == 0 ? select.Cells[cell].ChampionId : 0;

    private int IndexOfPick(int turn, int cell)
    {
        for (var index = 0; index < select.Turns[turn].Length; index++)
        {
            if (select.Turns[turn][index] is { Type: "pick" } action && action.Cell == cell)
            {
                return index;
            }
        }

        return -1;
    }
}
