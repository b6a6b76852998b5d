using System.Text.RegularExpressions;
using MnM.Tests.Hosting;
using MnM.Web.Shell;

namespace MnM.Tests.Architecture;

public sealed partial class ConventionTests
{
    private const int LongestFile = 300;
    private const int LongestRazor = 200;

    [Fact]
    public void No_source_file_is_too_long()
    {
        var tooLong =
            from file in Sources("*.cs", "*.razor")
            where !file.Contains("/Migrations/", StringComparison.Ordinal)
            let lines = File.ReadLines(Full(file)).Count()
            where lines > (file.EndsWith(".razor", StringComparison.Ordinal) ? LongestRazor : LongestFile)
            select $"{file}: {lines} lines";

        Assert.Empty(tooLong);
    }

    [Fact]
    public void Every_file_of_tests_asserts_something()
    {
        var silent = Sources("*.cs").Where(file => file.StartsWith("MnM.Tests/", StringComparison.Ordinal))
            .Where(file => File.ReadAllText(Full(file)) is var text && TestAttribute().IsMatch(text) && !Assertion().IsMatch(text));

        Assert.Empty(silent);
    }

    [Theory]
    [InlineData("README.md")]
    [InlineData("CONTRIBUTING.md")]
    [InlineData("docs/api.md")]
    [InlineData("docs/architecture.md")]
    [InlineData("docs/delta.md")]
    [InlineData("docs/insights.md")]
    [InlineData("docs/routes.md")]
    [InlineData("docs/sharing.md")]
    public void Links_inside_the_documents_lead_somewhere(string document)
    {
        var broken =
            from Match link in Link().Matches(File.ReadAllText(Full(document)))
            let target = link.Groups[1].Value
            where !target.Contains(':', StringComparison.Ordinal)
            where !Path.Exists(Path.Combine(Path.GetDirectoryName(Full(document))!, target.Split('#')[0]))
            select target;

        Assert.Empty(broken);
    }

    [Fact]
    public void The_README_names_the_two_commands_and_Riots_sentence()
    {
        var readme = File.ReadAllText(Full("README.md"));

        Assert.Contains("dotnet run --project MnM.Web -c Release -- --demo", readme, StringComparison.Ordinal);
        Assert.Contains("dotnet test MnM.Web.sln", readme, StringComparison.Ordinal);
        Assert.Contains(MainLayout.LegalSentence, readme, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_decision_has_its_four_headings()
    {
        string[] headings = ["## Asked for", "## Used", "## Why", "## How to change back"];

        Assert.All(Directory.GetFiles(Full("docs/decisions"), "*.md"), file => Assert.Equal(headings, File.ReadLines(file).Where(line => line.StartsWith("## ", StringComparison.Ordinal))));
    }

    [Fact]
    public void No_file_of_the_web_root_leads_to_another_host()
    {
        var foreign =
            from file in Sources("*.css", "*.js", "*.svg", "*.html", "*.razor", "*.webmanifest")
            where file.StartsWith("wwwroot-assets/", StringComparison.Ordinal) || file.StartsWith("MnM.Web/", StringComparison.Ordinal)
            from Match address in ForeignAddress().Matches(File.ReadAllText(Full(file)))
            where !address.Value.Contains("//www.w3.org/", StringComparison.Ordinal)
            select $"{file}: {address.Value}";

        Assert.Empty(foreign);
    }

    [Fact]
    public void Every_icon_that_markup_names_has_a_drawing()
    {
        var drawn = Drawing().Matches(File.ReadAllText(Full("wwwroot-assets/css/mnm.css"))).Select(icon => icon.Groups[1].Value).ToHashSet();
        var named =
            from file in Sources("*.razor", "*.cs")
            where file.StartsWith("MnM.Web/", StringComparison.Ordinal)
            from Match icon in Icon().Matches(File.ReadAllText(Full(file)))
            select (File: file, Name: icon.Groups[1].Value);

        Assert.True(named.Count() > 50);
        Assert.All(named, icon => Assert.True(drawn.Contains(icon.Name), $"{icon.File}: {icon.Name}"));
    }

    private static string Full(string path) => Path.Combine(Repository.Root, path);

    private static IEnumerable<string> Sources(params string[] patterns) =>
        from pattern in patterns
        from folder in Directory.GetDirectories(Repository.Root, "MnM.*").Append(Full("wwwroot-assets"))
        from file in Directory.GetFiles(folder, pattern, SearchOption.AllDirectories)
        let relative = Path.GetRelativePath(Repository.Root, file).Replace('\\', '/')
        where !relative.Contains("/bin/", StringComparison.Ordinal) && !relative.Contains("/obj/", StringComparison.Ordinal)
        select relative;

    [GeneratedRegex(@"^\s*\[\w*(Fact|Theory)\b", RegexOptions.Multiline)]
    private static partial Regex TestAttribute();

    [GeneratedRegex(@"\bAssert\.|\.Received\w*\(|\bMarkupMatches\(")]
    private static partial Regex Assertion();

    [GeneratedRegex(@"\.i-([a-z0-9-]+) \{")]
    private static partial Regex Drawing();

    [GeneratedRegex(@"(?:\bi i-|\bIcon="")([a-z0-9-]+)[ ""]")]
    private static partial Regex Icon();

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"(https?:)?//[a-z0-9-]+(\.[a-z0-9-]+)+/?", RegexOptions.IgnoreCase)]
    private static partial Regex ForeignAddress();
}
