using System.Collections.Immutable;
using AngleSharp.Dom;

namespace MnM.Tests.Security;

/// <summary>Names as nobody should have them, and what must not become of them.</summary>
internal static class HostileNames
{
    public const string Script = "<script>alert(1)</script>";
    public const string Formula = "=HYPERLINK(\"//evil\")";

    public static ImmutableArray<string> All { get; } =
    [
        Script, "\"><img src=x onerror=alert(1)>", "'--><svg onload=alert(1)>", "\u202egnp.exe\u202c", "😈😈😈😈😈😈😈😈😈😈😈😈😈😈😈😈", Formula, "javascript:alert(1)", "&lt;b&gt;", "{{7*7}}", "a\u0000b",
    ];

    /// <summary>The name at a place; there are fewer than places.</summary>
    public static string At(int place) => All[place % All.Length];

    /// <summary>Every name is text and nothing else: no element, no handler and no address is made of one.</summary>
    public static void AssertAreText(IEnumerable<IElement> elements, string where)
    {
        foreach (var one in elements)
        {
            Assert.False(one.LocalName == "script" && !one.HasAttribute("src") && one.GetAttribute("type") != "application/json" && one.TextContent.Contains("alert", StringComparison.Ordinal), where);
            Assert.False(one.LocalName == "img" && one.GetAttribute("src") == "x", where);
            Assert.DoesNotContain(one.Attributes, attribute => attribute.Name is "onerror" or "onload");
            Assert.False(one.GetAttribute("href")?.StartsWith("javascript:", StringComparison.OrdinalIgnoreCase) is true, where);
        }
    }
}
