namespace MnM.Simulator.StaticData;

/// <summary>One row of the item tables, before the price of combining is known.</summary>
internal sealed record ItemRow(int Id, string Name, int Total, params int[] From)
{
    public bool Consumable { get; init; }
    public bool Trinket { get; init; }
}

/// <summary>Turns rows into items.</summary>
internal static class ItemTable
{
    /// <summary>Combining costs what the components leave of the total.</summary>
    public static IEnumerable<Item> Build(ItemRow[] rows)
    {
        var totals = rows.ToDictionary(row => row.Id, row => row.Total);
        return rows.Select(row => new Item(
            row.Id, row.Name, row.Total, row.Total - row.From.Sum(id => totals[id]), [.. row.From], row.Consumable, row.Trinket));
    }
}
