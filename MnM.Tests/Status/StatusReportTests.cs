using MnM.Collector.Live;
using MnM.Collector.Live.Lcu;
using MnM.Simulator;
using MnM.Tests.Live.Pages;
using MnM.Web.Status;

namespace MnM.Tests.Status;

public sealed class StatusReportTests
{
    private const string Password = "Zx9-Ab_cDeFgHiJkLmNoPq";
    private const string Key = "RGAPI-01234567-89ab-cdef-0123-456789abcdef";
    private const string ClientPuuid = "6d270db4-55b6-5848-ae1f-0b031c8c9d97";

    private static readonly LiveOptions Options = new() { Url = new("https://127.0.0.1:2999") };
    private static readonly string ApiPuuid = new('x', 78);
    private static readonly string Home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);

    [Fact]
    public void The_text_holds_no_password_key_or_name_of_anybody()
    {
        var clock = new SimulatorClock();
        var answers = new AnswerLog(clock);
        answers.Add(AnswerSource.Client, LcuClient.Phase, 0, $"{Home}/MnM/keys cannot be read; the command line was --remoting-auth-token={Password} --app-port=1", default, 0);
        answers.Add(AnswerSource.Game, $"by-puuid/{ApiPuuid}", 0, $"LeagueClient:4711:51234:{Password}:https and {Key}", default, 0);
        var client = ClientViews.Open() with
        {
            Account = new("Nightjar", "INV", ClientPuuid, 231, 29),
            Place = new("/Users/ada/Games/League/lockfile", 4711, 51234),
            ChampSelect = ClientViews.ChampSelect(),
            Lobby = ClientViews.Lobby(),
        };
        var state = ClientViews.State(client, "ChampSelect", LiveConnection.Lost, LiveViews.Rift()) with
        {
            Fault = new($@"C:\Users\Ada Lovelace\MnM\mnm.db of {ClientPuuid} broke off", LiveViews.At),
        };

        var text = StatusReport.Of(state, answers, Facts($"{Home}/.local/share/MnM/mnm.db"), $"{Home} is full", Options, LiveViews.At);

        foreach (var secret in new[] { Password, Key, ClientPuuid, ApiPuuid, Home, "ada", "Ada Lovelace", "Nightjar", "PaperCrane", "secret-puuid" })
        {
            Assert.DoesNotContain(secret, text, StringComparison.OrdinalIgnoreCase);
        }

        Assert.Contains("found by usual folder, process 4711, port 51234", text, StringComparison.Ordinal);
        Assert.Contains(@"~\MnM\mnm.db", text, StringComparison.Ordinal);
        Assert.Contains("- mnm.db, 1.0 MB", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(@"D:\Spiele\Ada Lovelace\League\lockfile", @"D:\Spiele\Ada Lovelace\League", "setting")]
    [InlineData(@"\\nas\home$\ada\lockfile", @"\\nas\home$\ada", "setting")]
    [InlineData(@"D:\Riot Games\ada\lockfile", null, "usual folder")]
    [InlineData("command line", null, "command line")]
    public void Where_the_client_lies_is_told_without_its_path(string source, string? setting, string told)
    {
        var client = ClientViews.Open() with
        {
            Place = new(source, 4711, 51234),
            Fault = new($"MnM may not read '{source}'. If the League client was started as administrator, …", LiveViews.At),
        };
        var state = ClientViews.State(client, "None", LiveConnection.Waiting, null) with { Fault = new($"The root cannot be read: Could not find file '{source}'.", LiveViews.At) };
        var text = StatusReport.Of(state, new AnswerLog(new SimulatorClock()), Facts("/mnt/ada lovelace/mnm.db"), null, new() { ClientPath = setting }, LiveViews.At);

        Assert.Contains($"- found by {told}, process 4711", text, StringComparison.Ordinal);
        Assert.DoesNotContain("ada", text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void The_text_tells_what_one_needs_to_understand_a_fault()
    {
        var clock = new SimulatorClock();
        var answers = new AnswerLog(clock);
        answers.Add(AnswerSource.Game, LiveClient.AllGameData, 200, null, TimeSpan.FromMilliseconds(11), 42_617);
        var state = ClientViews.State(ClientViews.Open(), "InProgress", LiveConnection.Lost, LiveViews.Rift()) with { Fault = new("The game did not answer within 2 s.", LiveViews.At) };
        var text = StatusReport.Of(state, answers, Facts("/data/mnm.db"), "The disk is full.", Options, LiveViews.At);

        foreach (var line in new[]
        {
            "- MnM: 1.0.0", "- phase: in_game (InProgress), platform: euw1, logged in: yes", "- Does not answer, at https://127.0.0.1:2999, certificate by Riot’s root certificate",
            "- fault since 20:00:00: The game did not answer within 2 s.", "- recording pauses: The disk is full.", "- 19:59:26 in_game (InProgress)",
            "Game liveclientdata/allgamedata: 200, 1×, 11 ms (longest 11), 42617 bytes", "- mnm.db, 1.0 MB, 12 games, 21650 polls, 120.0 GB free, migrated to 2_Second",
        })
        {
            Assert.Contains(line, text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Without_a_database_the_rest_is_told() =>
        Assert.Contains(
            "## Database\n- does not answer",
            StatusReport.Of(LiveState.Starting, new AnswerLog(new SimulatorClock()), null, null, Options, LiveViews.At),
            StringComparison.Ordinal);

    private static StatusFacts Facts(string path) => new(
        [new("MnM", "1.0.0")], new(path, 1_005_288, 120_000_000_000, "SQLite 3.50.4", ["1_First", "2_Second"], []), 12, 21_650, 1, 1, 80_000_000, LiveViews.At, LiveViews.At);
}
