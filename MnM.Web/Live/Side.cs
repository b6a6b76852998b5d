using MnM.Collector.Live;

namespace MnM.Web.Live;

/// <summary>Where a team stands on the page's one axis.</summary>
public enum Side
{
    /// <summary>ORDER: left.</summary>
    Blue,

    /// <summary>CHAOS: right.</summary>
    Red,

    /// <summary>Any other team, and nobody.</summary>
    None,
}

/// <summary>Teams as sides, in words and in classes.</summary>
internal static class Sides
{
    /// <summary>The side of a team that Riot names by <paramref name="team"/>.</summary>
    public static Side Of(string? team) => team switch
    {
        TeamView.Blue => Side.Blue,
        TeamView.Red => Side.Red,
        _ => Side.None,
    };

    /// <summary>Blue, Red, or Riot's word as it is.</summary>
    public static string Name(string? team) => team switch
    {
        TeamView.Blue => "Blue",
        TeamView.Red => "Red",
        null or "" => "Nobody",
        _ => team,
    };

    /// <summary>Who has more, blue's lead being positive.</summary>
    public static Side Leader(int lead) => lead == 0 ? Side.None : lead > 0 ? Side.Blue : Side.Red;

    /// <summary>The class of whole blocks: blue or red.</summary>
    public static string? Block(this Side side) => side switch
    {
        Side.Blue => "blue",
        Side.Red => "red",
        _ => null,
    };

    /// <summary>The class of small marks: b or r.</summary>
    public static string? Mark(this Side side) => side switch
    {
        Side.Blue => "b",
        Side.Red => "r",
        _ => null,
    };
}
