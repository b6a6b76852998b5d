namespace MnM.Web.Shell;

/// <summary>Lets MnM begin anew in the same process and on the same address; it is away for a moment, and pages load themselves again.</summary>
/// <param name="begin">Begins anew; null where this MnM cannot.</param>
public sealed class Restart(Action? begin)
{
    /// <summary>Whether this MnM can.</summary>
    public bool IsPossible => begin is not null;

    /// <summary>Begins anew; returns at once.</summary>
    public void Begin() => begin?.Invoke();
}
