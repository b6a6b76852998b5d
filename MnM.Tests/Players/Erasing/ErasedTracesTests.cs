using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MnM.Collector.Live;
using MnM.Collector.Live.Recording;
using MnM.Collector.Matches;
using MnM.Collector.Players;
using MnM.Collector.Players.Erasing;
using MnM.Collector.Riot;
using MnM.Collector.Storage;
using MnM.Tests.Hosting;
using MnM.Tests.Live.Pages;

namespace MnM.Tests.Players.Erasing;

/// <summary>By what people are found who are to be erased, and what comes of them later.</summary>
public sealed class ErasedTracesTests : ErasingContext
{
    private readonly Witness _witness = new();
    private readonly Latecomer _latecomer = new();

    [Fact]
    public async Task Who_changed_the_Riot_ID_goes_from_games_that_know_the_name_of_that_day()
    {
        await AddAsync([.. Player("New", "EUW"), Match, Seat(1, Theirs, "Alt", "EUW"), .. Watched("Alt", "EUW")]);

        Assert.Equal(HttpStatusCode.OK, await EraseAsync("New-EUW"));

        await AssertNamelessAsync();
    }

    [Fact]
    public async Task Whose_name_Riot_gave_to_another_is_erased_by_the_id()
    {
        await AddAsync([.. Player(null, null), Match, Seat(1, Theirs, "Alt", "EUW"), .. Watched("Alt", "EUW")]);

        Assert.Equal(HttpStatusCode.OK, await EraseAsync(Theirs));

        await AssertNamelessAsync();
    }

    [Fact]
    public async Task A_name_without_a_tag_is_no_Riot_ID()
    {
        await AddAsync([.. Player("New", "EUW"), Match, Seat(1, Theirs, "Alt", ""), .. Watched("Alt", "")]);

        Assert.Equal(HttpStatusCode.OK, await EraseAsync("New-EUW"));

        await using var db = await ContextAsync();
        Assert.Equal("Alt", (await db.PlayersInGames.SingleAsync()).GameName);
    }

    [Theory]
    [InlineData("strange R-euw")]
    [InlineData("Stranger%23EUW")]
    public async Task Who_is_no_player_and_stands_in_matches_of_others_can_be_erased(string path)
    {
        await AddAsync([Match, Seat(1, Theirs, "Stranger", "EUW"), Seat(2, Others, "Stranger", "NA1"), Seat(3, Others, "Other", "EUW"), .. Watched("Stranger", "EUW")]);

        Assert.Equal(HttpStatusCode.OK, await EraseAsync(path));

        await AssertNamelessAsync();
        await using var db = await ContextAsync();
        Assert.Equal(["Stranger#NA1", "Other#EUW"], await db.MatchParticipants.Where(one => one.Puuid == Others).OrderBy(one => one.Number).Select(one => one.GameName + "#" + one.TagLine).ToListAsync());
        Assert.Equal(HttpStatusCode.NotFound, await EraseAsync(path));
    }

    [Theory]
    [InlineData("Йож", "рус", "йож-РУС")]
    [InlineData("Jar", "öli", "JAR-Öli")]
    [InlineData("Jar", "e uw", "jar-EUW")]
    public async Task Riot_IDs_are_the_same_in_capitals_and_without_blanks_in_every_script(string name, string tag, string path)
    {
        await AddAsync([Match, Seat(1, Theirs, name, tag), .. Watched(name, tag)]);

        Assert.Equal(HttpStatusCode.OK, await EraseAsync(path));

        await AssertNamelessAsync();
    }

    [Fact]
    public async Task Who_stands_in_a_watched_game_alone_can_be_erased()
    {
        await AddAsync([.. Watched("Stranger", "EUW")]);

        Assert.Equal(HttpStatusCode.OK, await EraseAsync("Stranger-EUW"));

        await AssertNamelessAsync();
    }

