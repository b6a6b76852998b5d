using System.Collections.Immutable;
using MnM.Collector.Live;

namespace MnM.Web.Live;

/// <summary>One objective in the match head: its drawings, how many, and the word for them.</summary>
internal sealed record Objective(string Word, int Count, ImmutableArray<string> Icons)
{
    /// <summary>Whether the drawings alone tell how many.</summary>
    public bool IsDrawn => Count > 1 && Icons.Length == Count;

    /// <summary>What <paramref name="team"/> took, from the kills outward, in one order. Off Summoner's Rift only what can be taken there.</summary>
    public static ImmutableArray<Objective> Of(TeamView team, LiveView game)
    {
        var rift = game.MapNumber == GameWords.SummonersRift;
        var all = ImmutableArray.CreateBuilder<Objective>(7);
        all.Add(One("tower", "towers", team.Towers, "tower"));
        if (rift || Anyone(game, t => t.Dragons.Length))
            all.Add(new(team.Dragons.Length == 1 ? "dragon" : "dragons", team.Dragons.Length, DragonIcons(team.Dragons)));
        if (rift || Anyone(game, t => t.Barons))
            all.Add(One("baron", "barons", team.Barons, "baron", zero: "baron"));
        if (rift || Anyone(game, t => t.Grubs))
            all.Add(One("grub", "grubs", team.Grubs, "grubs"));
        if (rift || Anyone(game, t => t.Heralds))
            all.Add(One("herald", "heralds", team.Heralds, "herald", zero: "herald"));
        if (Anyone(game, t => t.Atakhans))
            all.Add(One("Atakhan", "Atakhan", team.Atakhans, "skull"));
        all.Add(One("inhibitor", "inhibitors", team.Inhibitors, "inhib", zero: "inhibitor"));
        return all.ToImmutable();
    }

    private static Objective One(string word, string words, int count, string icon, string? zero = null) =>
        new(count == 1 ? word : count == 0 ? zero ?? words : words, count, [icon]);

    // Four kinds in a row are the most a head has room for; the figure tells the rest.
    private static ImmutableArray<string> DragonIcons(ImmutableArray<string> kinds) =>
        kinds.IsEmpty ? ["dragon"] : [.. kinds.TakeLast(4).Select(GameWords.DragonIcon)];

    private static bool Anyone(LiveView game, Func<TeamView, int> count) => game.Teams.Any(team => count(team) > 0);
}
