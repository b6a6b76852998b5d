namespace MnM.Web.Demo;

/// <summary>Which mode is wanted next.</summary>
internal enum Wish
{
    Real,
    Demo,

    /// <summary>The same mode, begun anew.</summary>
    Again,
}
