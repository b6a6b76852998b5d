using System.Net;
using MnM.Collector.Players;
using MnM.Collector.Riot;
using MnM.Tests.History.Import;
using MnM.Tests.Players.Pages;
using MnM.Tests.Riot;

namespace MnM.Tests.Players;

/// <summary>What is asked anew of a player, and what is said where it does not come.</summary>
public sealed class PlayerRefreshTests : ImportContext
{
    private static readonly CancellationToken End = CancellationToken.None;

    public PlayerRefreshTests() => World.Instead = PlayerPageContext.Told;

    [Fact]
    public async Task What_is_not_known_is_asked_for_and_kept()
    {
        await using var run = await StartAsync();
        var refreshed = await RefreshAsync(run, await AnnaAsync(run));
        Assert.Empty(refreshed.Stale);
        Assert.Equal((4568, 47, 41), (refreshed.Player.Profile!.Value.ProfileIcon, refreshed.Player.Ranks!.Value.Solo!.LeaguePoints, refreshed.Player.Masteries!.Value.Of(103).Level));
        Assert.Equal((1, 1, 1), (Asked("/summoner/"), Asked("/league/"), Asked("/champion-mastery/")));
    }

    [Fact]
    public async Task Each_part_is_asked_for_when_it_is_old_and_not_before()
    {
        await using var run = await StartAsync();
        var anna = (await RefreshAsync(run, await AnnaAsync(run))).Player;
        foreach (var (after, profiles, ranks, masteries) in new[] { (9, 1, 1, 1), (2, 1, 2, 1), (55, 1, 3, 2), (24 * 60, 2, 4, 3) })
        {
            run.Clock.Advance(TimeSpan.FromMinutes(after).TotalSeconds);
            anna = (await RefreshAsync(run, anna)).Player;
            Assert.Equal((profiles, ranks, masteries), (Asked("/summoner/"), Asked("/league/"), Asked("/champion-mastery/")));
        }
    }

    [Fact]
    public async Task A_person_gets_all_anew_but_for_what_was_told_a_moment_ago()
    {
        await using var run = await StartAsync();
        var anna = (await RefreshAsync(run, await AnnaAsync(run))).Player;
        Assert.InRange(Get(run).CooldownOf(anna), PlayerRefresh.Cooldown - TimeSpan.FromSeconds(5), PlayerRefresh.Cooldown);
        await RefreshAsync(run, anna, isWanted: true);
        Assert.Equal(1, Asked("/league/"));

        run.Clock.Advance(PlayerRefresh.Cooldown.TotalSeconds);
        Assert.Equal(TimeSpan.Zero, Get(run).CooldownOf(anna));
        await RefreshAsync(run, anna, isWanted: true);
        Assert.Equal((2, 2, 2), (Asked("/summoner/"), Asked("/league/"), Asked("/champion-mastery/")));
    }

    [Fact]
    public async Task What_Riot_does_not_answer_keeps_its_age_and_has_a_reason()
    {
        await using var run = await StartAsync();
        var anna = (await RefreshAsync(run, await AnnaAsync(run))).Player;
        run.Clock.Advance(TimeSpan.FromDays(2).TotalSeconds);
        World.Instead = path => path.Contains("/league/", StringComparison.Ordinal) ? StubRiot.Answer(HttpStatusCode.ServiceUnavailable) : PlayerPageContext.Told(path);
        var stale = Assert.Single((await RefreshAsync(run, anna)).Stale);
        Assert.Equal((PlayerParts.Ranks, anna.Ranks!.At), (stale.Part, stale.At!.Value));
        Assert.Contains("503", stale.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whom_Riot_does_not_place_nothing_can_be_asked_of()
    {
        World.Instead = path => path.Contains("/region/by-game/", StringComparison.Ordinal) ? StubRiot.Answer(HttpStatusCode.NotFound) : PlayerPageContext.Told(path);
        await using var run = await StartAsync();
        var refreshed = await RefreshAsync(run, await AnnaAsync(run));
        Assert.Equal([PlayerParts.Profile, PlayerParts.Ranks, PlayerParts.Masteries], refreshed.Stale.Select(stale => stale.Part));
        Assert.All(refreshed.Stale, stale => Assert.Equal((null, "Riot knows no League of Legends account of this player."), (stale.At, stale.Reason)));
    }

    [Fact]
    public async Task Nobody_waits_longer_than_ten_seconds_and_what_came_before_is_new()
    {
        var silent = new StubRiot(path => path.Contains("/league/", StringComparison.Ordinal) ? null : World.Answer(path));
        await using var slow = await ImportRun.StartAsync(Folder, silent, () => silent.Count, Clock);
        var anna = await AnnaAsync(slow);
        var refreshing = Get(slow).RefreshAsync(anna, PlayerParts.All, isWanted: false, End);
        await slow.AnswerAsync(ToldAsync());
        Clock.Advance(PlayerRefresh.Patience.TotalSeconds);
        var stale = Assert.Single((await refreshing).Stale);
        Assert.Equal((PlayerParts.Ranks, null), (stale.Part, stale.At));

        async Task<bool> ToldAsync()
        {
            while (await slow.Get<PlayerQueries>().FindAsync(anna.Puuid, End) is not { Profile: not null, Masteries: not null } || silent.Asked.All(address => !address.Contains("/league/", StringComparison.Ordinal)))
            {
                await Task.Yield();
            }

            return true;
        }
    }

    [Fact]
    public async Task Only_the_parts_that_are_wanted_are_asked_for()
    {
        await using var run = await StartAsync();
        var anna = await AnnaAsync(run);
        await run.AnswerAsync(Get(run).RefreshAsync(anna, PlayerParts.Ranks, isWanted: false, End));
        Assert.Equal((0, 1, 0), (Asked("/summoner/"), Asked("/league/"), Asked("/champion-mastery/")));
    }

    private static PlayerRefresh Get(ImportRun run) => run.Get<PlayerRefresh>();

    private static Task<RefreshedPlayer> RefreshAsync(ImportRun run, KnownPlayer player, bool isWanted = false) =>
        run.AnswerAsync(Get(run).RefreshAsync(player, PlayerParts.All, isWanted, End));

    private static async Task<KnownPlayer> AnnaAsync(ImportRun run)
    {
        await run.Get<PlayerStore>().KeepAsync(new RiotAccount(PastWorld.IdOf("Anna"), "Anna", "EUW"), RiotProduct.League, End);
        return (await run.Get<PlayerQueries>().FindAsync(PastWorld.IdOf("Anna"), End))!;
    }
}
