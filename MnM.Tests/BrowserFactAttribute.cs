namespace MnM.Tests;

/// <summary>A test that drives Chromium: the one that CHROMIUM_PATH names, else /usr/bin/chromium.</summary>
public sealed class BrowserFactAttribute() : RequiredFactAttribute(File.Exists(ChromiumPath) ? null : $"There is no Chromium at {ChromiumPath}; CHROMIUM_PATH may name one.")
{
    /// <summary>Where Chromium is looked for.</summary>
    public static string ChromiumPath => Environment.GetEnvironmentVariable("CHROMIUM_PATH") is { Length: > 0 } given ? given : "/usr/bin/chromium";
}
