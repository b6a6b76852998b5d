using System.Collections.Immutable;
using System.Text;

namespace MnM.Simulator;

/// <summary>The values of an enumeration as words of the command line: TimeBack is time-back.</summary>
internal static class KebabCase<T>
    where T : struct, Enum
{
    public static ImmutableArray<string> Names { get; } = [.. Enum.GetNames<T>().Select(Write)];

    public static string NameOf(T value) => Write(value.ToString());

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