    [Fact]
    public async Task The_old_name_of_a_player_erases_nobody()
    {
        await AddAsync([.. Player("New", "EUW"), Match, Seat(1, Theirs, "Alt", "EUW")]);

        Assert.Equal(HttpStatusCode.NotFound, await EraseAsync("Alt-EUW"));
    }

    [Fact]
    public async Task A_stranger_s_events_keep_nobody_from_being_erased()
    {
        string[] payloads =
        [
            """{"EventName":"x","KillerName":"Alt","a":1,"a":2}""",
            """{"EventName":"x","KillerName":"Alt","b":"\ud800"}""",
            $$"""{"EventName":"x","Assisters":{{new string('[', 200)}}"Alt"{{new string(']', 200)}}}""",
        ];
        await AddAsync([.. Player("Alt", "EUW"), .. Watched("Alt", "EUW"), .. payloads.Select((payload, place) => new GameEvent { GameId = -7, Ordinal = place + 1, EventName = "x", Payload = payload })]);

        Assert.Equal(HttpStatusCode.OK, await EraseAsync("Alt-EUW"));

        await using var db = await ContextAsync();
        Assert.Equal(payloads.Select(payload => payload.Replace("\"Alt\"", "\"\"", StringComparison.Ordinal)), await db.GameEvents.Where(told => told.Ordinal > 0).Select(told => told.Payload).ToListAsync());
    }

    [Theory]
    [InlineData("Alt ")]
    [InlineData("Summoner")]
    public async Task Events_free_them_of_the_name_that_the_game_showed_too(string name)
    {
        await AddAsync([.. Player("Alt", "EUW"), .. Watched("Alt", "EUW"), new GameEvent { GameId = -7, Ordinal = 1, EventName = "x", Payload = $$"""{"VictimName":"{{name}}"}""" }]);
        await using var db = await ContextAsync();
        await db.PlayersInGames.ExecuteUpdateAsync(row => row.SetProperty(one => one.DisplayName, "Summoner"));

        Assert.Equal(HttpStatusCode.OK, await EraseAsync("Alt-EUW"));

        Assert.Equal("""{"VictimName":""}""", (await db.GameEvents.SingleAsync(told => told.Ordinal == 1)).Payload);
    }

    [Theory]
    [InlineData("""{"metadata":{"participants":["OTHERS","THEIRS"]},"info":{"participants":[{"participantId":1,"puuid":"OTHERS"},{"participantId":2,"puuid":"THEIRS"}]}}""")]
    [InlineData("""{"metadata":{"participants":["THEIRS","OTHERS"]},"info":{"participants":[{"participantId":2,"puuid":"THEIRS"},{"participantId":1,"puuid":"OTHERS"}]}}""")]
    [InlineData("""{"metadata":{"participants":["OTHERS","THEIRS"]},"info":{}}""")]
    public async Task A_timeline_that_comes_later_does_not_bring_the_id_back(string json)
    {
        json = json.Replace("THEIRS", Theirs, StringComparison.Ordinal).Replace("OTHERS", Others, StringComparison.Ordinal);
        await AddAsync([.. Player("Alt", "EUW"), Match, Seat(1, Others, "Other", "EUW"), Seat(2, Theirs, "Alt", "EUW")]);
        Assert.Equal(HttpStatusCode.OK, await EraseAsync("Alt-EUW"));

        await using var db = await ContextAsync();
        await MatchStore.StoreAsync(db, new MatchTimeline { MatchId = "EUW1_1", FetchedAt = At, Payload = Pack(json) }, CancellationToken.None);

        Assert.Equal(json.Replace(Theirs, ErasedPerson.Nobody, StringComparison.Ordinal), Unpack((await db.MatchTimelines.SingleAsync()).Payload));
    }

