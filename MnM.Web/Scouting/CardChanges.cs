using MnM.Collector.Scouting;

namespace MnM.Web.Scouting;

/// <summary>Whether two cards look the same. Records compare their lists by identity, and a card is made anew whenever anything of the ten is known.</summary>
internal static class CardChanges
{
    /// <summary>Whether drawing the second after the first would change nothing.</summary>
    public static bool LookSame(ScoutCard before, ScoutCard after) =>
        ReferenceEquals(before, after)
        || (Plain(before) == Plain(after)
            && before.Tags.SequenceEqual(after.Tags)
            && Plain(before.Form) == Plain(after.Form)
            && before.Form.Games.SequenceEqual(after.Form.Games)
            && before.Form.Pool.SequenceEqual(after.Form.Pool));

    private static ScoutCard Plain(ScoutCard card) => card with { Tags = [], Form = ScoutForm.None };

    private static ScoutForm Plain(ScoutForm form) => form with { Games = [], Pool = [] };
}
