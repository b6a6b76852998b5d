using System.Diagnostics.CodeAnalysis;

namespace MnM.Tests.Architecture;

/// <summary>Proof that the analysis finds what it is for: invented folders, each a class here, and a mention in each place that a type can stand.</summary>
public sealed class PlantedFaultTests
{
    private static readonly FolderTable Table = FolderTable.Of(
        ("Cellar", "–"), ("Base", "–"), ("Signature", "–"), ("Field", "–"), ("Attribute", "–"), ("Argument", "–"), ("Body", "–"), ("Lambda", "–"), ("Async", "–"),
        ("Catch", "–"), ("Constraint", "–"), ("Chicken", "Egg"), ("Egg", "Chicken"), ("Roof", "all"));

    [Theory]
    [InlineData("Base")]
    [InlineData("Signature")]
    [InlineData("Field")]
    [InlineData("Attribute")]
    [InlineData("Argument")]
    [InlineData("Body")]
    [InlineData("Lambda")]
    [InlineData("Async")]
    [InlineData("Catch")]
    [InlineData("Constraint")]
    public void A_mention_outside_the_table_is_found(string folder) =>
        Assert.Contains(Faults, fault => fault.StartsWith($"{folder} may not mention Cellar: ", StringComparison.Ordinal));

    [Fact]
    public void A_cycle_is_found_even_where_the_table_allows_it()
    {
        Assert.Contains("Chicken is part of a cycle", Faults);
        Assert.Contains("Egg is part of a cycle", Faults);
    }

    [Fact]
    public void What_composes_may_mention_all() => Assert.DoesNotContain(Faults, fault => fault.StartsWith("Roof", StringComparison.Ordinal));

    private static IReadOnlyList<string> Faults => Table.FaultsIn(typeof(PlantedFaultTests).Assembly.GetTypes(), FolderOf);

    private static string? FolderOf(Type type)
    {
        while (type.DeclaringType is { } outer && outer != typeof(PlantedFaultTests))
        {
            type = outer;
        }

        return type.DeclaringType is not null && Table.Rows.ContainsKey(type.Name) ? type.Name : null;
    }

    private class Cellar : Exception
    {
        public static int Bottles => 1;
    }

    private sealed class Base : Cellar;

    [SuppressMessage("Performance", "CA1812", Justification = "Only looked at.")]
    private sealed class Field
    {
        public Lazy<Cellar[]>? Kept { get; }
    }

    private static class Signature
    {
        public static void Take(Cellar? cellar) => _ = cellar;
    }

    [SuppressMessage("Performance", "CA1812", Justification = "Only looked at.")]
    [System.ComponentModel.TypeConverter(typeof(Cellar))]
    private sealed class Attribute;

    private static class Argument
    {
        public static int Count() => new List<Dictionary<string, Cellar>>().Count;
    }

    private static class Body
    {
        public static int Count() => Cellar.Bottles;
    }

    private static class Lambda
    {
        public static Func<int> Later(int more) => () => Cellar.Bottles + more;
    }

    private static class Async
    {
        public static async Task<int> CountAsync(Task before)
        {
            await before;
            return Cellar.Bottles;
        }
    }

    private static class Catch
    {
        public static void Try(Action act)
        {
            try
            {
                act();
            }
            catch (Cellar)
            {
                // Looked at only.
            }
        }
    }

    private static class Constraint
    {
        public static void Take<T>(T what)
            where T : Cellar => _ = what;
    }

    private static class Chicken
    {
        public static int Lay() => Egg.Hatch();
    }

    private static class Egg
    {
        public static int Hatch() => Chicken.Lay();
    }

    private static class Roof
    {
        public static int Count() => Body.Count() + Cellar.Bottles;
    }
}
