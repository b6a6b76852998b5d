using System.Collections.Immutable;
using MnM.Collector.Live;
using MnM.Collector.Live.Lcu;

namespace MnM.Web.Live;

/// <summary>A row of the scoreboard: one player of each side, or one of them alone.</summary>
/// <param name="Position">TOP … UTILITY; empty where the mode has no lanes.</param>
/// <param name="Blue">Who stands left.</param>
/// <param name="Red">Who stands right.</param>
/// <param name="Lead">Item value (after the game gold) of blue less that of red; 0 where one side is missing.</param>
/// <param name="LeadShare">Percent of the half axis that the lead fills.</param>
public sealed record LaneView(string Position, RowView? Blue, RowView? Red, int Lead, double LeadShare)
{
    /// <summary>Who leads. Less than fifty is written as 0.0k: nobody does.</summary>
    public Side Leader => Math.Abs(Lead) < 50 ? Side.None : Sides.Leader(Lead);

    /// <summary>The lead as a sentence.</summary>
    public string Title
    {
        get
        {
            var worth = Blue?.Worth ?? Red?.Worth ?? default;
            var what = Position.Length == 0 ? worth.Title : $"{GameWords.Position(Position)}: {worth.Word}";
            return Leader == Side.None ? $"{what} even" : $"{what} {Leader.Block()} {Figures.Lead(Lead)}";
        }
    }
}

/// <summary>A team as a card, for modes that are not one side against another.</summary>
public sealed record TeamCard(string Name, Side Side, TeamView? Totals, ImmutableArray<RowView> Rows)
{
    /// <summary>What the team has together.</summary>
    public Worth Worth => Worth.Sum(Rows.Select(row => row.Worth));
}

/// <summary>How the players are laid out: lane against lane where two sides of at most five stand against each other, cards otherwise.</summary>
public sealed record Scoreboard(ImmutableArray<LaneView> Lanes, ImmutableArray<TeamCard> Cards)
{
    private const int MostOnASide = 5;

    /// <summary>Whether the game is shown as cards of teams.</summary>
    public bool IsCards => !Cards.IsEmpty;

    /// <summary>Everybody.</summary>
    public IEnumerable<RowView> Rows => Lanes.SelectMany(lane => new[] { lane.Blue, lane.Red }).OfType<RowView>().Concat(Cards.SelectMany(card => card.Rows));

    /// <summary>The layout of a poll.</summary>
    /// <param name="game">The poll.</param>
    /// <param name="marks">By slot; may be empty.</param>
    /// <param name="finals">Exact figures by slot; none while the game runs.</param>
    public static Scoreboard Of(LiveView game, ImmutableArray<RowMarks> marks, ImmutableArray<EndOfGamePlayer> finals = default)
    {
        var rows = RowView.All(game, marks, finals);
        var blue = rows.Where(row => row.Side == Side.Blue).ToList();
        var red = rows.Where(row => row.Side == Side.Red).ToList();
        return blue.Count + red.Count == rows.Length && blue.Count <= MostOnASide && red.Count <= MostOnASide
            ? new(Pair(blue, red), [])
            : new([], CardsOf(game, rows));
    }

    private static ImmutableArray<LaneView> Pair(List<RowView> blue, List<RowView> red)
    {
        var lanes = blue.Concat(red).Any(row => GameWords.Positions.Contains(row.Player.Position));
        var left = lanes ? ByPosition(blue) : [.. blue];
        var right = lanes ? ByPosition(red) : [.. red];
        var pairs = Enumerable.Range(0, Math.Max(left.Length, right.Length))
            .Select(n => (Position: lanes ? GameWords.Positions[n] : "", Blue: left.ElementAtOrDefault(n), Red: right.ElementAtOrDefault(n)))
            .Where(pair => pair.Blue is not null || pair.Red is not null)
            .ToList();

        var leads = pairs.Select(pair => pair is { Blue: { } b, Red: { } r } ? b.Worth - r.Worth : 0).ToList();

        // Half the axis is 3k or, when a lead is greater, that lead rounded up: small leads stay small.
        var scale = Math.Max(3, Math.Ceiling(leads.Select(Math.Abs).DefaultIfEmpty().Max() / 1000d)) * 1000;
        return [.. pairs.Zip(leads, (pair, lead) => new LaneView(pair.Position, pair.Blue, pair.Red, lead, Math.Round(Math.Abs(lead) * 100 / scale, 1)))];
    }

    // Who has no position, or one that is taken already, fills the free places in the order of the slots.
    private static RowView?[] ByPosition(List<RowView> side)
    {
        var places = new RowView?[MostOnASide];
        var rest = new Queue<RowView>();
        foreach (var row in side)
        {
            var at = Array.IndexOf([.. GameWords.Positions], row.Player.Position);
            if (at >= 0 && places[at] is null)
                places[at] = row;
            else
                rest.Enqueue(row);
        }

        for (var n = 0; n < places.Length; n++)
        {
            if (places[n] is null && rest.TryDequeue(out var row))
                places[n] = row;
        }

        return places;
    }

    private static ImmutableArray<TeamCard> CardsOf(LiveView game, ImmutableArray<RowView> rows) =>
    [
        .. game.Teams.Select(team => team.Team)
            .Concat(rows.Select(row => row.Player.Team))
            .Distinct()
            .Select(team => new TeamCard(
                Sides.Name(team),
                Sides.Of(team),
                game.Teams.FirstOrDefault(totals => totals.Team == team),
                [.. rows.Where(row => row.Player.Team == team)]))
            .Where(card => !card.Rows.IsEmpty),
    ];
}
