using System.Globalization;
using MnM.Collector.Matches;

namespace MnM.Collector.Insights.Features;

/// <summary>Which matches are explained: those of two teams of five people on Summoner's Rift that were played to a result.</summary>
internal static class CourseRules
{
    public const int Blue = 100;
    public const int Red = 200;
    public const int Rift = 11;
    public const string Classic = "CLASSIC";
    public const string Swiftplay = "SWIFTPLAY";

    /// <summary>Seconds; nobody has done anything in a shorter one.</summary>
    public const int Shortest = 5 * 60;
    private const int TeamSize = 5;

    /// <summary>Why a match is not explained, in a sentence for people; null where it is.</summary>
    public static string? WhyNot(ReadMatch read)
    {
        var (match, people) = read;
        return Brawl.Is(match.Mode, match.QueueId) ? "Riot does not approve that this mode is kept or shown."
            : match.CalledOff is { } calledOff ? calledOff
            : match.MapId != Rift || match.Mode is not (Classic or Swiftplay) ? $"Only matches of five against five on Summoner’s Rift are explained; this one is {Name(match.Mode)}."
            : match.QueueId == 0 ? "Custom games are not explained: nobody knows what was agreed in them."
            : !Contest.Is(match.QueueId, match.Mode) || IsComputer(read, Blue) || IsComputer(read, Red) ? "Games against the computer are not explained."
            : match.DurationSeconds < Shortest ? "It lasted less than five minutes, which is too short to tell anything of it."
            : people.Length != 2 * TeamSize || people.Count(one => one.TeamId == Blue) != TeamSize || people.Count(one => one.TeamId == Red) != TeamSize
                ? string.Create(CultureInfo.InvariantCulture, $"It is told of {people.Length} people, and two teams of five are needed.")
            : Winner(read) is null ? "Riot does not say which side won."
            : null;
    }

    /// <summary>Whether blue won; null where not one side alone did.</summary>
    public static bool? Winner(ReadMatch read)
    {
        var winners = read.Participants.Where(one => one.Win).Select(one => one.TeamId).Distinct().ToList();
        return winners is [Blue or Red] ? winners[0] == Blue : null;
    }

    /// <summary>1 for blue, −1 for red, 0 for whoever is neither.</summary>
    public static int SideOf(int team) => team switch
    {
        Blue => 1,
        Red => -1,
        _ => 0,
    };

    private static bool IsComputer(ReadMatch read, int team) => read.Participants.Where(one => one.TeamId == team).ToList() is { Count: > 0 } side && side.TrueForAll(one => one.IsBot);

    private static string Name(string mode) => mode switch
    {
        "ARAM" => "ARAM",
        "KIWI" => "ARAM Mayhem",
        Contest.Arena => "Arena",
        "URF" or "ARURF" or "SNOWURF" => "URF",
        "NEXUSBLITZ" => "Nexus Blitz",
        "ONEFORALL" => "One for All",
        "ULTBOOK" => "Ultimate Spellbook",
        "STRAWBERRY" => "Swarm",
        "PRACTICETOOL" => "the practice tool",
        Classic => "on another map",
        "" => "of a mode that Riot does not name",
        _ when mode.StartsWith("TUTORIAL", StringComparison.Ordinal) => "a tutorial",
        _ => mode,
    };
}
