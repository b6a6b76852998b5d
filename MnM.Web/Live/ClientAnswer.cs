using System.Collections.Immutable;
using MnM.Collector.Live.Lcu;

namespace MnM.Web.Live;

/// <summary>The League client as the API tells it: what people see in it, no PUUIDs, no way to reach it.</summary>
public sealed record ClientAnswer(
    ClientConnection Connection, string? Fault, string? RawPhase, DateTimeOffset? ConnectedAt, AccountAnswer? Account, string? Platform, ClientGame? Game,
    LobbyView? Lobby, ChampSelectAnswer? ChampSelect, EndOfGameView? EndOfGame)
{
    internal static ClientAnswer Of(ClientView view) => new(
        view.Connection, view.Fault?.Message, view.RawPhase, view.ConnectedAt,
        view.Account is { } account ? new(account.RiotId, account.Level, account.ProfileIcon) : null, view.Platform, view.Game,
        view.Lobby, view.ChampSelect is { } select ? ChampSelectAnswer.Of(select) : null,
        view.EndOfGame is { } told && !FinalFigures.IsBrawl(told) ? told : null);
}

/// <summary>Who is logged in.</summary>
public sealed record AccountAnswer(string RiotId, int Level, int ProfileIcon);

/// <summary>Champ select.</summary>
public sealed record ChampSelectAnswer(
    long GameId, int QueueId, bool IsCustom, bool IsSpectating, ImmutableArray<SeatAnswer> MyTeam, ImmutableArray<SeatAnswer> TheirTeam,
    ImmutableArray<int> MyBans, ImmutableArray<int> TheirBans, ImmutableArray<DraftAction> Draft, ImmutableArray<int> Bench, string? Step, DateTimeOffset? EndsAt)
{
    internal static ChampSelectAnswer Of(ChampSelectView view) => new(
        view.GameId, view.QueueId, view.IsCustom, view.IsSpectating, [.. view.MyTeam.Select(SeatAnswer.Of)], [.. view.TheirTeam.Select(SeatAnswer.Of)],
        view.MyBans, view.TheirBans, view.Draft, view.Bench, view.Timer?.Phase, view.Timer?.EndsAt);
}

/// <summary>Somebody in champ select.</summary>
public sealed record SeatAnswer(
    int Cell, string Name, bool IsHidden, bool IsYou, string Position, int ChampionId, int IntentId, int Spell1Id, int Spell2Id, string? Turn, bool HasLocked)
{
    internal static SeatAnswer Of(ChampSelectMember member) => new(
        member.Cell, member.Name, member.IsHidden, member.IsYou, member.Position, member.ChampionId, member.IntentId, member.Spell1Id, member.Spell2Id,
        member.Turn, member.HasLocked);
}
