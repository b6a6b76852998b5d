using System.Collections.Immutable;

namespace MnM.Collector.Scouting;

/// <summary>Follows a game from champ select to its end. Pure.</summary>
internal static class ScoutRules
{
    /// <summary>Whether what is seen now is the game that was seen before.</summary>
    public static bool IsSame(ScoutGame before, ScoutGame now) =>
        before.Id > 0 && now.Id > 0 ? before.Id == now.Id
        : before.Phase == ScoutingPhase.PostGame ? now.Phase == ScoutingPhase.PostGame
        : now.Phase >= before.Phase || now.Phase == ScoutingPhase.Loading;

    /// <summary>What is seen now with what was known before: people stay while nobody tells of them, and so do their positions.</summary>
    public static ScoutGame Merge(ScoutGame before, ScoutGame now) => now with
    {
        Id = now.Id > 0 ? now.Id : before.Id,
        QueueId = now.QueueId ?? before.QueueId,
        Mode = now.Mode.Length > 0 ? now.Mode : before.Mode,
        Seats = now.Seats.IsEmpty ? before.Seats : ScoutCast.Arrange(now.Seats.Select(seat => With(before.Seats, seat))),
    };

    private static ScoutSeat With(ImmutableArray<ScoutSeat> before, ScoutSeat seat)
    {
        var known = before.FirstOrDefault(old => seat.Name is not null && old.Name == seat.Name)
            // Where several play one champion, who is not known by name may be any of them, and so the one who is withheld.
            ?? before.Where(old => old.Side == seat.Side && IsSameChampion(old, seat)).OrderByDescending(old => old.IsAnonymous).FirstOrDefault();
        return known is null ? seat : seat with
        {
            Name = known.IsAnonymous ? null : seat.Name,
            IsAnonymous = known.IsAnonymous || seat.IsAnonymous,
            Position = seat.Position.Length > 0 ? seat.Position : known.Position,
            ChampionId = seat.ChampionId > 0 ? seat.ChampionId : known.ChampionId,
        };
    }

    private static bool IsSameChampion(ScoutSeat one, ScoutSeat other) =>
        one.ChampionId > 0 && other.ChampionId > 0 ? one.ChampionId == other.ChampionId : one.ChampionName.Length > 0 && one.ChampionName == other.ChampionName;
}
