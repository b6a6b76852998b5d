namespace MnM.Tests.Tft.Analytics;

/// <summary>A class of such tests that need a server.</summary>
[AttributeUsage(AttributeTargets.Class)]
public abstract class NeedsServerAttribute(string? missing) : Attribute
{
    /// <summary>What is missing, as a sentence; null where all is there.</summary>
    public string? Missing { get; } = missing;
}
