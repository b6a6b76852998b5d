namespace MnM.Web.Hosting;

/// <summary>What is wrong with one setting; never holds the value of a key.</summary>
public sealed record Fault(string Setting, string Message)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Setting}: {Message}";
}
