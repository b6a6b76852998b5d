namespace MnM.Web.Games;

/// <summary>What can be chosen in a filter.</summary>
/// <param name="Value">As the address says it.</param>
/// <param name="Text">As a person reads it.</param>
public sealed record PickOption(string Value, string Text);
