namespace MnM.Simulator.StaticData;

/// <summary>Addresses of rune pictures below <c>cdn/img/</c>.</summary>
internal static class RuneIcons
{
    public static IEnumerable<string> Shards { get; } =
        ((string[])["AdaptiveForce", "AttackSpeed", "CDRScaling", "MovementSpeed", "HealthPlus", "HealthScaling", "Tenacity", "Armor", "MagicRes"])
        .Select(name => $"perk-images/StatMods/StatMods{name}Icon.png");

    public static string Of(RuneTree tree) => tree.Id switch
    {
        8000 => "perk-images/Styles/7201_Precision.png",
        8100 => "perk-images/Styles/7200_Domination.png",
        8200 => "perk-images/Styles/7202_Sorcery.png",
        8300 => "perk-images/Styles/7203_Whimsy.png",
        _ => "perk-images/Styles/7204_Resolve.png",
    };

    public static string Of(RuneTree tree, Rune rune) => $"perk-images/Styles/{tree.Key}/{rune.Key}/{rune.Key}.png";
}
