using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using MnM.Benchmarks.Evenings;
using MnM.Collector;
using MnM.Collector.Live;
using MnM.Collector.Riot;
using MnM.Collector.Riot.Keys;
using MnM.Collector.Scouting;
using MnM.Simulator.Faults;
using MnM.Simulator.RiotApi;
using MnM.Simulator.RiotApi.Limits;
using MnM.Simulator.World;
using MnM.Tests.Hosting;

namespace MnM.Tests.Scouting;

/// <summary>Scouting of whole games: League client, game and Riot's API are simulated, nothing else is.</summary>
public sealed class ScoutingTests
{
    private static readonly EveningOptions Ranked = new() { Seed = 3, Games = 2 };

    [Fact]
    public async Task Ten_heads_are_there_within_six_seconds_and_five_games_of_each_within_thirty()
    {
        using var folder = new TemporaryFolder();
        await using var evening = new ScoutedEvening(folder.Path, Ranked);
        await evening.StartAsync();
        await evening.WalkToAsync(GameflowPhase.InProgress);

        Assert.True(await evening.UntilAsync(AreKnown, 60), "Nobody is known.");
        var known = evening.Now;
        Assert.True(await evening.UntilAsync(state => state.Cards.All(card => card.IsHeadComplete), 6), Told(evening));
        var heads = evening.Requests.Where(request => request.IsOfHead).ToList();
        Assert.InRange(heads.Count, 30, 40);
        Assert.Equal(heads.Count, heads.DistinctBy(request => request.Address).Count());
        Assert.All(evening.State.Cards, card => Assert.Equal(
            (ScoutPartState.Ready, ScoutPartState.Ready, ScoutPartState.Ready), (card.Profile.State, card.Ranks.State, card.Mastery.State)));

        var left = 30 - (evening.Now - known).TotalSeconds;
        Assert.True(await evening.UntilAsync(state => state.Cards.All(card => card.Form.Games.Length + card.Form.Closed >= 5), left), Told(evening));
    }

    [Fact]
    public async Task The_next_game_with_the_same_people_needs_fewer_than_half_of_the_requests()
    {
        using var folder = new TemporaryFolder();
        var (riot, key) = (new RiotApiOptions { Keys = [Simulator.RiotApi.RiotMachine.Big] }, Simulator.RiotApi.RiotMachine.Big.Value);
        await using var evening = new ScoutedEvening(folder.Path, Ranked, riot, key, ScoutedEvening.Twice(seed: 3));
        await evening.StartAsync();
        await evening.WalkToAsync(GameflowPhase.InProgress);
        Assert.True(await evening.UntilAsync(IsComplete, 120), Told(evening));
        var first = Asked(evening).ToList();
        Assert.Equal(first.Count, first.Distinct().Count());
        var people = Names(evening);

        Assert.True(await evening.SkipGameAsync(), Told(evening));
        await evening.WalkToAsync(GameflowPhase.InProgress);
        Assert.True(await evening.UntilAsync(state => state.Phase == ScoutingPhase.InGame && IsComplete(state), 120), Told(evening));

        Assert.Equal(people, Names(evening));
        var second = Asked(evening).Skip(first.Count).ToList();
        Assert.True(second.Count < first.Count / 2, $"{second.Count} requests after {first.Count}:\n{string.Join('\n', second)}");
        Assert.Equal(second.Count, second.Distinct().Count());

        // Of the head only the ranks are asked for again: a game has been played since.
        Assert.Equal(10, evening.Requests.Where(request => request.IsOfHead).Select(request => request.Address).Skip(first.Count(IsHead)).Count());
    }

