using MnM.Tests.Demo;
using MnM.Web.Hosting;

namespace MnM.Tests.Hosting;

public sealed class EnvFileWriterTests : IDisposable
{
    private const UnixFileMode OwnersAlone = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Whatever_is_written_is_read_again()
    {
        Random random = new(10);
        const string Letters = "aZ0 #'\"\\$`=\t\u00a0\u2028ß한😀%{}/:,;-_.";
        var letters = System.Globalization.StringInfo.GetTextElementEnumerator(Letters);
        List<string> pieces = [];
        while (letters.MoveNext())
        {
            pieces.Add(letters.GetTextElement());
        }

        string[] names = ["RIOT_API_KEY", "DB_PATH", "INSIGHTS_MODEL"];
        var text = "# mine\nexport RIOT_API_KEY = abc # note\n# DB_PATH=\n";
        Dictionary<string, string> expected = new() { ["RIOT_API_KEY"] = "abc" };
        for (var round = 0; round < 2_000; round++)
        {
            var name = names[random.Next(names.Length)];
            var value = random.Next(5) == 0 ? null : string.Concat(random.GetItems(pieces.ToArray(), random.Next(1, 12)));
            text = EnvFileWriter.Change(text, [new(name, value)]);
            if (value is null)
            {
                expected.Remove(name);
            }
            else
            {
                expected[name] = value;
            }

            var read = EnvFile.Parse(text.Split('\n'));
            Assert.Empty(read.Faults);
            Assert.Equal(expected.OrderBy(pair => pair.Key), read.Values.OrderBy(pair => pair.Key));
            Assert.Contains("# mine\n", text, StringComparison.Ordinal);
            Assert.Contains("# DB_PATH=\n", text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("", "API_PORT", "1", "API_PORT=1\n")]
    [InlineData("# a\nLOG_LEVEL=Debug\n", "API_PORT", "1", "# a\nLOG_LEVEL=Debug\nAPI_PORT=1\n")]
    [InlineData("LOG_LEVEL=Debug", "API_PORT", "1", "LOG_LEVEL=Debug\nAPI_PORT=1\n")]
    [InlineData("# Port.\n# API_PORT=5080\n\n# more\n", "API_PORT", "1", "# Port.\n# API_PORT=5080\nAPI_PORT=1\n\n# more\n")]
    [InlineData("API_PORT=2 # mine\nX=1\n", "API_PORT", "1", "API_PORT=1 # mine\nX=1\n")]
    [InlineData("API_PORT='2' # mine\n", "API_PORT", "1", "API_PORT=1 # mine\n")]
    [InlineData("  export API_PORT=2\n", "API_PORT", "1", "  export API_PORT=1\n")]
    [InlineData("API_PORT=2\nnonsense\nAPI_PORT=3\n", "API_PORT", "1", "API_PORT=1\nnonsense\n")]
    [InlineData("# a\r\nAPI_PORT=2\r\n", "LOG_LEVEL", "Off", "# a\r\nAPI_PORT=2\r\nLOG_LEVEL=Off\r\n")]
    [InlineData("# a\nAPI_PORT=2\n# b\n", "API_PORT", null, "# a\n# b\n")]
    [InlineData("# a\n", "API_PORT", null, "# a\n")]
    [InlineData("", "LEAGUE_CLIENT_PATH", @"C:\Riot Games", "LEAGUE_CLIENT_PATH='C:\\Riot Games'\n")]
    [InlineData("", "LEAGUE_CLIENT_PATH", @"C:\it's", "LEAGUE_CLIENT_PATH=\"C:\\\\it's\"\n")]
    public void Only_the_line_of_a_setting_changes(string before, string name, string? value, string after) =>
        Assert.Equal(after.ReplaceLineEndings(before.Contains('\r', StringComparison.Ordinal) ? "\r\n" : before.Length > 0 && before.Contains('\n', StringComparison.Ordinal) ? "\n" : Environment.NewLine),
            EnvFileWriter.Change(before, [new(name, value)]));

    [Fact]
    public void The_example_keeps_every_line_whatever_is_set_in_it()
    {
        var example = File.ReadAllText(Path.Combine(Repository.Root, ".env.example"));
        var names = Setting.All.Where(setting => !setting.IsSwitch).Select(setting => setting.Name).ToList();

        var set = EnvFileWriter.Change(example, names.Select(name => KeyValuePair.Create(name, (string?)"1")));

        Assert.Equal(names.Count, EnvFile.Parse(set.Split('\n')).Values.Count);
        Assert.Equal(example, EnvFileWriter.Change(set, names.Select(name => KeyValuePair.Create(name, (string?)null))));
    }

    [Fact]
    public void A_value_of_two_lines_is_refused() => Assert.Throws<ArgumentException>(() => EnvFileWriter.Change("", [new("DB_PATH", "a\nRIOT_API_KEY=b")]));

    [Fact]
    public void A_file_that_was_not_there_is_for_its_owner_alone()
    {
        EnvFileWriter writer = new(_folder.Path);
        Assert.Equal("", writer.Read());

        writer.Write("LOG_LEVEL=Off\n");

        Assert.Equal("LOG_LEVEL=Off\n", File.ReadAllText(_folder.File(".env")));
        Assert.Equal([".env"], _folder.Files);
        AssertMode(OwnersAlone);
    }

    [Theory]
    [InlineData("LOG_LEVEL=Off\n", OwnersAlone | UnixFileMode.GroupRead)]
    [InlineData("LOG_LEVEL=Off\nRIOT_API_KEY=abc\n", OwnersAlone)]
    public void Who_may_read_it_stays_unless_it_gets_a_secret(string text, UnixFileMode mode)
    {
        _folder.Write(".env", "# old\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(_folder.File(".env"), OwnersAlone | UnixFileMode.GroupRead);
        }

        new EnvFileWriter(_folder.Path).Write(text);

        AssertMode(mode);
    }

    [Fact]
    public void A_full_disk_leaves_the_file_as_it_was()
    {
        _folder.Write(".env", "# old\n");
        EnvFileWriter writer = new(_folder.Path) { Open = (path, _) => new FullDisk(path) };

        Assert.Throws<IOException>(() => writer.Write(new string('x', 9_000)));

        Assert.Equal("# old\n", File.ReadAllText(_folder.File(".env")));
        Assert.Equal([".env"], _folder.Files);
    }

    [Fact]
    public void A_file_that_is_read_only_is_not_replaced()
    {
        _folder.Write(".env", "# old\n");
        File.SetAttributes(_folder.File(".env"), FileAttributes.ReadOnly);

        Assert.Throws<UnauthorizedAccessException>(() => new EnvFileWriter(_folder.Path).Write("LOG_LEVEL=Off\n"));

        Assert.Equal("# old\n", File.ReadAllText(_folder.File(".env")));
        File.SetAttributes(_folder.File(".env"), FileAttributes.Normal);
    }

    [UnixFact]
    public void A_link_stays_one_and_the_file_behind_it_is_replaced()
    {
        using TemporaryFolder elsewhere = new();
        File.CreateSymbolicLink(_folder.File(".env"), elsewhere.Write("mnm.env", "# old\n"));

        new EnvFileWriter(_folder.Path).Write("# new\n");

        Assert.NotNull(File.ResolveLinkTarget(_folder.File(".env"), returnFinalTarget: false));
        Assert.Equal("# new\n", File.ReadAllText(elsewhere.File("mnm.env")));
    }

    public void Dispose() => _folder.Dispose();

    private void AssertMode(UnixFileMode mode)
    {
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(mode, File.GetUnixFileMode(_folder.File(".env")));
        }
    }

    /// <summary>Takes some bytes and no more.</summary>
    private sealed class FullDisk(string path) : FileStream(path, FileMode.CreateNew)
    {
        public override void Write(ReadOnlySpan<byte> buffer)
        {
            base.Write(buffer[..4_096]);
            throw new IOException("No space left on device");
        }
    }
}
