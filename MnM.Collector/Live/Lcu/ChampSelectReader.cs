using System.Collections.Immutable;
using System.Text.Json;
using MnM.Collector.Riot.Wire;

namespace MnM.Collector.Live.Lcu;

/// <summary>Reads the League client's champ select. Who is hidden stays hidden: obfuscated ids are not even read.</summary>
internal static class ChampSelectReader
{
    /// <summary>Champ select; null where the value is none.</summary>
    /// <param name="session">The client's session.</param>
    /// <param name="receivedAt">When it arrived.</param>
    public static ChampSelectView? Read(JsonElement session, DateTimeOffset receivedAt)
    {
        if (session.Member("myTeam"u8).ValueKind != JsonValueKind.Array)
        {
            return null;
        }

        var draft = Draft(session.Member("actions"u8));
        var you = session.Member("localPlayerCellId"u8).ReadInt(-1);
        var bans = session.Member("bans"u8);
        return new ChampSelectView
        {
            GameId = session.Member("gameId"u8).ReadLong(),
            QueueId = Math.Max(0, session.Member("queueId"u8).ReadInt()),
            IsCustom = session.Member("isCustomGame"u8).ReadBool(),
            IsSpectating = session.Member("isSpectating"u8).ReadBool(),
            MyTeam = Team(session.Member("myTeam"u8), "Ally", you, draft),
            TheirTeam = Team(session.Member("theirTeam"u8), "Enemy", you, draft),
            MyBans = Bans(bans.Member("myTeamBans"u8), draft, isAlly: true),
            TheirBans = Bans(bans.Member("theirTeamBans"u8), draft, isAlly: false),
            Bans = Math.Max(bans.Member("numBans"u8).ReadInt(), draft.Count(action => action.Type == "ban")),
            Draft = draft,
            Bench = [.. session.Member("benchChampions"u8).Items()
                .Select(champion => champion.ValueKind == JsonValueKind.Number ? champion.ReadInt() : champion.Member("championId"u8).ReadInt())],
            Timer = Timer(session.Member("timer"u8), receivedAt),
        };
    }

    private static ImmutableArray<DraftAction> Draft(JsonElement turns) =>
        [.. turns.Items().SelectMany(turn => turn.Items()).Select(action => new DraftAction(
            action.Member("actorCellId"u8).ReadInt(-1),
            action.Member("type"u8).ReadString(),
            action.Member("championId"u8).ReadInt(),
            action.Member("isAllyAction"u8).ReadBool(),
            action.Member("completed"u8).ReadBool(),
            action.Member("isInProgress"u8).ReadBool() && !action.Member("completed"u8).ReadBool()))];

    private static ImmutableArray<ChampSelectMember> Team(JsonElement team, string side, int you, ImmutableArray<DraftAction> draft) =>
        [.. team.Items().Select((member, place) => Member(member, $"{side} {place + 1}", you, draft)).OrderBy(member => member.Cell)];

    private static ChampSelectMember Member(JsonElement member, string stand, int you, ImmutableArray<DraftAction> draft)
    {
        var cell = member.Member("cellId"u8).ReadInt(-1);
        var puuid = member.Member("puuid"u8).ReadString();
        var isHidden = member.Member("nameVisibilityType"u8).ReadString().Equals("HIDDEN", StringComparison.OrdinalIgnoreCase);
        var name = isHidden ? "" : ClientNames.Of(member);
        var pick = draft.LastOrDefault(action => action.Cell == cell && action.Type == "pick");
        return new ChampSelectMember
        {
            Cell = cell,
            Name = name.Length > 0 ? name : stand,
            IsHidden = isHidden || (name.Length == 0 && puuid.Length == 0),
            IsYou = cell >= 0 && cell == you,
            Puuid = isHidden || puuid.Length == 0 ? null : puuid,
            ChampionId = member.Member("championId"u8).ReadInt(),
            IntentId = member.Member("championPickIntent"u8).ReadInt(),
            Position = member.Member("assignedPosition"u8).ReadString().ToUpperInvariant(),
            Spell1Id = Spell(member.Member("spell1Id"u8)),
            Spell2Id = Spell(member.Member("spell2Id"u8)),
            Turn = draft.FirstOrDefault(action => action.Cell == cell && action.IsNow)?.Type,
            HasLocked = pick is { IsDone: true },
        };
    }

    /// <summary>A bot's spell is 18446744073709551615, which is no spell.</summary>
    private static int Spell(JsonElement spell) => spell.ReadLong() is > 0 and <= int.MaxValue and var id ? (int)id : 0;

    /// <summary>The client's own list; while that is empty (the lists fill at the end of a ban phase in some queues), the finished bans of the draft.</summary>
    private static ImmutableArray<int> Bans(JsonElement told, ImmutableArray<DraftAction> draft, bool isAlly) =>
        told.Items().Any()
            ? [.. told.Items().Select(ban => ban.ReadInt())]
            : [.. draft.Where(action => action.Type == "ban" && action.IsDone && action.IsAlly == isAlly).Select(action => action.ChampionId)];

    private static ChampSelectTimer? Timer(JsonElement timer, DateTimeOffset receivedAt)
    {
        if (timer.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        // The time left was true at the client's own time of day, which is this machine's; an answer may be older than its arrival.
        var asOf = timer.Member("internalNowInEpochMs"u8).ReadLong() is > 0 and < 253_402_300_800_000 and var told ? DateTimeOffset.FromUnixTimeMilliseconds(told) : receivedAt;
        asOf = (receivedAt - asOf).Duration() < TimeSpan.FromMinutes(1) ? asOf : receivedAt;
        var left = TimeSpan.FromMilliseconds(Math.Clamp(timer.Member("adjustedTimeLeftInPhase"u8).ReadLong(), 0, 3_600_000));
        return new ChampSelectTimer(
            timer.Member("phase"u8).ReadString(),
            timer.Member("isInfinite"u8).ReadBool() ? null : asOf + left,
            TimeSpan.FromMilliseconds(Math.Clamp(timer.Member("totalTimeInPhase"u8).ReadLong(), 0, 3_600_000)));
    }
}
