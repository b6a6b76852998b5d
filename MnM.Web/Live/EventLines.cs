using System.Collections.Immutable;
using MnM.Collector.Live;

namespace MnM.Web.Live;

/// <summary>Puts the events and finished items of a game into words.</summary>
internal static class EventLines
{
    // A multikill is told a moment after the kill that made it; both are one line.
    private const double MultikillDelay = 1.5;

    /// <summary>Every line, latest first. Multikills are told beside their last kill.</summary>
    public static ImmutableArray<EventLine> Of(LiveView game)
    {
        var multikills = Multikills(game);
        var lines = new List<EventLine>(game.Events.Length + game.Completions.Length);
        foreach (var e in game.Events)
        {
            if (!multikills.Folded.Contains(e.Ordinal))
                lines.Add(Line(game, e, multikills.Streaks.GetValueOrDefault(e.Ordinal)));
        }

        lines.AddRange(game.Completions.Select((item, n) => new EventLine(
            $"i{n}", item.Time, Sides.Of(At(game, item.Slot)?.Team), "coin", Champion(game, item.Slot) ?? "Somebody", "completes", item.Name, "item")));

        // Spectators' times jump; among equal times the later one in Riot's list is the later event.
        lines.Reverse();
        return [.. lines.OrderByDescending(line => line.Time)];
    }

    /// <summary>The drawing of an event.</summary>
    public static string Icon(GameEventView e) => e.Name switch
    {
        "ChampionKill" or "FirstBlood" or "Multikill" => "kill",
        "Ace" => "skull",
        "TurretKilled" or "FirstBrick" => "tower",
        "InhibKilled" or "InhibRespawned" or "InhibRespawningSoon" => "inhib",
        "DragonKill" => GameWords.DragonIcon(e.Detail),
        "BaronKill" => "baron",
        "HeraldKill" => "herald",
        "HordeKill" => "grubs",
        "AtakhanKill" => "skull",
        "GameStart" or "MinionsSpawning" => "play",
        "GameEnd" => "check",
        _ => "info",
    };

    private static EventLine Line(LiveView game, GameEventView e, string? streak)
    {
        var who = Champion(game, e.ActorSlot) ?? Someone(e.Actor);
        var side = Sides.Name(e.Team);
        var taker = e.Team is null ? who : side;
        var stolen = e.Stolen ? "stolen, " : "";
        var (subject, did, what, aside) = e.Name switch
        {
            "ChampionKill" => (who, $"kills {Champion(game, e.VictimSlot) ?? Someone(e.Victim)}", "", streak ?? Names(game, e.AssistSlots)),
            "Multikill" => (who, "makes a", Streak(e.Detail), ""),
            "FirstBlood" => (who, "draws first blood", "", ""),
            "FirstBrick" => (who, "brings down the first tower", "", ""),
            "Ace" => (taker, "aces the other side", "", who == taker ? "" : who),
            "TurretKilled" => (taker, $"destroys the {Structure.Tower(e.Detail, game.MapNumber)}", "", who == taker ? "" : who),
            "InhibKilled" => (taker, $"destroys the {Structure.Inhibitor(e.Detail, game.MapNumber)}", "", who == taker ? "" : who),
            "InhibRespawned" => ("", $"The {Structure.Inhibitor(e.Detail, game.MapNumber)} is back", "", ""),
            "InhibRespawningSoon" => ("", $"The {Structure.Inhibitor(e.Detail, game.MapNumber)} comes back soon", "", ""),
            "DragonKill" => (taker, $"takes the {GameWords.Dragon(e.Detail)}", "", stolen + who),
            "BaronKill" => (taker, "slays the Baron", "", stolen + who),
            "HeraldKill" => (taker, "takes the herald", "", stolen + who),
            "HordeKill" => (taker, "takes a void grub", "", stolen + who),
            "AtakhanKill" => (taker, "slays Atakhan", "", stolen + who),
            "GameStart" => ("", "The game starts", "", ""),
            "MinionsSpawning" => ("", "Minions spawn", "", ""),
            "GameEnd" => ("", "The game ends", "", e.Detail switch { "Win" => "victory", "Lose" => "defeat", _ => e.Detail ?? "" }),
            _ => (e.Actor is null && e.ActorSlot is null ? "" : who, e.Name, "", e.Detail ?? ""),
        };
        return new($"e{e.Ordinal}", e.Time, Sides.Of(e.Team), Icon(e), subject, did, what, aside == taker ? "" : aside);
    }

    private static (Dictionary<int, string> Streaks, HashSet<int> Folded) Multikills(LiveView game)
    {
        var streaks = new Dictionary<int, string>();
        var folded = new HashSet<int>();
        var lastKill = new Dictionary<string, GameEventView>();
        foreach (var e in game.Events.Where(e => e.Actor is not null))
        {
            if (e.Name == "ChampionKill")
            {
                lastKill[e.Actor!] = e;
            }
            else if (e.Name == "Multikill" && lastKill.TryGetValue(e.Actor!, out var kill) && Math.Abs(e.Time - kill.Time) <= MultikillDelay)
            {
                streaks[kill.Ordinal] = Streak(e.Detail);
                folded.Add(e.Ordinal);
            }
        }

        return (streaks, folded);
    }

    private static string Streak(string? kills) => kills switch
    {
        "2" => "double kill",
        "3" => "triple kill",
        "4" => "quadra kill",
        "5" => "penta kill",
        null or "" => "multikill",
        _ => $"{kills} kills in a row",
    };

    // Not only champions kill: towers, minions and monsters are named by ids that nobody wants to read.
    private static string Someone(string? name) => name switch
    {
        null or "" => "Nobody",
        _ when name.StartsWith("Minion_", StringComparison.Ordinal) => "A minion",
        _ when name.StartsWith("Turret_", StringComparison.Ordinal) => "A tower",
        _ when name.StartsWith("SRU_", StringComparison.Ordinal) => "A monster",
        _ => name,
    };

    private static string Names(LiveView game, ImmutableArray<int> slots) =>
        string.Join(", ", slots.Select(slot => Champion(game, slot)).OfType<string>());

    private static string? Champion(LiveView game, int? slot) => slot is { } at ? At(game, at)?.ChampionName : null;

    private static PlayerView? At(LiveView game, int slot) => slot >= 0 && slot < game.Players.Length ? game.Players[slot] : null;
}
