using MnM.Collector.Live;

namespace MnM.Web.Live;

/// <summary>Items in words.</summary>
internal static class ItemWords
{
    /// <summary>Name, how many, and what one costs in full: "Control Ward ×2, costs 75".</summary>
    public static string Title(ItemView item)
    {
        var name = item.Count > 1 ? $"{item.Name} ×{Figures.Whole(item.Count)}" : item.Name;
        return item.Value > 0 ? $"{name}, costs {Figures.Whole(item.Value)}" : name;
    }
}
