using System.Collections.Immutable;
using MnM.Collector.Matches.Played;
using MnM.Collector.Players;
using MnM.Collector.StaticData;
using MnM.Web.Live;
using MnM.Web.Shell;
using static System.FormattableString;

namespace MnM.Web.History.Time;

/// <summary>The choices of the filters.</summary>
internal static class Picks
{
    /// <summary>Nobody looks for a friend among hundreds of strangers who were met twice.</summary>
    private const int MostCompanions = 60;

    public static ImmutableArray<Pick> Rates { get; } = [.. Enum.GetValues<RateMethod>().Select(method => new Pick(method.ToString(), TimeWords.Method(method)))];

    public static ImmutableArray<Pick> Queues(PlayedChoices choices, StaticCatalog catalog) =>
        [.. choices.Queues.Select(choice => new Pick(Invariant($"{choice.Value}"), $"{GameWords.Queue(choice.Value, isCustom: choice.Value == 0, catalog)} ({Figures.Whole(choice.Games)})"))];

    public static ImmutableArray<Pick> Champions(PlayedChoices choices) => [.. choices.Champions.Select(choice => new Pick(Invariant($"{choice.Value.Id}"), $"{choice.Value.Name} ({Figures.Whole(choice.Games)})"))];

    public static ImmutableArray<Pick> Roles(PlayedChoices choices) => [.. choices.Roles.Select(choice => new Pick(choice.Value, $"{TimeWords.Role(choice.Value)} ({Figures.Whole(choice.Games)})"))];

    public static ImmutableArray<Pick> Patches(PlayedChoices choices) => [.. choices.Patches.Select(choice => new Pick(choice.Value, $"{choice.Value} ({Figures.Whole(choice.Games)})"))];

    /// <summary>With whom most games were played.</summary>
    public static ImmutableArray<Pick> Companions(PlayerTime time) =>
    [
        .. time.Choices.Companions.Where(companion => companion.GameName.Length > 0).Take(MostCompanions)
            .Select(companion => new Pick(PathOf(companion).ToString(), $"{companion.GameName}#{companion.TagLine} ({Figures.Whole(companion.Games)})")),
    ];

    /// <summary>The choice that a path names, as it is spelt among the choices.</summary>
    public static string? CompanionOf(PlayerPath? path, PlayerTime time) => path is null ? null
        : time.Choices.Companions.FirstOrDefault(companion => path.Is(companion.GameName, companion.TagLine) || path.Is(companion.Puuid)) is { GameName.Length: > 0 } known
            ? PathOf(known).ToString()
            : path.ToString();

    /// <summary>The zones that this machine knows by a place's name, and UTC.</summary>
    public static ImmutableArray<Pick> Zones(params TimeZoneInfo[] others) =>
    [
        .. others.Select(zone => zone.Id).Concat(TimeZoneInfo.GetSystemTimeZones().Select(zone => zone.Id).Where(id => id.Contains('/', StringComparison.Ordinal) && !id.StartsWith("Etc/", StringComparison.Ordinal)))
            .Append("UTC").Distinct().Order(StringComparer.Ordinal).Select(id => new Pick(id, id.Replace('_', ' '))),
    ];

    private static PlayerPath PathOf(Companion companion) => PlayerPath.Of(companion.GameName, companion.TagLine);
}
