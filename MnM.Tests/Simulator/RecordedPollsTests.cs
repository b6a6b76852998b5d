using System.IO.Compression;
using System.Text;
using MnM.Simulator;
using MnM.Simulator.World;

namespace MnM.Tests.Simulator;

public sealed class RecordedPollsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("mnm-tests-").FullName;

    [Fact]
    public async Task Recorded_polls_come_byte_for_byte_and_then_the_port_closes()
    {
        string[] polls = ["{ \"activePlayer\":{\"summonerName\":\"A\"},\r\n\"gameData\" : {\"gameTime\":1.50}}", "{\"gameData\":2}", "{\"gameData\":3}"];
        var (json, lines) = (Path.Combine(_folder, "one.json"), Path.Combine(_folder, "rest.jsonl.gz"));
        await File.WriteAllTextAsync(json, polls[0], LiveClientFixture.Soon);
        await using (var packed = new GZipStream(File.Create(lines), CompressionMode.Compress))
        {
            await packed.WriteAsync(Encoding.UTF8.GetBytes($"{polls[1]}\n{polls[2]}\n"), LiveClientFixture.Soon);
        }

        await using var live = await LiveClientFixture.StartAsync(new SimulatorOptions { Polls = [json, lines] });
        await live.AdvanceAsync(2, GameStage.Playing);
        Assert.Equal("\"A\"", await BodyAsync(live, "activeplayername"));
        foreach (var poll in polls)
        {
            Assert.Equal(poll, await BodyAsync(live, "allgamedata"));
        }

        await live.Host.Games.WaitForAsync(GameStage.Closed, LiveClientFixture.Soon);
        await live.AssertRefusedAsync();
    }

    [Fact]
    public async Task A_ready_answer_goes_before_the_game()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "liveclientdata"));
        await File.WriteAllTextAsync(Path.Combine(_folder, "liveclientdata", "activeplayername.json"), "\"Ready \"", LiveClientFixture.Soon);
        await using var live = await LiveClientFixture.StartPlayingAsync(new SimulatorOptions { Responses = _folder });

        Assert.Equal("\"Ready \"", await BodyAsync(live, "activeplayername"));
        Assert.NotNull((await live.ReadAsync("/liveclientdata/gamestats"))["gameTime"]);
    }

    [Fact]
    public void A_ready_answer_lies_below_its_folder_or_nowhere()
    {
        File.WriteAllText(_folder + ".json", "{}");
        var files = new ResponseFiles(_folder);

        Assert.Null(files.Find("/../" + Path.GetFileName(_folder)));
        File.Delete(_folder + ".json");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static async Task<string> BodyAsync(LiveClientFixture live, string name)
    {
        using var response = await live.GetAsync("/liveclientdata/" + name);
        return await response.Content.ReadAsStringAsync(LiveClientFixture.Soon);
    }
}
