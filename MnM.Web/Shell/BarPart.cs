namespace MnM.Web.Shell;

/// <summary>A component that stands in the bar of every page; its slice registers it, since the frame knows no slice.</summary>
/// <param name="Component">Without parameters.</param>
public sealed record BarPart(Type Component);
