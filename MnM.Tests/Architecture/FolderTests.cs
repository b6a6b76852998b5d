using System.Reflection;
using MnM.Collector;
using MnM.Simulator;
using MnM.Tests.Hosting;
using MnM.Web.Hosting;

namespace MnM.Tests.Architecture;

public sealed class FolderTests
{
    private const string CollectorRoot = "MnM.Collector";
    private const string WebRoot = "MnM.Web";
    private const string SimulatorRoot = "MnM.Simulator";

    private static readonly FolderTable CollectorTable = FolderTable.Read("Folder of MnM.Collector");
    private static readonly FolderTable WebTable = FolderTable.Read("Folder of MnM.Web");
    private static readonly FolderTable SimulatorTable = FolderTable.Read("Folder of MnM.Simulator");

    [Fact]
    public void Folders_of_the_collector_mention_only_what_their_row_allows() =>
        AssertNone(CollectorTable.FaultsIn(TypesOf(typeof(CollectorServices).Assembly), type => Below(CollectorRoot, type)));

    [Fact]
    public void Folders_of_the_web_mention_only_what_their_row_allows() =>
        AssertNone(WebTable.FaultsIn(TypesOf(typeof(MnmApp).Assembly), FolderOfWeb));

    [Fact]
    public void Folders_of_the_simulator_mention_only_what_their_row_allows() =>
        AssertNone(SimulatorTable.FaultsIn(TypesOf(typeof(SimulatorHost).Assembly), type => Below(SimulatorRoot, type)));

    [Fact]
    public void Every_folder_has_a_row_and_every_row_a_folder()
    {
        Assert.Equal(FoldersBelow(CollectorRoot), CollectorTable.Rows.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(FoldersBelow(WebRoot), WebTable.Rows.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(FoldersBelow(SimulatorRoot), SimulatorTable.Rows.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Rows_name_folders_that_exist()
    {
        var known = WebTable.Rows.Keys.Concat(CollectorTable.Rows.Keys.Select(InCollector)).Append("all").ToHashSet();

        Assert.Empty(CollectorTable.Rows.SelectMany(row => row.Value).Except(CollectorTable.Rows.Keys));
        Assert.Empty(WebTable.Rows.SelectMany(row => row.Value).Except(known));
        Assert.Empty(SimulatorTable.Rows.SelectMany(row => row.Value).Except(SimulatorTable.Rows.Keys));
    }

    [Fact]
    public void The_analysis_sees_what_the_folders_do_mention()
    {
        // Guards against an analysis that finds nothing and so finds no fault.
        var live = TypesOf(typeof(CollectorServices).Assembly).Where(type => Below(CollectorRoot, type) == "Live").SelectMany(Mentions.Of);
        var pages = TypesOf(typeof(MnmApp).Assembly).Where(type => FolderOfWeb(type) == "Live").SelectMany(Mentions.Of);

        Assert.Superset(new HashSet<string?> { "Storage", "StaticData" }, live.Select(type => Below(CollectorRoot, type)).ToHashSet());
        Assert.Superset(new HashSet<string?> { "Shell", "Collector/Live" }, pages.Select(FolderOfWeb).ToHashSet());
    }

    // Assert.Empty would cut the sentences short.
    private static void AssertNone(IReadOnlyList<string> faults) => Assert.True(faults.Count == 0, string.Join('\n', faults));

    private static Type[] TypesOf(Assembly assembly) => assembly.GetTypes();

    private static string? FolderOfWeb(Type type) => Below(WebRoot, type) ?? (Below(CollectorRoot, type) is { } folder ? InCollector(folder) : null);

    private static string InCollector(string folder) => $"Collector/{folder}";

    private static string? Below(string root, Type type) =>
        type.Namespace is { } name && name.StartsWith(root + '.', StringComparison.Ordinal) ? name[(root.Length + 1)..].Split('.')[0] : null;

    private static IEnumerable<string> FoldersBelow(string project) => Directory.GetDirectories(Path.Combine(Repository.Root, project))
        .Select(folder => Path.GetFileName(folder)!).Except(["bin", "obj"]).Order(StringComparer.Ordinal);
}
