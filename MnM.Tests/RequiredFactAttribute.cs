namespace MnM.Tests;

/// <summary>
/// A test that needs something which a machine may lack. Without it the test is skipped and says why;
/// where MNM_REQUIRE_ALL is 1 it runs all the same and fails, so that a build that should have everything cannot pass without it.
/// For another need add a class like <see cref="BrowserFactAttribute"/>.
/// </summary>
public abstract class RequiredFactAttribute : FactAttribute
{
    /// <param name="missing">What is missing, as a sentence; null where all is there.</param>
    protected RequiredFactAttribute(string? missing) => Skip = SkipFor(missing, Environment.GetEnvironmentVariable("MNM_REQUIRE_ALL"));

    internal static string? SkipFor(string? missing, string? requireAll) => requireAll == "1" ? null : missing;
}
