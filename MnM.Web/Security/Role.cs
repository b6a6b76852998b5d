namespace MnM.Web.Security;

/// <summary>What somebody who asks MnM may do. Who has no role may do nothing but show a pairing code.</summary>
internal enum Role
{
    /// <summary>Reads what friends share: games, matches, players, the board.</summary>
    Viewer,

    /// <summary>Does everything.</summary>
    Owner,
}
