using Xunit.Abstractions;
using Xunit.Sdk;

namespace MnM.Tests.Tft.Analytics;

/// <summary>A test of every analytics store. Where what a store needs is missing, it is treated as by <see cref="RequiredFactAttribute"/>.</summary>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer("MnM.Tests.Tft.Analytics.StoreFactDiscoverer", "MnM.Tests")]
public sealed class StoreFactAttribute : FactAttribute;

/// <summary>A class of such tests that need a server.</summary>
[AttributeUsage(AttributeTargets.Class)]
public abstract class NeedsServerAttribute(string? missing) : Attribute
{
    /// <summary>What is missing, as a sentence; null where all is there.</summary>
    public string? Missing { get; } = missing;
}

/// <summary>Makes the tests of a class that derives from a suite.</summary>
public sealed class StoreFactDiscoverer(IMessageSink messages) : FactDiscoverer(messages)
{
    private readonly IMessageSink _messages = messages;

    /// <inheritdoc/>
    protected override IXunitTestCase CreateTestCase(ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo factAttribute) =>
        new StoreTestCase(_messages, discoveryOptions.MethodDisplayOrDefault(), discoveryOptions.MethodDisplayOptionsOrDefault(), testMethod);
}

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
