namespace MnM.Web.Security;

/// <summary>Riot's limits are the owner's: for a viewer nothing is asked there.</summary>
internal static class OwnersRiot
{
    /// <summary>Why something is not here that Riot may have.</summary>
    public const string Sentence = "It is not stored here, and Riot is asked for the owner alone.";
}
