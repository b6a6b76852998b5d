using System.Text.RegularExpressions;

namespace MnM.Web.Live;

/// <summary>Riot's ids of towers and inhibitors in words, in both spellings: Turret_T2_L_03_A and Turret_TOrder_L0_P3_3795288474.</summary>
internal static partial class Structure
{
    /// <summary>"bottom outer tower" on Summoner's Rift, "tower" elsewhere and where the id tells nothing.</summary>
    public static string Tower(string? id, int map)
    {
        if (map != GameWords.SummonersRift || id is null)
            return "tower";

        var match = OldTower().Match(id);
        if (match.Success)
            return Old(match.Groups["lane"].Value, int.Parse(match.Groups["number"].Value));

        match = NewTower().Match(id);
        return match.Success ? New(match.Groups["lane"].Value, int.Parse(match.Groups["number"].Value)) : "tower";
    }

    /// <summary>"bottom inhibitor", or "inhibitor" where the id tells no lane.</summary>
    public static string Inhibitor(string? id, int map)
    {
        var lane = map == GameWords.SummonersRift && id is not null ? Lane(AnyInhibitor().Match(id).Groups["lane"].Value) : "";
        return lane.Length == 0 ? "inhibitor" : $"{lane} inhibitor";
    }

    // The mid lane counts two further towers, those of the nexus, first.
    private static string Old(string lane, int number) => (lane, number) switch
    {
        ("C", 1 or 2) => "nexus tower",
        ("C", 3) or (_, 1) => $"{Lane(lane)} inhibitor tower",
        ("C", 4) or (_, 2) => $"{Lane(lane)} inner tower",
        ("C", 5) or (_, 3) => $"{Lane(lane)} outer tower",
        // The blue side's side lanes count their inhibitor towers as C_06 and C_07.
        ("C", 6) => "top inhibitor tower",
        ("C", 7) => "bottom inhibitor tower",
        _ => "tower",
    };

    private static string New(string lane, int number) => number switch
    {
        1 => $"{Lane(lane)} inhibitor tower",
        2 => $"{Lane(lane)} inner tower",
        3 => $"{Lane(lane)} outer tower",
        4 or 5 => "nexus tower",
        _ => "tower",
    };

    private static string Lane(string lane) => lane switch
    {
        "L" or "2" => "top",
        "C" or "1" => "mid",
        "R" or "0" => "bottom",
        _ => "",
    };

    [GeneratedRegex(@"^Turret_T[12]_(?<lane>[LCR])_(?<number>[0-9]{2})_")]
    private static partial Regex OldTower();

    [GeneratedRegex(@"^Turret_T(Order|Chaos)_L(?<lane>[012])_P(?<number>[0-9])_")]
    private static partial Regex NewTower();

    [GeneratedRegex(@"^(Barracks_T[12]_(?<lane>[LCR])[0-9]|Inhib_T(Order|Chaos)_L(?<lane>[012])_)")]
    private static partial Regex AnyInhibitor();
}
