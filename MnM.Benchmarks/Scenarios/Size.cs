namespace MnM.Benchmarks.Scenarios;

/// <summary>How much is measured; rows and limits are the same.</summary>
internal enum Size
{
    Full,
    Quick,
}
