namespace MnM.Web.Shell;

/// <summary>What can be chosen in a filter.</summary>
/// <param name="Value">As the address says it.</param>
/// <param name="Text">As a person reads it.</param>
public sealed record Pick(string Value, string Text);
