using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using MnM.Simulator.World;

namespace MnM.Tests.Simulator.Lcu;

public sealed partial class LeagueClientTests
{
    [Fact]
    public async Task The_lockfile_is_there_before_the_client_answers_and_goes_with_it()
    {
        await using var machine = new LcuMachine();
        var client = machine.Machine.Client;
        Assert.False(File.Exists(client.LockfilePath));

        await client.LaunchAsync();
        Assert.Matches(LockfileLine(), machine.LockfileText);
        Assert.Equal($"LeagueClient:{client.ProcessId}:{client.Port}:{client.Password}:https", machine.LockfileText);
        await AssertRefusedAsync(machine);

        await client.ListenAsync(LcuMachine.Soon);
        Assert.Equal("\"None\"", (await machine.GetAsync("/lol-gameflow/v1/gameflow-phase")).Body);
        Assert.True(client.HasProcess(client.ProcessId));

        await client.CloseAsync();
        Assert.False(File.Exists(client.LockfilePath));
        Assert.False(client.IsRunning);
    }

    [Fact]
    public async Task A_crash_leaves_the_lockfile_and_the_next_start_overwrites_it_in_place()
    {
        await using var machine = await LcuMachine.StartAsync();
        var client = machine.Machine.Client;
        var (stale, id) = (machine.LockfileText, client.ProcessId);
        using var reader = new FileStream(client.LockfilePath, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);

        await client.CrashAsync();
        Assert.Equal(stale, machine.LockfileText);
        Assert.False(client.HasProcess(id));
        await AssertRefusedAsync(machine);

        await client.StartAsync(LcuMachine.Soon);
        var fresh = machine.LockfileText;
        Assert.True(stale.Split(':').Zip(fresh.Split(':')).Skip(1).Take(3).All(pair => pair.First != pair.Second));

        // Whoever had the old file open reads the new line: it is the same file.
        using var text = new StreamReader(reader);
        Assert.Equal(fresh, await text.ReadToEndAsync(LcuMachine.Soon));
        Assert.Equal("\"None\"", (await machine.GetAsync("/lol-gameflow/v1/gameflow-phase")).Body);
    }

    [Fact]
    public async Task A_client_that_comes_back_shows_where_the_evening_is_by_then()
    {
        await using var machine = await LcuMachine.StartAsync();
        var game = GameSupply.Written(1).Next(0)!;
        await machine.Machine.Client.CloseAsync();
        await machine.ShowAsync(GameflowPhase.InProgress, game);

        await machine.Machine.Client.StartAsync(LcuMachine.Soon);
        Assert.Equal(game.Script.GameId, (long)(await machine.ReadAsync("/lol-gameflow/v1/session"))["gameData"]!["gameId"]!);
    }

    [Theory]
    [InlineData("/lol-gameflow/v1/session", "RPC_ERROR", "No gameflow session exists.")]
    [InlineData("/lol-lobby/v2/lobby", "RPC_ERROR", "LOBBY_NOT_FOUND")]
    [InlineData("/lol-champ-select/v1/session", "RPC_ERROR", "No active delegate")]
    [InlineData("/lol-end-of-game/v1/eog-stats-block", "RPC_ERROR", null)]
    [InlineData("/lol-nothing/v1/at-all", "RESOURCE_NOT_FOUND", null)]
    public async Task What_is_not_there_has_a_code_and_a_sentence(string path, string code, string? message)
    {
        await using var machine = await LcuMachine.StartAsync();

        var (status, body) = await machine.GetAsync(path);
        var error = JsonNode.Parse(body)!.AsObject();
        Assert.Equal(HttpStatusCode.NotFound, status);
        Assert.Equal(["errorCode", "httpStatus", "implementationDetails", "message"], error.Select(field => field.Key));
        Assert.Equal((code, 404), ((string?)error["errorCode"], (int)error["httpStatus"]!));
        Assert.True(message is null || message == (string?)error["message"]);
    }

    [Fact]
    public async Task Another_account_logs_in()
    {
        await using var machine = await LcuMachine.StartAsync();
        var before = await machine.ReadAsync("/lol-summoner/v1/current-summoner");

        await machine.Machine.Evening.TakeAsync(new EveningStep(TimeSpan.Zero) { Account = Account.Second });
        var after = await machine.ReadAsync("/lol-summoner/v1/current-summoner");
        Assert.Equal(Account.Second.GameName, (string?)after["gameName"]);
        Assert.NotEqual((string?)before["puuid"], (string?)after["puuid"]);
        Assert.True(Guid.TryParse((string?)after["puuid"], out _));
    }

    [Fact]
    public async Task It_tells_where_the_account_plays()
    {
        await using var machine = await LcuMachine.StartAsync();
        var region = await machine.ReadAsync("/riotclient/region-locale");
        Assert.Equal(["locale", "region", "webLanguage", "webRegion"], region.AsObject().Select(field => field.Key));
        Assert.Equal("EUW", (string?)region["region"]);

        await machine.Machine.Evening.TakeAsync(new EveningStep(TimeSpan.Zero) { Account = Account.Second with { Platform = "LA1" } });
        Assert.Equal("LAN", (string?)(await machine.ReadAsync("/riotclient/region-locale"))["region"]);
    }

    private static async Task AssertRefusedAsync(LcuMachine machine)
    {
        var failure = await Assert.ThrowsAsync<HttpRequestException>(() => machine.GetAsync("/lol-gameflow/v1/gameflow-phase"));
        Assert.Equal(HttpRequestError.ConnectionError, failure.HttpRequestError);
        Assert.Equal(SocketError.ConnectionRefused, Assert.IsType<SocketException>(failure.InnerException).SocketErrorCode);
    }

    [GeneratedRegex("^LeagueClient:[0-9]+:[0-9]+:[A-Za-z0-9_-]{22}:https$")]
    private static partial Regex LockfileLine();
}
