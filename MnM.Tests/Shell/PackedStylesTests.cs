using System.Text.RegularExpressions;
using MnM.Tests.Hosting;

namespace MnM.Tests.Shell;

/// <summary>Style sheets are sent without their comments and most blanks, and say what they said.</summary>
public sealed partial class PackedStylesTests : IAsyncLifetime
{
    private RunningMnm _mnm = null!;

    public async Task InitializeAsync() => _mnm = await RunningMnm.StartAsync();

    public Task DisposeAsync() => _mnm.DisposeAsync().AsTask();

    [Theory]
    [InlineData("mnm.css")]
    [InlineData("radzen.css")]
    [InlineData("tokens.css")]
    public async Task A_sheet_holds_every_rule_in_its_order(string name)
    {
        var (source, packed) = (await File.ReadAllTextAsync(Path.Combine(Repository.Root, "wwwroot-assets", "css", name)), await _mnm.Client.GetStringAsync($"/css/{name}"));

        Assert.Equal(Bare(source), Bare(packed));
        Assert.InRange(packed.Length, 1, source.Length - 1);
    }

    [Fact]
    public async Task That_of_all_components_holds_every_rule_of_each()
    {
        var packed = Bare(Unscoped(await _mnm.Client.GetStringAsync("/MnM.Web.styles.css")));
        var sources = Directory.GetFiles(Path.Combine(Repository.Root, "MnM.Web"), "*.razor.css", SearchOption.AllDirectories);

        Assert.InRange(sources.Length, 50, int.MaxValue);
        Assert.All(sources, file => Assert.Contains(Bare(Unscoped(File.ReadAllText(file))), packed, StringComparison.Ordinal));
    }

    /// <summary>Without comments, and with one blank where blanks part what would else be one; texts stay.</summary>
    private static string Bare(string css) =>
        Blanks().Replace(Comment().Replace(css, "$1"), part => part.Groups[1].Success ? part.Value : part.Groups[2].Success ? part.Groups[2].Value : " ").Replace(";}", "}", StringComparison.Ordinal).Trim();

    /// <summary>Without the marks by which a component's rules are its own.</summary>
    private static string Unscoped(string css) => Scope().Replace(css, "");

    [GeneratedRegex("""("[^"]*"|'[^']*')|/\*.*?\*/""", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex("""("[^"]*"|'[^']*')|\s*([{};,])\s*|\s+""")]
    private static partial Regex Blanks();

    [GeneratedRegex(@"\[b-[a-z0-9]{10}\]|-b-[a-z0-9]{10}|::deep")]
    private static partial Regex Scope();
}
