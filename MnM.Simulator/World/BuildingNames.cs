using System.Text;

namespace MnM.Simulator.World;

/// <summary>The names that the live client has given to turrets and inhibitors since 2025.</summary>
internal static class BuildingNames
{
    public static string Turret(int ownerTeam, string lane, string towerType, int nexusTurretsFallen)
    {
        var place = towerType switch
        {
            "OUTER_TURRET" => 3,
            "INNER_TURRET" => 2,
            "NEXUS_TURRET" => 4 + Math.Min(1, nexusTurretsFallen),
            _ => 1,
        };
        return Hashed($"Turret_T{Side(ownerTeam)}_L{Lane(lane)}_P{place}");
    }

    public static string Inhibitor(int ownerTeam, string lane) => Hashed($"Inhib_T{Side(ownerTeam)}_L{Lane(lane)}_P1");

    /// <summary>The name of a minion of that team, in the form that stands where a killer's name would.</summary>
    public static string Minion(int team, double gameSeconds)
    {
        var wave = Math.Max(0, (int)((gameSeconds - 65) / 30));
        return $"Minion_T{team}L1S{wave:00}N{(wave * 6) + 1:0000}";
    }

    public static string Side(int team) => team == 200 ? "Chaos" : "Order";

    private static int Lane(string lane) => lane switch
    {
        "BOT_LANE" => 0,
        "TOP_LANE" => 2,
        _ => 1,
    };

    // Real names end in a hash of an unknown inner name; this one is as long and as stable.
    private static string Hashed(string name)
    {
        var hash = 2166136261u;
        foreach (var one in Encoding.ASCII.GetBytes(name))
        {
            hash = (hash ^ one) * 16777619u;
        }

        return $"{name}_{hash}";
    }
}
