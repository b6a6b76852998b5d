using System.Text.Json.Nodes;
using MnM.Collector.Live.Recording.Files;
using static MnM.Tests.Live.Recording.GameFiles;

namespace MnM.Tests.Live.Recording;

/// <summary>Game files of strangers: whatever they hold, they are refused or are no more than a game.</summary>
public sealed class HostileGameFileTests
{
    private const string Damaged = "This is no game file, or it is damaged.";
    private const string NoGameTells = "The game file holds what no game tells.";

    [Fact]
    public async Task Names_that_hold_SQL_and_markup_are_only_names()
    {
        const string Name = "<b>x</b>'); DROP TABLE games; --";
        await using var from = await LiveRun.StartAsync();
        await using var to = await LiveRun.StartAsync();
        await from.PollAsync(Polls.Response(60, response => response.Players()[3]!["riotIdGameName"] = Name), after: 6);
        await EndAsync(from, 1);

        var id = (await OpenAsync(to, await WriteAsync(from, 1))).GameId!.Value;

        Assert.Equal(Name, (await to.Games.FindAsync(id, CancellationToken.None))!.Players[3].GameName);
    }

    [Fact]
    public async Task What_is_cut_off_at_any_place_is_refused()
    {
        await using var run = await LiveRun.StartAsync();
        var file = await WriteAsync(run, await PlayAsync(run, 20));
        for (var length = 0; length < file.Length; length += 1 + (file.Length / 60))
        {
            await AssertRefusedAsync(run, file[..length]);
        }

        var lines = Lines(file);
        for (var count = 0; count < lines.Count; count++)
        {
            await AssertRefusedAsync(run, Pack(lines.Take(count)));
        }
    }

    [Fact]
    public async Task Whatever_bit_is_flipped_the_file_is_refused_or_the_same_game()
    {
        await using var run = await LiveRun.StartAsync();
        var file = await WriteAsync(run, await PlayAsync(run, 20));
        var id = (await OpenAsync(run, file)).GameId;
        var random = new Random(3);
        for (var round = 0; round < 150; round++)
        {
            var flipped = file.ToArray();
            flipped[random.Next(flipped.Length)] ^= (byte)(1 << random.Next(8));
            var opened = await OpenAsync(run, flipped);
            Assert.True(opened.Fault is not null || (opened.GameId == id && !opened.IsNew), $"round {round}");
        }

        Assert.Equal(2, (await run.Games.ListAsync(onlyMatched: false, 10, 0, CancellationToken.None)).Total);
    }

    [Fact]
    public async Task A_file_that_was_changed_since_it_was_written_is_refused()
    {
        await using var run = await LiveRun.StartAsync();
        var lines = Lines(await WriteAsync(run, await PlayAsync(run, 20)));
        lines[1] = lines[1].Replace("Player 7", "Player 8", StringComparison.Ordinal);

        Assert.Equal(Damaged, (await OpenAsync(run, Pack(lines))).Fault);
        Assert.True((await OpenAsync(run, Pack(Signed(lines)))).IsNew);
    }

    [Theory]
    [InlineData(0, "\"version\":1", "\"version\":2", "This file was made by a newer MnM.")]
    [InlineData(0, "\"version\":1", "\"version\":0", Damaged)]
    [InlineData(0, "mnmgame", "other", "This is no game file.")]
    [InlineData(0, "\"format\":\"mnmgame\",", "", Damaged)]
    [InlineData(0, "\"polls\":21", "\"polls\":-1", Damaged)]
    [InlineData(0, "\"polls\":21", "\"polls\":300000", Damaged)]
    [InlineData(0, "\"polls\":21", "\"polls\":20", Damaged)]
    [InlineData(0, "\"started_at\":\"20", "\"started_at\":\"99", "The game file tells a time at which no game can have been.")]
    [InlineData(0, "\"end_reason\":\"game_end\"", "\"end_reason\":\"<b>over</b>\"", "The game file holds words that no game has.")]
    [InlineData(1, "\"at\":\"20", "\"at\":\"10", Damaged)]
    [InlineData(1, "\"response\"", "\"delta\"", Damaged)]
    [InlineData(1, "\"at\"", "\"gap\":\"no reason\",\"at\"", Damaged)]
    [InlineData(1, "CLASSIC", "BRAWL", "Riot does not approve that Brawl is kept or shown, so MnM does not open it.")]
    [InlineData(1, "\"gameTime\":60", "\"gameTime\":1e300", "The game file holds what no game tells.")]
    [InlineData(2, "\"delta\":", "\"delta\":{\"allPlayers\":{\"#\":2000000000}},\"x\":", Damaged)]
    [InlineData(2, "\"delta\":", "\"delta\":{\"nowhere\":{\"a\":[1]}},\"x\":", Damaged)]
    [InlineData(2, "\"delta\":", "\"delta\":7,\"x\":", Damaged)]
    public async Task A_file_that_proves_itself_and_holds_nonsense_is_refused(int line, string was, string now, string fault)
    {
        await using var run = await LiveRun.StartAsync();
        var lines = Lines(await WriteAsync(run, await PlayAsync(run, 20)));
        Assert.Contains(was, lines[line], StringComparison.Ordinal);
        lines[line] = lines[line].Replace(was, now, StringComparison.Ordinal);

        var opened = await OpenAsync(run, Pack(Signed(lines)));

        Assert.Equal(fault, opened.Fault);
        Assert.Equal(1, (await run.Games.ListAsync(onlyMatched: false, 10, 0, CancellationToken.None)).Total);
    }

