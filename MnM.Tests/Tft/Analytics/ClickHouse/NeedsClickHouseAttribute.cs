namespace MnM.Tests.Tft.Analytics.ClickHouse;

/// <summary>A suite that runs against a real ClickHouse server.</summary>
public sealed class NeedsClickHouseAttribute() : NeedsServerAttribute(ClickHouseFactAttribute.Missing);
