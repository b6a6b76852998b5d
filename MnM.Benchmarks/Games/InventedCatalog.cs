using System.Text;
using MnM.Collector.StaticData;
using MnM.Simulator.StaticData;
using StaticCatalog = MnM.Collector.StaticData.StaticCatalog;

namespace MnM.Benchmarks.Games;

/// <summary>The static data to which invented games belong.</summary>
internal static class InventedCatalog
{
    public static StaticCatalog Read()
    {
        var version = DataDragonFiles.Versions[0];
        return new StaticCatalog { Version = version }
            .With(DataFile.Champions, Utf8(DataDragonFiles.Champions(version)))
            .With(DataFile.Items, Utf8(DataDragonFiles.Items(version)))
            .With(DataFile.Spells, Utf8(DataDragonFiles.Spells(version)))
            .With(DataFile.Runes, Utf8(DataDragonFiles.Runes()));
    }

    private static byte[] Utf8(System.Text.Json.Nodes.JsonNode file) => Encoding.UTF8.GetBytes(file.ToJsonString());
}
