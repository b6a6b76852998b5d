using MnM.Collector.Matches.ChampionStats;
using MnM.Collector.StaticData;

namespace MnM.Web.Champions;

/// <summary>A champion's figures over HTTP.</summary>
public sealed record ChampionStatsAnswer
{
    public required int ChampionId { get; init; }
    public required string Alias { get; init; }
    public required string Name { get; init; }
    public required string? Role { get; init; }
    public required string? Patch { get; init; }
    public required int? Queue { get; init; }
    public required FiguresAnswer All { get; init; }
    public required IReadOnlyList<GroupAnswer> Roles { get; init; }
    public required IReadOnlyList<GroupAnswer> Patches { get; init; }
    public required IReadOnlyList<GroupAnswer> Queues { get; init; }
    public required IReadOnlyList<HeldAnswer> Items { get; init; }
    public required IReadOnlyList<HeldAnswer> Keystones { get; init; }
    public required LeftOutAnswer LeftOut { get; init; }

    /// <summary>Whether more games are stored than were looked at.</summary>
    public required bool IsCut { get; init; }

    internal static ChampionStatsAnswer Of(KnownChampion champion, ChampionReport report, StaticCatalog catalog)
    {
        const int mostHeld = 20;
        return new ChampionStatsAnswer
        {
            ChampionId = champion.Id,
            Alias = champion.Alias,
            Name = champion.Name,
            Role = report.Filter.Role,
            Patch = report.Filter.Patch,
            Queue = report.Filter.Queue,
            All = FiguresAnswer.Of(report.All),
            Roles = [.. report.Roles.Select(group => new GroupAnswer(group.Key, ChampionWords.Role(group.Key), FiguresAnswer.Of(group.Figures)))],
            Patches = [.. report.Patches.Select(group => new GroupAnswer(group.Key, ChampionWords.Patch(group.Key), FiguresAnswer.Of(group.Figures)))],
            Queues = [.. report.Queues.Select(group => new GroupAnswer($"{group.Key}", ChampionWords.Queue(group.Key, catalog), FiguresAnswer.Of(group.Figures)))],
            Items = [.. report.Items.Take(mostHeld).Select(item => HeldRow.OfItem(item, catalog)).Select(HeldAnswer.Of)],
            Keystones = [.. report.Keystones.Take(mostHeld).Select(rune => HeldRow.OfRune(rune, catalog)).Select(HeldAnswer.Of)],
            LeftOut = new LeftOutAnswer(report.SetAside.Arena, report.SetAside.Others, report.SetAside.CalledOff),
            IsCut = report.IsCut,
        };
    }
}

/// <summary>Figures of some games. Rate and averages are null of fewer than ten.</summary>
/// <param name="Games">How many.</param>
/// <param name="Wins">Of them won.</param>
/// <param name="WinRate">Percent.</param>
/// <param name="Low">Where its 95 % interval (Wilson) begins, percent.</param>
/// <param name="High">Where it ends.</param>
/// <param name="Averages">What is usual in a game.</param>
public sealed record FiguresAnswer(int Games, int Wins, double? WinRate, double? Low, double? High, ChampionAverages? Averages)
{
    internal static FiguresAnswer Of(ChampionFigures figures) => figures.Share is { IsEnough: true } share
        ? new(share.Games, share.Wins, share.Percent, share.Interval().Low, share.Interval().High, figures.Averages)
        : new(figures.Share.Games, figures.Share.Wins, null, null, null, null);
}

/// <summary>Games that have something in common.</summary>
/// <param name="Key">As a filter names it.</param>
/// <param name="Name">As a person reads it.</param>
/// <param name="Figures">How they went.</param>
public sealed record GroupAnswer(string Key, string Name, FiguresAnswer Figures);

/// <summary>What was held at the end of games; no win rate.</summary>
/// <param name="Id">Of the item or rune.</param>
/// <param name="Name">As a person reads it.</param>
/// <param name="Games">In so many.</param>
/// <param name="Share">From 0 to 1.</param>
public sealed record HeldAnswer(int Id, string Name, int Games, double Share)
{
    internal static HeldAnswer Of(HeldRow row) => new(row.Count.Id, row.Name, row.Count.Games, row.Count.Share);
}

/// <summary>How many games have no part in the figures.</summary>
public sealed record LeftOutAnswer(int Arena, int CustomBotsAndOthers, int CalledOff);
