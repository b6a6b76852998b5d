using System.Collections.Immutable;
using System.ComponentModel;
using System.Reflection;
using System.Text;

namespace MnM.Simulator;

/// <summary>The values of an enumeration as words of the command line: TimeBack is time-back.</summary>
internal static class KebabCase<T>
    where T : struct, Enum
{
    public static ImmutableArray<string> Names { get; } = [.. Enum.GetNames<T>().Select(Write)];

    /// <summary>Each word with what it means, a line each.</summary>
    public static IEnumerable<string> Lines()
    {
        var width = Names.Max(name => name.Length);
        return Enum.GetNames<T>().Select(name => $"  {Write(name).PadRight(width)}  {typeof(T).GetField(name)!.GetCustomAttribute<DescriptionAttribute>()?.Description}");
    }

    public static T? Parse(string name) => Names.IndexOf(name) is var index and >= 0 ? Enum.GetValues<T>()[index] : null;

    private static string Write(string name)
    {
        var word = new StringBuilder();
        foreach (var letter in name)
        {
            word.Append(word.Length > 0 && char.IsUpper(letter) ? "-" : "").Append(char.ToLowerInvariant(letter));
        }

        return word.ToString();
    }
}
