using System.Text;
using MnM.Web.Shell;

namespace MnM.Tests.Shell;

/// <summary>Tables as RFC 4180 writes them.</summary>
public sealed class CsvTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("", "")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("say \"so\"", "\"say \"\"so\"\"\"")]
    [InlineData("two\r\nlines", "\"two\r\nlines\"")]
    [InlineData(" blank", "\" blank\"")]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+49", "'+49")]
    [InlineData("-EUW", "'-EUW")]
    [InlineData("@name", "'@name")]
    [InlineData("\t=x", "'\t'=x")]
    [InlineData("＝1+1", "'＝1+1")]
    [InlineData("=HYPERLINK(\"x\",\"y\")", "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\"")]
    [InlineData("x;=cmd|'/C calc'!A0", "x;'=cmd|'/C calc'!A0")]
    [InlineData("a;b;＋1;@c", "a;b;'＋1;'@c")]
    [InlineData("x\t-1", "x\t'-1")]
    [InlineData("x\n=1", "\"x\n'=1\"")]
    [InlineData("a;b - c", "a;b - c")]
    [InlineData("Ærø 夜", "Ærø 夜")]
    public void Text_is_quoted_where_needed_and_never_a_formula(string text, string written) => Assert.Equal($"c\r\n{written}\r\n", Write(text));

    [Fact]
    public void Numbers_are_the_same_in_every_country_and_no_formulas()
    {
        Assert.Equal("c\r\n-3\r\n", Write(-3));
        Assert.Equal("c\r\n-1.5\r\n", Write(-1.5));
        Assert.Equal("c\r\n1234567\r\n", Write(1234567L));
        Assert.Equal("c\r\ntrue\r\n", Write(true));
        Assert.Equal("c\r\n\r\n", Write(null));
    }

    [Fact]
    public void What_is_written_is_read_back_whatever_it_is()
    {
        var random = new Random(11);
        var letters = "ab ,\"\r\n=+-@\t;é夜";
        for (var round = 0; round < 300; round++)
        {
            var rows = Enumerable.Range(0, random.Next(4)).Select(_ => Enumerable.Range(0, 3).Select(_ => (object?)Word()).ToArray()).ToArray();
            var read = Read(Csv.Write(["a", "b", "c"], rows));
            Assert.Equal([["a", "b", "c"], .. rows.Select(row => row.Select(cell => (string)cell!).ToArray())], read.Select(row => row.Select(Unmarked).ToArray()));
        }

        string Word() => new([.. Enumerable.Range(0, random.Next(8)).Select(_ => letters[random.Next(letters.Length)])]);

        // No word has an apostrophe of its own.
        static string Unmarked(string cell) => cell.Replace("'", "", StringComparison.Ordinal);
    }

    private static string Write(object? cell) => Csv.Write(["c"], [[cell]]);

    /// <summary>A reader of RFC 4180, written from its grammar.</summary>
    private static List<string[]> Read(string text)
    {
        var (rows, row, cell) = (new List<string[]>(), new List<string>(), new StringBuilder());
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '"')
            {
                for (at++; text[at] != '"' || (at + 1 < text.Length && text[at + 1] == '"'); at++)
                {
                    cell.Append(text[at]);
                    at += text[at] == '"' ? 1 : 0;
                }
            }
            else if (text[at] == ',')
            {
                row.Add(cell.ToString());
                cell.Clear();
            }
            else if (text[at] == '\r')
            {
                Assert.Equal('\n', text[++at]);
                row.Add(cell.ToString());
                cell.Clear();
                rows.Add([.. row]);
                row.Clear();
            }
            else
            {
                cell.Append(text[at]);
            }
        }

        Assert.Empty(row);
        return rows;
    }
}