    [Fact]
    public async Task What_is_stored_while_somebody_is_erased_is_erased_too()
    {
        var timeline = new MatchTimeline { MatchId = "EUW1_1", FetchedAt = At, Payload = Pack($$$"""{"metadata":{"participants":["{{{Theirs}}}"]}}""") };
        var match = Match;
        match.Id = "EUW1_2";
        await AddAsync([.. Player("Alt", "EUW"), Match, Seat(1, Theirs, "Alt", "EUW")]);
        _latecomer.IsHere = true;
        _latecomer.Comes = () => AddAsync([timeline, match, Seat(1, Theirs, "Alt", "EUW", "EUW1_2")]);

        Assert.IsType<ErasedAnswer.Erased>(await Mnm.App.Services.GetRequiredService<PersonEraser>().EraseAsync(PlayerPath.Of("Alt", "EUW"), CancellationToken.None));

        await using var db = await ContextAsync();
        Assert.Equal($$$"""{"metadata":{"participants":["{{{ErasedPerson.Nobody}}}"]}}""", Unpack((await db.MatchTimelines.SingleAsync()).Payload));
        Assert.Equal([ErasedPerson.Nobody, ErasedPerson.Nobody], await db.MatchParticipants.Select(one => one.Puuid).ToListAsync());
    }

    [Fact]
    public async Task Two_who_shared_a_match_and_are_erased_at_once_are_both_gone_from_it()
    {
        const string json = """{"metadata":{"participants":["THEIRS","OTHERS"]}}""";
        var payload = json.Replace("THEIRS", Theirs, StringComparison.Ordinal).Replace("OTHERS", Others, StringComparison.Ordinal);
        await AddAsync([Match, new MatchPayload { Id = "EUW1_1", Payload = Pack(payload) }, Seat(1, Theirs, "Alt", "EUW"), Seat(2, Others, "Other", "EUW")]);
        var eraser = Mnm.App.Services.GetRequiredService<PersonEraser>();
        var (first, second, other) = (PlayerPath.Of("Alt", "EUW"), PlayerPath.Of("Other", "EUW"), Task.FromResult<ErasedAnswer>(new ErasedAnswer.Unknown()));
        _latecomer.IsHere = true;
        _latecomer.Comes = async () =>
        {
            // Time enough for the other to be done with, were it not to wait.
            other = eraser.EraseAsync(second, CancellationToken.None);
            for (var look = 0; look < 500 && !other.IsCompleted; look++)
            {
                await Task.Run(async () =>
                {
                    await using var looks = await ContextAsync();
                    return await looks.MatchParticipants.AnyAsync(one => one.GameName == "Other");
                });
            }
        };

        Assert.IsType<ErasedAnswer.Erased>(await eraser.EraseAsync(first, CancellationToken.None));
        Assert.IsType<ErasedAnswer.Erased>(await other);

        await using var db = await ContextAsync();
        Assert.Equal(json.Replace("THEIRS", ErasedPerson.Nobody, StringComparison.Ordinal).Replace("OTHERS", ErasedPerson.Nobody, StringComparison.Ordinal), Unpack((await db.MatchPayloads.SingleAsync()).Payload));
    }

    [Fact]
    public async Task Others_write_while_somebody_is_erased_and_no_page_waits()
    {
        _witness.Contexts = Mnm.App.Services.GetRequiredService<IDbContextFactory<MnmDbContext>>();
        await AddAsync([.. Player("Alt", "EUW"), Match, Seat(1, Theirs, "Alt", "EUW"), .. Watched("Alt", "EUW")]);
        var eraser = Mnm.App.Services.GetRequiredService<PersonEraser>();

        var page = new SynchronizationContext();
        SynchronizationContext.SetSynchronizationContext(page);
        var erasing = eraser.EraseAsync(PlayerPath.Of("Alt", "EUW"), CancellationToken.None);
        SynchronizationContext.SetSynchronizationContext(null);
        await erasing;

        Assert.Equal((1, false), (_witness.Writes, _witness.IsOnPage));
    }