    [Fact]
    public async Task A_name_without_end_is_refused()
    {
        await using var run = await LiveRun.StartAsync();
        var lines = Lines(await WriteAsync(run, await PlayAsync(run, 20)));
        lines[1] = lines[1].Replace("\"riotIdGameName\":\"", $"\"riotIdGameName\":\"{new string('x', 100_000)}", StringComparison.Ordinal);

        Assert.Equal("The game file holds what no game tells.", (await OpenAsync(run, Pack(Signed(lines)))).Fault);
    }

    [Fact]
    public async Task A_bomb_is_refused_after_what_a_game_may_have()
    {
        await using var run = await LiveRun.StartAsync();
        var lines = Lines(await WriteAsync(run, await PlayAsync(run, 5)));
        var blanks = new string(' ', 8 * 1024 * 1024);

        var tooLong = await OpenAsync(run, Pack([.. lines.Take(2), blanks + blanks + blanks]));
        var tooMany = await OpenAsync(run, Pack([lines[0].Replace("\"polls\":6", "\"polls\":100000", StringComparison.Ordinal), lines[1], .. Enumerable.Repeat(lines[2] + blanks[..1_000_000], 560)]));

        Assert.Equal("The game file expands to more than any game has.", tooLong.Fault);
        Assert.Equal("The game file expands to more than any game has.", tooMany.Fault);
    }

    [Fact]
    public async Task An_answer_that_is_larger_than_any_games_is_refused()
    {
        await using var run = await LiveRun.StartAsync();
        var lines = Lines(await WriteAsync(run, await PlayAsync(run, 5)));
        lines[1] = lines[1].Replace("\"response\":{", $"\"response\":{{\"unknown\":\"{new string('x', 1_200_000)}\",", StringComparison.Ordinal);

        Assert.Equal("The game file expands to more than any game has.", (await OpenAsync(run, Pack(Signed(lines)))).Fault);
    }

    [Fact]
    public async Task Lists_that_multiply_each_other_are_refused()
    {
        await using var run = await LiveRun.StartAsync();
        var lines = Lines(await WriteAsync(run, await PlayAsync(run, 5)));
        lines[1] = lines[1].Replace("\"response\":{", "\"response\":{\"a\":[[[\"long enough to matter\"]]],", StringComparison.Ordinal);
        var copies = $"{{\"#\":1000,\"@\":[{string.Join(',', Enumerable.Repeat("0", 1000))}]}}";
        string[] deltas = [$"{{\"a\":{{\"0\":{{\"0\":{copies}}}}}}}", $"{{\"a\":{{\"0\":{copies}}}}}", $"{{\"a\":{copies}}}"];
        var before = lines[2][..lines[2].IndexOf("\"delta\"", StringComparison.Ordinal)];

        var opened = await OpenAsync(run, Pack(Signed([lines[0].Replace("\"polls\":6", "\"polls\":4", StringComparison.Ordinal), lines[1], .. deltas.Select(delta => $"{before}\"delta\":{delta}}}"), lines[^1]])));

        Assert.Equal(Damaged, opened.Fault);
    }

