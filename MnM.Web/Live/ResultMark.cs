using MnM.Collector.Live;

namespace MnM.Web.Live;

/// <summary>A result as a mark and a word: a win stands up and is filled, a loss hangs and is hollow, all else is a dash.</summary>
/// <param name="Mark">The class of the mark.</param>
/// <param name="Word">Victory, Defeat, No result, Running.</param>
/// <param name="Colour">The class of the word; null for plain text.</param>
/// <param name="Chip">The class of a chip.</param>
public sealed record ResultMark(string Mark, string Word, string? Colour, string Chip)
{
    /// <summary>The mark of <paramref name="result"/>.</summary>
    public static ResultMark Of(GameResult result, bool isLive) => (isLive, result) switch
    {
        (true, _) => new("x", "Running", null, "line"),
        (_, GameResult.Won) => Of(isWon: true),
        (_, GameResult.Lost) => Of(isWon: false),
        _ => None("No result"),
    };

    /// <summary>The mark of a game that somebody won.</summary>
    public static ResultMark Of(bool isWon) => isWon ? new("w", "Victory", "c-win", "live") : new("l", "Defeat", "c-loss", "lost");

    /// <summary>The mark of a game that nobody won.</summary>
    public static ResultMark None(string word) => new("x", word, null, "line");
}
