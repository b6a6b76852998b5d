using System.Xml.Linq;
using MnM.Collector;
using MnM.Simulator;
using MnM.Tests.Hosting;
using MnM.Web.Hosting;

namespace MnM.Tests.Architecture;

public sealed class ProjectTests
{
    private static readonly FolderTable Table = FolderTable.Read("Project");

    [Fact]
    public void Projects_reference_what_the_table_says()
    {
        foreach (var (project, mayReference) in Table.Rows)
        {
            Assert.Equal(mayReference.Order(StringComparer.Ordinal), References(project, "ProjectReference").Order(StringComparer.Ordinal));
        }

        Assert.Equal(Directory.GetFiles(Repository.Root, "MnM.*.csproj", SearchOption.AllDirectories).Length, Table.Rows.Count);
    }

    [Fact]
    public void The_collector_knows_no_web_server()
    {
        Assert.DoesNotContain(ReferencesOf(typeof(CollectorServices)), IsWebServer);
        Assert.DoesNotContain(References("MnM.Collector", "PackageReference").Concat(References("MnM.Collector", "FrameworkReference")), IsWebServer);
    }

    [Fact]
    public void The_simulator_knows_nothing_of_MnM() =>
        Assert.DoesNotContain(ReferencesOf(typeof(SimulatorHost)), name => name.StartsWith("MnM.", StringComparison.Ordinal));

    [Fact]
    public void The_web_mentions_no_type_of_the_simulator() => Assert.DoesNotContain("MnM.Simulator", ReferencesOf(typeof(MnmApp)));

    private static bool IsWebServer(string name) => name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal);

    private static IEnumerable<string> ReferencesOf(Type type) => type.Assembly.GetReferencedAssemblies().Select(name => name.Name!);

    private static IEnumerable<string> References(string project, string kind) =>
        XDocument.Load(Path.Combine(Repository.Root, project, $"{project}.csproj")).Descendants(kind)
            .Select(reference => reference.Attribute("Include")!.Value.Split('\\')[^1].Replace(".csproj", "", StringComparison.Ordinal));
}
