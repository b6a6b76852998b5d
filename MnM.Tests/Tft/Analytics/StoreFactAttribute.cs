using Xunit.Sdk;

namespace MnM.Tests.Tft.Analytics;

/// <summary>A test of every analytics store. Where what a store needs is missing, it is treated as by <see cref="RequiredFactAttribute"/>.</summary>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer("MnM.Tests.Tft.Analytics.StoreFactDiscoverer", "MnM.Tests")]
public sealed class StoreFactAttribute : FactAttribute;
