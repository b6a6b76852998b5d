using System.Collections.Immutable;
using MnM.Collector.Players;
using MnM.Collector.StaticData;
using MnM.Web.Champions;
using MnM.Web.Live;
using MnM.Web.Matches;
using MnM.Web.Players;

namespace MnM.Web.Search;

/// <summary>Something that was found, as a line of the list.</summary>
/// <param name="Title">What it is called.</param>
/// <param name="Note">What else there is to say; null for nothing.</param>
/// <param name="Address">Its page.</param>
/// <param name="Picture">Null where a drawing stands instead.</param>
internal sealed record SearchChoice(string Title, string? Note, string Address, string? Picture = null);

/// <summary>Lines of one kind.</summary>
/// <param name="Name">What they are.</param>
/// <param name="Icon">The drawing of those without a picture.</param>
/// <param name="Choices">At least one.</param>
internal sealed record SearchGroup(string Name, string Icon, ImmutableArray<SearchChoice> Choices)
{
    /// <summary>All that was found; kinds of which there is nothing are left out.</summary>
    public static ImmutableArray<SearchGroup> Of(FoundThings found, StaticCatalog catalog, TimeProvider time)
    {
        IEnumerable<SearchGroup> groups =
        [
            new("Players", "friends", [.. found.Players.Select(Choice), .. found.Unknown is { } unknown ? [Choice(unknown)] : Array.Empty<SearchChoice>()]),
            new("Champions", "champs", [.. found.Champions.Select(Choice)]),
            new("Matches", "games", [.. found.Matches.Select(match => Choice(match, catalog, time))]),
        ];
        return [.. groups.Where(group => !group.Choices.IsEmpty)];
    }

    private static SearchChoice Choice(NamedPlayer player) => new(
        $"{player.GameName}#{player.TagLine}", player.Level is { } level ? $"level {level}" : null, PlayerPages.AddressOf(player.GameName, player.TagLine),
        player.ProfileIcon is { } icon ? Pictures.ProfileIcon(icon) : null);

    private static SearchChoice Choice(PlayerPath unknown) =>
        new($"{unknown.GameName}#{unknown.TagLine}", "not known here: look for it at Riot", PlayerPages.AddressOf(unknown.GameName, unknown.TagLine));

    private static SearchChoice Choice(KnownChampion champion) => new(champion.Name, champion.Title, ChampionPages.AddressOf(champion.Alias), Pictures.Champion(champion.Alias));

    private static SearchChoice Choice(FoundMatch match, StaticCatalog catalog, TimeProvider time) => new(
        match.Id,
        match.Stored is { } stored ? $"{GameWords.Queue(stored.QueueId, isCustom: stored.QueueId == 0, catalog)}{(stored.StartedAt is { } at ? FormattableString.Invariant($", {TimeZoneInfo.ConvertTime(at, time.LocalTimeZone):d MMM yyyy}") : null)}" : "not stored: ask Riot for it",
        MatchPages.AddressOf(match.Id));
}
