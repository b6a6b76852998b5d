namespace MnM.Simulator.World;

/// <summary>How champions are chosen.</summary>
public enum PickRule
{
    /// <summary>Ten bans at once, then picks by turns.</summary>
    Draft,

    /// <summary>Bans and picks one by one, as in tournaments and custom games.</summary>
    TournamentDraft,

    /// <summary>Everybody at once, without bans.</summary>
    Blind,

    /// <summary>Champions are dealt out, with a bench to swap with.</summary>
    AllRandom,
}
