using MnM.Collector.Live;

namespace MnM.Web.Live;

/// <summary>How a game ended for the player at this machine, in a word, a mark and a colour.</summary>
public sealed record Result(string Word, string? Mark, string? Colour)
{
    /// <summary>The result of the game that is shown; the League client's word first.</summary>
    public static Result Of(LiveState state) => (state.Client.EndOfGame?.Won ?? (state.Game is null ? null : state.LastGame?.Won)) switch
    {
        true => new("Victory", "w", "c-win"),
        false => new("Defeat", "l", "c-loss"),
        null => new("Game over", null, null),
    };
}
