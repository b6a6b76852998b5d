using System.Text;
using MnM.Web.Hosting;

namespace MnM.Tests.Hosting;

public sealed class EnvFileTests
{
    [Theory]
    [InlineData("RIOT_API_KEY=abc", "abc")]
    [InlineData("  export RIOT_API_KEY = abc  ", "abc")]
    [InlineData("RIOT_API_KEY=a#b", "a#b")]
    [InlineData("RIOT_API_KEY=abc # mine", "abc")]
    [InlineData("RIOT_API_KEY=", "")]
    [InlineData("RIOT_API_KEY= # none yet", "")]
    [InlineData("RIOT_API_KEY=a=b", "a=b")]
    [InlineData("RIOT_API_KEY=it's", "it's")]
    [InlineData("RIOT_API_KEY='a # \"b\" \\'", "a # \"b\" \\")]
    [InlineData("RIOT_API_KEY=\"a # b\" # mine", "a # b")]
    [InlineData("RIOT_API_KEY=\"say \\\"hi\\\"\"", "say \"hi\"")]
    [InlineData("RIOT_API_KEY=\"C:\\new\\League\"", "C:\\new\\League")]
    public void A_line_sets_a_value(string line, string value) => Assert.Equal(value, EnvFile.Parse([line]).Values["RIOT_API_KEY"]);

    [Fact]
    public void Comments_and_blank_lines_set_nothing()
    {
        var file = EnvFile.Parse(["", "   ", "# RIOT_API_KEY=abc", "  # more"]);

        Assert.Empty(file.Values);
        Assert.Empty(file.Faults);
    }

    [Theory]
    [InlineData("RIOT_API_KEY", "is not of the form NAME=value")]
    [InlineData("=secret", "is not of the form NAME=value")]
    [InlineData("RIOT-API-KEY=secret", "is not of the form NAME=value")]
    [InlineData("RIOT_API_KEY=\"secret", "RIOT_API_KEY lacks its closing quote")]
    [InlineData("RIOT_API_KEY='secret' secret", "RIOT_API_KEY has text after its closing quote")]
    public void A_broken_line_is_a_fault_with_its_number_and_without_its_value(string line, string message)
    {
        var fault = Assert.Single(EnvFile.Parse(["# first", line]).Faults);

        Assert.Equal(new Fault(".env line 2", message), fault);
    }

    [Fact]
    public void A_name_that_stands_twice_is_a_fault() =>
        Assert.Equal(".env line 2: API_PORT is set a second time", Assert.Single(EnvFile.Parse(["API_PORT=1", "API_PORT=2"]).Faults).ToString());

    [Theory]
    [InlineData("RIOT_APIKEY=x", "RIOT_APIKEY is not a setting; did you mean RIOT_API_KEY?")]
    [InlineData("api_port=1", "api_port is not a setting; did you mean API_PORT?")]
    [InlineData("COMPLETELY_DIFFERENT=1", "COMPLETELY_DIFFERENT is not a setting")]
    public void An_unknown_name_is_a_fault_that_names_the_nearest_known_one(string line, string message) =>
        Assert.Equal(message, Assert.Single(EnvFile.Parse([line]).Faults).Message);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_file_that_is_no_UTF_8_is_a_fault_and_is_not_read(bool hasMark)
    {
        using TemporaryFolder folder = new();
        byte[] latin = [.. hasMark ? Encoding.UTF8.Preamble : [], .. Encoding.Latin1.GetBytes("# für mich\nLEAGUE_CLIENT_PATH='C:\\Übung'\n")];
        File.WriteAllBytes(folder.File(".env"), latin);

        var file = EnvFile.Read(folder.Path);

        Assert.Empty(file.Values);
        Assert.Equal(".env: cannot be read: it is not saved as UTF-8.", Assert.Single(file.Faults).ToString());
        Assert.Throws<IOException>(() => new EnvFileWriter(folder.Path).Read());
        Assert.Equal(latin, File.ReadAllBytes(folder.File(".env")));
    }

    [Theory]
    [InlineData('\u2028')]
    [InlineData('\u0085')]
    [InlineData('\f')]
    public void A_page_and_a_start_break_lines_alike(char letter)
    {
        using TemporaryFolder folder = new();
        folder.Write(".env", $"LEAGUE_CLIENT_PATH='a{letter}b'\r\nAPI_PORT=1\rAPI_HOST=::1\n");

        var (start, page) = (EnvFile.Read(folder.Path), EnvFile.Of(new EnvFileWriter(folder.Path).Read()));

        Assert.Equal($"a{letter}b", page.Values["LEAGUE_CLIENT_PATH"]);
        Assert.Equal(start.Values, page.Values);
        Assert.Equal(3, page.Values.Count);
        Assert.Empty(page.Faults);
    }

    [Fact]
    public void A_folder_without_the_file_sets_nothing()
    {
        using TemporaryFolder folder = new();

        Assert.Empty(EnvFile.Read(folder.Path).Values);
    }

    [Fact]
    public void The_example_explains_every_setting_in_two_lines_at_most_and_holds_no_fault()
    {
        var lines = File.ReadAllLines(Path.Combine(Repository.Root, ".env.example"));
        var names = Setting.All.Where(setting => !setting.IsSwitch).Select(setting => setting.Name).ToList();
        var assignments = lines.Where(line => names.Any(name => line.StartsWith($"# {name}=", StringComparison.Ordinal))).Select(line => line[2..]).ToList();

        Assert.Equal(names.Order(), assignments.Select(line => line.Split('=')[0]).Order());
        Assert.All(string.Join('\n', lines).Trim().Split("\n\n").Skip(1), block => Assert.InRange(block.Split('\n').Length, 2, 3));
        var file = EnvFile.Parse(assignments);
        Assert.Empty(file.Faults);
        MnmSettings.From(file.Values.Where(pair => pair.Value != "").ToDictionary());
    }
}
