namespace MnM.Collector.Players;

/// <summary>Compares first parts of Riot IDs as Riot does.</summary>
internal sealed class GameNameComparer : EqualityComparer<string>
{
    public static GameNameComparer Instance { get; } = new();

    public override bool Equals(string? x, string? y) => x is null || y is null ? x == y : KeyOf(x) == KeyOf(y);

    public override int GetHashCode(string obj) => KeyOf(obj).GetHashCode(StringComparison.Ordinal);

    private static string KeyOf(string name) => PlayerQueries.KeyOf(name, "");
}