    [Fact]
    public async Task A_client_that_is_started_anew_in_the_middle_of_the_game_does_not_end_the_scouting()
    {
        using var folder = new TemporaryFolder();
        await using var evening = new ScoutedEvening(folder.Path, Ranked);
        await evening.StartAsync();
        await evening.WalkToAsync(GameflowPhase.InProgress);
        Assert.True(await evening.UntilAsync(state => state.Phase == ScoutingPhase.InGame && AreKnown(state), 60), Told(evening));

        var scouting = evening.Services.GetRequiredService<ScoutingService>();
        var running = evening.Services.GetRequiredService<Feed<LiveState>>().Current;
        scouting.Follow(running with { Phases = [new PhaseView(GamePhase.ClientOpen, "None", evening.Now)] });
        Assert.Equal(ScoutingPhase.PostGame, evening.State.Phase);
        scouting.Follow(running);

        Assert.True(await evening.UntilAsync(state => state.Cards.All(card => card.IsHeadComplete && card.Form.Games.Length + card.Form.Closed >= 5), 40), Told(evening));
        Assert.Equal(ScoutingPhase.InGame, evening.State.Phase);
    }

    [Fact]
    public async Task In_ranked_champ_select_allies_stay_hidden_and_no_request_is_about_them()
    {
        using var folder = new TemporaryFolder();
        await using var evening = new ScoutedEvening(folder.Path, Ranked);
        await evening.StartAsync();
        await evening.WalkToAsync(GameflowPhase.ChampSelect);
        Assert.True(await evening.UntilAsync(state => state.Phase == ScoutingPhase.ChampSelect && state.Cards.Any(card => card.IsYou && card.IsHeadComplete), 20), Told(evening));
        await evening.PassAsync(5);

        var cards = evening.State.Cards.ToList();
        Assert.Equal(5, cards.Count);
        Assert.All(cards.Where(card => !card.IsYou), card =>
        {
            Assert.True(card.IsHidden);
            Assert.Equal($"Ally {card.Slot + 1}", card.Name);
            Assert.Equal((null, ScoutPartState.None, ScoutPartState.None), (card.PlayerId, card.Ranks.State, card.Form.State));
        });

        AssertAllIsAboutYou(evening);
    }

    [Fact]
    public async Task In_flex_champ_select_the_cards_of_all_allies_are_filled()
    {
        using var folder = new TemporaryFolder();
        await using var evening = new ScoutedEvening(folder.Path, Ranked, games: GameSupply.Of([GameSupply.Written(3).Next(0)!.InQueue(440)]));
        await evening.StartAsync();
        await evening.WalkToAsync(GameflowPhase.ChampSelect);
        Assert.True(
            await evening.UntilAsync(state => state.Phase == ScoutingPhase.ChampSelect && state.Cards.Count(card => !card.IsHidden && card.IsHeadComplete && card.Form.Games.Length > 0) == 5, 20), Told(evening));

        Assert.All(evening.State.Cards, card => Assert.Equal((ScoutPartState.Ready, ScoutPartState.Ready), (card.Profile.State, card.Ranks.State)));
        Assert.Equal(5, evening.State.Cards.Count());
    }

    [Fact]
    public async Task Ten_heads_from_Riot_IDs_alone_take_fifty_requests_at_most()
    {
        using var folder = new TemporaryFolder();
        await using var evening = new ScoutedEvening(folder.Path, Ranked) { HasSpectator = false };
        await evening.StartAsync();
        await evening.WalkToAsync(GameflowPhase.InProgress);
        Assert.True(await evening.UntilAsync(state => AreKnown(state) && state.Cards.All(card => card.IsHeadComplete), 60), Told(evening));

        var heads = evening.Requests.Where(request => request.IsOfHead).Select(request => request.Address).ToList();
        Assert.Equal(10, heads.Count(address => address.Contains("/by-riot-id/", StringComparison.Ordinal)));
        Assert.InRange(heads.Count, 40, 50);
        Assert.Equal(heads.Count, heads.Distinct().Count());
    }

    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Players_in_streamer_mode_stay_hidden_through_the_whole_game(int seed)
    {
        using var folder = new TemporaryFolder();
        await using var evening = new ScoutedEvening(folder.Path, Ranked with { Seed = seed, Faults = [Fault.Streamer] });
        await evening.StartAsync();
        await evening.WalkToAsync(GameflowPhase.InProgress);
        Assert.True(await evening.UntilAsync(state => state.Phase == ScoutingPhase.InGame, 60), Told(evening));
        await evening.PassAsync(5);

        Assert.Equal(9, evening.State.Cards.Count(card => card.IsHidden));
        Assert.Equal(["Enemy 1", "Enemy 2", "Enemy 3", "Enemy 4", "Enemy 5"], Enemies(evening.State).Select(card => card.Name));
        AssertAllIsAboutYou(evening);

        Assert.True(await evening.SkipGameAsync(), Told(evening));
        await evening.PassAsync(5);
        Assert.Equal(9, evening.State.Cards.Count(card => card.IsHidden));
        AssertAllIsAboutYou(evening);
    }