    [Fact]
    public async Task Who_plays_in_the_game_that_runs_is_erased_when_it_is_over()
    {
        var game = LiveViews.Rift();
        var player = game.Players[0];
        await AddAsync([.. Player(player.GameName, player.TagLine)]);
        var path = Uri.EscapeDataString($"{player.GameName}-{player.TagLine}");
        Mnm.Publish(LiveViews.InGame(game));

        Assert.Equal(HttpStatusCode.Conflict, await EraseAsync(path));
        await using (var db = await ContextAsync())
        {
            Assert.True(await db.Players.AnyAsync());
        }

        Mnm.Publish(LiveState.Starting);
        Assert.Equal(HttpStatusCode.OK, await EraseAsync(path));
    }

    private protected override void Configure(IServiceCollection services)
    {
        services.AddSingleton<IPersonTraces>(_witness);
        services.ConfigureDbContext<MnmDbContext>(options => options.AddInterceptors(_latecomer));
    }

    private static IEnumerable<object> Player(string? name, string? tag) =>
    [
        new Player { Id = 1, GameName = name, TagLine = tag, RiotIdKey = name is null ? null : PlayerQueries.KeyOf(name, tag!), SeenAt = At },
        new PlayerPuuid { Product = RiotProduct.League, Puuid = Theirs, PlayerId = 1 },
    ];

    private static Match Match => new() { Id = "EUW1_1", Platform = "euw1", Mode = "CLASSIC", GameVersion = "", Patch = "", FetchedAt = At };

    private static MatchParticipant Seat(int number, string puuid, string name, string tag, string match = "EUW1_1") => new()
    {
        MatchId = match,
        Number = number,
        Puuid = puuid,
        ChampionName = "Ahri",
        Position = "",
        Items = "",
        GameName = name,
        TagLine = tag,
    };

    private static IEnumerable<object> Watched(string name, string tag) =>
    [
        new Game { Id = -7, GameMode = "CLASSIC", MapName = "Map11", StartedAt = At, LastPolledAt = At },
        new GameSnapshot { GameId = -7, PolledAt = At, Keyframe = true, Payload = Pack($$"""{"riotId":"{{name}}#{{tag}}"}""") },
        new GameEvent { GameId = -7, Ordinal = 0, EventName = "ChampionKill", Payload = $$"""{"KillerName":"{{name}}"}""" },
        new PlayerInGame
        {
            GameId = -7, Slot = 0, Team = "ORDER", ChampionName = "Ahri", ChampionAlias = "Ahri", DisplayName = name, GameName = name, TagLine = tag, Position = "", Items = "",
        },
    ];

    private async Task AssertNamelessAsync()
    {
        await using var db = await ContextAsync();
        var seat = await db.PlayersInGames.SingleAsync();
        Assert.Equal(("", "", "", false), (seat.GameName, seat.TagLine, seat.DisplayName, await db.GameSnapshots.AnyAsync()));
        Assert.Equal("""{"KillerName":""}""", (await db.GameEvents.SingleAsync()).Payload);
        Assert.False(await db.MatchParticipants.AnyAsync(one => one.Puuid == Theirs || (one.Puuid == ErasedPerson.Nobody && one.TagLine != "")));
        Assert.False(await db.Players.AnyAsync());
    }

    /// <summary>Writes as the recorder does, after one slice and before the next.</summary>
    private sealed class Witness : IPersonTraces
    {
        public IDbContextFactory<MnmDbContext>? Contexts { get; set; }

        public int Writes { get; private set; }

        public bool IsOnPage { get; private set; }

        public async Task EraseAsync(MnmDbContext db, ErasedPerson person, CancellationToken cancellationToken)
        {
            if (Contexts is not null)
            {
                IsOnPage = SynchronizationContext.Current is not null;
                await using var other = await Contexts.CreateDbContextAsync(cancellationToken);
                Writes += await other.Games.ExecuteUpdateAsync(game => game.SetProperty(row => row.IsStarred, true), cancellationToken);
            }
        }
    }
}
