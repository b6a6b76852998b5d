using MnM.Collector.Tft.Rows;
using MnM.Tests.Tft.Analytics;

namespace MnM.Tests.Tft.Rows;

public sealed class NameBookTests : IDisposable
{
    private readonly StoredRows _rows = new();

    public void Dispose() => _rows.Dispose();

    [Fact]
    public async Task A_name_gets_its_code_once_for_each_kind_and_keeps_it()
    {
        using var book = new NameBook(_rows);
        var codes = await book.CodesOfAsync(
            [(NameKind.Unit, "Jinx"), (NameKind.Unit, "Vi"), (NameKind.Item, "Jinx"), (NameKind.Unit, "jinx"), (NameKind.Unit, "Jinx"), (NameKind.Unit, "中")], CancellationToken.None);
        Assert.Equal([1, 2, 3, 4], codes.Where(code => code.Key.Kind == NameKind.Unit).Select(code => code.Value).Order());
        Assert.Equal(1, codes[(NameKind.Item, "Jinx")]);

        using var again = new NameBook(_rows);
        Assert.Equal(5, await again.CodeOfAsync(NameKind.Unit, "Ekko", CancellationToken.None));
        foreach (var ((kind, name), code) in codes)
        {
            Assert.Equal(code, await again.FindCodeAsync(kind, name, CancellationToken.None));
            Assert.Equal(code, await again.CodeOfAsync(kind, name, CancellationToken.None));
            Assert.Equal(name, await again.NameOfAsync(kind, code, CancellationToken.None));
        }

        Assert.Equal(["Ekko", "Jinx", "Vi", "jinx", "中"], await again.NamesAsync(NameKind.Unit, CancellationToken.None));
    }

    [Fact]
    public async Task What_has_no_code_is_not_given_one_by_looking()
    {
        using var book = new NameBook(_rows);
        Assert.Null(await book.FindCodeAsync(NameKind.Trait, "Anima", CancellationToken.None));
        Assert.Empty(await book.NamesAsync(NameKind.Trait, CancellationToken.None));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => book.NameOfAsync(NameKind.Trait, 1, CancellationToken.None));
        Assert.Equal(1, await book.CodeOfAsync(NameKind.Trait, "Anima", CancellationToken.None));
    }

    [Fact]
    public async Task Many_that_ask_at_once_get_the_same_codes()
    {
        using NameBook book = new(_rows), other = new(_rows);
        var names = Enumerable.Range(0, 60).Select(number => (NameKind.Item, $"Item {number % 20}")).ToList();
        var asked = await Task.WhenAll(names.Select((name, number) => Task.Run(() => (number % 2 == 0 ? book : other).CodeOfAsync(name.Item1, name.Item2, CancellationToken.None))));
        Assert.Equal(20, asked.Distinct().Count());
        Assert.All(names.Zip(asked).GroupBy(one => one.First), same => Assert.Single(same.Select(one => one.Second).Distinct()));
    }
}
