using Xunit.Abstractions;
using Xunit.Sdk;

namespace MnM.Tests.Tft.Analytics;

/// <summary>A test that is skipped for what its class needs.</summary>
public sealed class StoreTestCase : XunitTestCase
{
    /// <summary>For the runner, which reads it from text.</summary>
    [Obsolete("Called by the deserializer")]
    public StoreTestCase()
    {
    }

    /// <summary>For the discoverer.</summary>
    public StoreTestCase(IMessageSink messages, TestMethodDisplay display, TestMethodDisplayOptions options, ITestMethod method)
        : base(messages, display, options, method)
    {
    }

    /// <inheritdoc/>
    protected override string GetSkipReason(IAttributeInfo factAttribute)
    {
        var type = TestMethod.TestClass.Class.ToRuntimeType();
        var needed = type.GetCustomAttributes(typeof(NeedsServerAttribute), inherit: true).Cast<NeedsServerAttribute>().FirstOrDefault();
        return RequiredFactAttribute.SkipFor(needed?.Missing, Environment.GetEnvironmentVariable("MNM_REQUIRE_ALL")) ?? base.GetSkipReason(factAttribute);
    }
}