    [Fact]
    public async Task Without_a_key_the_cards_say_so_and_show_the_names()
    {
        using var folder = new TemporaryFolder();
        await using var evening = new ScoutedEvening(folder.Path, Ranked, key: "");
        await evening.StartAsync();
        await evening.WalkToAsync(GameflowPhase.InProgress);
        Assert.True(await evening.UntilAsync(state => state.Phase == ScoutingPhase.InGame && AreKnown(state), 60), Told(evening));
        await evening.PassAsync(1);

        Assert.Contains("no key", evening.State.Fault, StringComparison.Ordinal);
        Assert.Empty(evening.Requests);
        Assert.All(evening.State.Cards, card =>
        {
            Assert.Equal(ScoutPartState.Failed, card.Ranks.State);
            Assert.Contains("no key", card.Ranks.Reason, StringComparison.Ordinal);
            Assert.Equal(0, card.RequestsWaiting);
        });
    }

    [Fact]
    public async Task A_key_that_Riot_refuses_is_told_on_the_cards_and_not_used_again()
    {
        using var folder = new TemporaryFolder();
        await using var evening = new ScoutedEvening(folder.Path, Ranked, key: "RGAPI-expired");
        await evening.StartAsync();
        await evening.WalkToAsync(GameflowPhase.InProgress);
        Assert.True(await evening.UntilAsync(state => state.Phase == ScoutingPhase.InGame && AreKnown(state) && state.Cards.All(card => card.IsHeadComplete), 60), Told(evening));
        var asked = evening.Requests.Count;
        await evening.PassAsync(3);

        Assert.InRange(asked, 1, 5);
        Assert.Equal(asked, evening.Requests.Count);
        Assert.All(evening.State.Cards, card => Assert.Contains("refuses the key", card.Ranks.Reason, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_platform_that_answers_404_leaves_honest_cards()
    {
        using var folder = new TemporaryFolder();
        await using var evening = new ScoutedEvening(folder.Path, Ranked);
        evening.Riot.SetMissing("euw1", missing: true);
        await evening.StartAsync();
        await evening.WalkToAsync(GameflowPhase.InProgress);
        Assert.True(await evening.UntilAsync(state => state.Phase == ScoutingPhase.InGame && AreKnown(state) && state.Cards.All(card => card.IsHeadComplete), 60), Told(evening));

        Assert.All(evening.State.Cards, card =>
        {
            Assert.NotNull(card.PlayerId);
            Assert.Equal((ScoutPartState.Failed, "Riot has nothing of this player here."), (card.Ranks.State, card.Ranks.Reason));
        });
    }

    [Fact]
    public async Task Another_key_fills_the_cards_that_the_one_before_left_empty()
    {
        using var folder = new TemporaryFolder();
        await using var evening = new ScoutedEvening(folder.Path, Ranked, key: "RGAPI-expired");
        await evening.StartAsync();
        await evening.WalkToAsync(GameflowPhase.InProgress);
        Assert.True(await evening.UntilAsync(state => state.Phase == ScoutingPhase.InGame && AreKnown(state) && state.Cards.All(card => card.IsHeadComplete), 60), Told(evening));

        evening.Services.GetRequiredService<IOptions<RiotOptions>>().Value.ApiKey = KnownKeys.League.Value;
        evening.Services.GetRequiredService<RiotKeys>().Set(RiotProduct.League, null);
        Assert.True(await evening.UntilAsync(state => state.Cards.All(card => card.Ranks.State == ScoutPartState.Ready), 10), Told(evening));
        Assert.Null(evening.State.Fault);
    }

    [Fact]
    public async Task Where_nobody_tells_the_platform_Riot_is_asked_for_it_once()
    {
        using var folder = new TemporaryFolder();
        await using var evening = new ScoutedEvening(folder.Path, Ranked);
        await evening.StartAsync();
        await evening.WalkToAsync(GameflowPhase.ChampSelect);
        var told = evening.Services.GetRequiredService<Feed<LiveState>>().Current;
        var (untold, shown) = (new Feed<LiveState>(told with { Client = told.Client with { Platform = null } }), new Feed<ScoutingState>(ScoutingState.None));
        using var scouting = ActivatorUtilities.CreateInstance<ScoutingService>(evening.Services, untold, shown);
        for (var poll = 0; poll < 3; poll++)
        {
            scouting.Follow(untold.Current);
        }

        Assert.True(await evening.UntilAsync(_ => shown.Current.Cards.Any(card => card.IsYou && card.IsHeadComplete && card.Ranks.State == ScoutPartState.Ready), 20), Told(evening));
        Assert.Null(shown.Current.Fault);
        Assert.Single(evening.Requests, request => request.Address.Contains("/region/by-game/lol/by-puuid/", StringComparison.Ordinal));
        await scouting.StopAsync(CancellationToken.None);
    }

    /// <summary>All that was asked is about you, and of your matches: no obfuscated id, no id of the League client, no other player's.</summary>
    private static void AssertAllIsAboutYou(ScoutedEvening evening)
    {
        var you = Person(evening);
        Assert.All(
            evening.Requests.Where(request => !request.IsOfKey && !request.Address.Contains("/matches/EUW1_", StringComparison.Ordinal)),
            request => Assert.True(request.Address.Contains(you.Puuid, StringComparison.Ordinal) || request.Address.Contains($"/by-riot-id/{you.Name}/EUW", StringComparison.Ordinal), request.Address));
    }

    private static bool AreKnown(ScoutingState state) => state.Cards.Count() == 10 && state.Cards.All(card => !card.IsHidden);

    private static bool IsComplete(ScoutingState state) =>
        AreKnown(state) && state.Cards.All(card => card.IsHeadComplete && card.Form.State is not (ScoutPartState.None or ScoutPartState.Loading));

    private static ImmutableArray<ScoutCard> Enemies(ScoutingState state) => state.Blue.Any(card => card.IsYou) ? state.Red : state.Blue;

    private static IEnumerable<string> Asked(ScoutedEvening evening) => evening.Requests.Where(request => !request.IsOfKey).Select(request => request.Address);

    private static bool IsHead(string address) => new SentRequest(default, address).IsOfHead;

    private static HashSet<string> Names(ScoutedEvening evening) => [.. evening.State.Cards.Select(card => card.Name)];

    private static (string Puuid, string Name) Person(ScoutedEvening evening) => (evening.Truth.Game!.Local.Puuid, evening.Truth.Game.Local.GameName);

    private static string Told(ScoutedEvening evening) =>
        $"{evening.State.Phase}, {evening.State.Requests}, {evening.State.Fault}\n"
        + string.Join('\n', evening.State.Cards.Select(card => $"{card.Name} {card.Profile.State} {card.Ranks.State} {card.Mastery.State} {card.Form.State} {card.Form.Games.Length}/{card.Form.Listed} {card.Ranks.Reason}"))
        + $"\n{evening.Requests.Count} requests\n" + string.Join('\n', evening.Requests.Take(60).Select(request => $"{request.At:ss.fff} {request.Address}"));
}