    [Theory]
    [InlineData("people", 64)]
    [InlineData("items", 64)]
    [InlineData("events", 20_000)]
    [InlineData("letters of an event", 8 * 1024)]
    public async Task Of_everything_there_may_be_so_much_and_not_one_more(string what, int most)
    {
        await using var run = await LiveRun.StartAsync();
        await run.PollAsync(Polls.Response(60), after: 6);
        await EndAsync(run, 1);
        var lines = Lines(await WriteAsync(run, 1));

        var refused = await OpenAsync(run, Pack(Signed([lines[0], With(lines[1], what, most + 1), lines[2]])));
        var opened = await OpenAsync(run, Pack(Signed([lines[0], With(lines[1], what, most), lines[2]])));

        Assert.Equal(NoGameTells, refused.Fault);
        Assert.Null(opened.Fault);
        Assert.Equal(2, (await run.Games.ListAsync(onlyMatched: false, 10, 0, CancellationToken.None)).Total);
    }

    [Fact]
    public async Task A_curve_that_is_longer_than_any_games_is_refused()
    {
        await using var run = await LiveRun.StartAsync();
        await run.PollAsync(Polls.Response(0, response => response["allPlayers"] = new JsonArray([.. Enumerable.Range(0, 64).Select(Player)])), after: 6);
        await EndAsync(run, 1);
        var lines = Lines(await WriteAsync(run, 1));
        const int Enough = (200_000 / 64) + 1;
        var head = lines[0].Replace("\"polls\":1", $"\"polls\":{Enough}", StringComparison.Ordinal);
        var polls = Enumerable.Range(1, Enough - 1).Select(step => $"{At(lines[1])}\"delta\":{{\"gameData\":{{\"gameTime\":[{step * 10}]}}}}}}");

        Assert.Equal(NoGameTells, (await OpenAsync(run, Pack(Signed([head, lines[1], .. polls, lines[2]])))).Fault);

        static JsonNode Player(int number) => new JsonObject { ["riotId"] = $"{number}#MNM", ["team"] = "ORDER" };
    }

    [Fact]
    public async Task Small_changes_of_large_answers_are_refused_after_4_GB()
    {
        await using var run = await LiveRun.StartAsync();
        await run.PollAsync(Polls.Response(60), after: 6);
        await EndAsync(run, 1);
        var lines = Lines(await WriteAsync(run, 1));
        const int Large = 1_030_000;
        const long Enough = (4L * 1024 * 1024 * 1024 / Large) + 1;
        lines[0] = lines[0].Replace("\"polls\":1", $"\"polls\":{Enough}", StringComparison.Ordinal);
        lines[1] = $"{At(lines[1])}\"response\":{{\"unknown\":\"{new string('x', Large)}\"}}}}";
        using var file = new MemoryStream(Pack(Signed([.. lines[..2], .. Enumerable.Range(1, (int)Enough - 1).Select(n => $"{At(lines[1])}\"delta\":{{\"n\":[{n}]}}}}"), lines[2]])));
        var polls = 0;

        var refused = await Assert.ThrowsAsync<RefusedFileException>(() => GameFileReader.ReadAsync(file, run.Clock.GetUtcNow(), (_, _) => polls++, CancellationToken.None));

        Assert.Equal(GameFileReader.TooLarge, refused.Message);
        Assert.InRange(polls, Enough - 20, Enough - 1);
    }

    /// <summary>A poll up to what it tells.</summary>
    private static string At(string line) => line[..line.IndexOf("\"response\"", StringComparison.Ordinal)];

    private static string With(string line, string what, int count)
    {
        var poll = JsonNode.Parse(line)!;
        var response = poll["response"]!.AsObject();
        switch (what)
        {
            case "people":
                response["allPlayers"] = new JsonArray([.. Enumerable.Range(0, count).Select(number => Polls.Player(number, "ORDER"))]);
                break;
            case "items":
                response.Players()[3]!["items"] = new JsonArray([.. Enumerable.Range(0, count).Select(slot => Polls.Item(1055, slot, 450))]);
                break;
            case "events":
                response["events"]!["Events"] = new JsonArray([.. Enumerable.Range(0, count).Select(number => Polls.Event(number, "", number))]);
                break;
            default:
                var told = Polls.Event(0, "GameStart", 0, ("more", ""));
                told["more"] = new string('x', count - told.ToJsonString().Length);
                response["events"]!["Events"] = new JsonArray(told);
                break;
        }

        return poll.ToJsonString();
    }

    private static async Task AssertRefusedAsync(LiveRun run, byte[] file)
    {
        var opened = await OpenAsync(run, file);
        Assert.Null(opened.GameId);
        Assert.NotNull(opened.Fault);
        Assert.Equal(1, (await run.Games.ListAsync(onlyMatched: false, 10, 0, CancellationToken.None)).Total);
    }
}
