using System.Text.Json.Nodes;
using MnM.Simulator.World;

namespace MnM.Simulator.Lcu;

/// <summary>Where the account plays and what language the client speaks.</summary>
internal static class RegionLocaleJson
{
    public static byte[] Write(Account account) => LcuJson.Write(new JsonObject
    {
        ["locale"] = "en_GB",
        ["region"] = account.Region,
        ["webLanguage"] = "en",
        ["webRegion"] = account.Region.ToLowerInvariant(),
    });
}
