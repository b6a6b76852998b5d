using MnM.Collector.Live;

namespace MnM.Web.Live.Client;

/// <summary>How far somebody in champ select is.</summary>
public enum SeatState
{
    /// <summary>Nothing to be seen yet.</summary>
    Waits,

    /// <summary>Tells the team what they want to pick.</summary>
    Wants,

    /// <summary>Has taken a champion that is not final.</summary>
    Hovers,
    Bans,
    Picks,
    Locked,
}

/// <summary>A place in champ select. Equal seats look the same.</summary>
public sealed record DraftSeat
{
    /// <summary>Place in the draft, 0 to 9.</summary>
    public required int Cell { get; init; }
    public required string Name { get; init; }
    public required bool IsHidden { get; init; }
    public required bool IsYou { get; init; }

    /// <summary>Riot's word for the role; empty where none is assigned.</summary>
    public required string Position { get; init; }
    public required SeatState State { get; init; }
    public ChampionMark? Champion { get; init; }
    public SpellView? Spell1 { get; init; }
    public SpellView? Spell2 { get; init; }

    /// <summary>Champion and state in a line.</summary>
    public string Line => (State, Champion) switch
    {
        (SeatState.Locked, { } champion) => champion.Name,
        (SeatState.Picks, { } champion) => $"picks now: {champion.Name}?",
        (SeatState.Picks, null) => "picks now",
        (SeatState.Bans, { } champion) => $"bans now, wants {champion.Name}",
        (SeatState.Bans, null) => "bans now",
        (SeatState.Hovers, { } champion) => $"{champion.Name}?",
        (SeatState.Wants, { } champion) => $"wants {champion.Name}",
        _ => "",
    };

    /// <summary>The seat's classes: you, whose turn, not final.</summary>
    public string Class => string.Join(' ', new[]
    {
        IsYou ? "me" : "",
        State is SeatState.Bans or SeatState.Picks ? "turn" : "",
        State is not SeatState.Locked ? "open" : "",
    }.Where(word => word.Length > 0));
}

/// <summary>A place for a ban: filled, given up ("No ban"), or still empty.</summary>
public sealed record DraftBan(ChampionMark? Champion, bool IsDone)
{
    /// <summary>In words.</summary>
    public string Title => Champion?.Name ?? (IsDone ? "No ban" : "Not banned yet");
}
