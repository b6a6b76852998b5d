using MnM.Collector.Players;
using MnM.Collector.Scouting;

namespace MnM.Tests.Scouting;

/// <summary>Each kind of tag appears where it should, and not a game sooner.</summary>
public sealed class TagRulesTests
{
    private const string Even = "WLWLWLWLWLWLWLWLWLWL";

    public static TheoryData<string, string, string?> Results => new()
    {
        { "WWWL", "3 wins in a row", null },
        { "WWLW", "", "in a row" },
        { "WWxWL", "3 wins in a row", null },
        { "LLLLW", "4 losses in a row", null },
        { "WWLWWLWWWLWWLWW", "11 of 15 won", null },
        { "WWLWWLWWWLWWLW", "", "of 14 won" },
        { "LLWLLWLLLWLLWLL", "11 of 15 lost", null },
        { "WLWLxWL", "1 remake", null },
        { "WLxxWL", "2 remakes", null },
        { "WLWLWL", "", "remake" },
    };

    [Theory]
    [MemberData(nameof(Results))]
    public void Results_speak_when_there_are_enough_of_them(string results, string expected, string? never)
    {
        var texts = Texts(Card(results));

        Assert.True(expected.Length == 0 || texts.Contains(expected), string.Join(", ", texts));
        Assert.DoesNotContain(texts, text => never is not null && text.Contains(never, StringComparison.Ordinal));
    }

    [Fact]
    public void A_streak_tells_from_when_to_when_and_what_it_was_counted_from()
    {
        var tag = TagRules.Of(Card("WWWL"), Name, ScoutViews.Clock).First();

        Assert.Equal(ScoutTagKind.Good, tag.Kind);
        Assert.Equal("1 Oct to 3 Oct. Basis: the last 4 games.", tag.Basis);
        Assert.Equal(
            "1 Oct to 3 Oct. Basis: 4 of the last 20 games.",
            TagRules.Of(Card("WWWL") with { Form = ScoutViews.Form("WWWL") with { Listed = 20 } }, Name, ScoutViews.Clock).First().Basis);
    }

    [Fact]
    public void Before_Riots_list_is_there_only_what_MnM_has_is_told_and_nothing_of_what_was_last()
    {
        var card = Lately(10);
        var known = card with { Form = FormRules.Count([.. card.Form.Games.Select(game => game with { Result = FormResult.Won, ChampionId = ScoutViews.Jinx })], unbroken: 0, 0, _ => false) };
        var before = known with { Form = known.Form with { Games = [.. known.Form.Games.Select(game => game with { StartedAt = game.StartedAt.AddDays(-60) })] } };

        Assert.Equal("Jinx, 10 won. Basis: the 10 games that MnM has.", TagRules.Of(known, Name, ScoutViews.Clock).Single(tag => tag.Text == "One champion: 10 of 10").Basis);
        Assert.DoesNotContain(Texts(known).Concat(Texts(before)), text => text.Contains("in a row", StringComparison.Ordinal) || text.EndsWith("in 12 h", StringComparison.Ordinal) || text.StartsWith("First game in", StringComparison.Ordinal));
    }

    [Fact]
    public void Riots_mark_of_a_hot_streak_counts_where_the_games_show_none()
    {
        Assert.Contains("Hot streak", Texts(Ranked(Gold with { HotStreak = true })));
        Assert.DoesNotContain("Hot streak", Texts(Ranked(Gold with { HotStreak = true }) with { Form = ScoutViews.Form("WWW") }));
        Assert.DoesNotContain("Hot streak", Texts(Ranked(Gold)));
    }

    [Fact]
    public void Who_plays_one_champion_in_six_of_ten_games_is_told()
    {
        Assert.Contains("One champion: 6 of 10", Texts(Played((ScoutViews.Jinx, 6), (ScoutViews.Ahri, 4))));
        Assert.DoesNotContain(Texts(Played((ScoutViews.Jinx, 5), (ScoutViews.Ahri, 5))), text => text.StartsWith("One champion", StringComparison.Ordinal));
        Assert.DoesNotContain(Texts(Played((ScoutViews.Jinx, 9))), text => text.StartsWith("One champion", StringComparison.Ordinal));
    }

    [Fact]
    public void A_champion_that_was_not_played_lately_is_told()
    {
        var card = Played((ScoutViews.Vi, 10)) with { ChampionId = ScoutViews.Ahri, ChampionName = "Ahri" };
        card = card with { Form = card.Form with { OnPick = FormRecord.Empty } };

        Assert.Contains("No Ahri in 10 games", Texts(card));
        Assert.Contains("First game on Ahri", Texts(card with { Mastery = ScoutViews.Ready(new PlayerMastery(ScoutViews.Ahri, 0, 0, null)) }));
        Assert.Contains("First Ahri in 91 days", Texts(card with { Mastery = ScoutViews.Ready(new PlayerMastery(ScoutViews.Ahri, 5, 21_000, ScoutViews.At.AddDays(-91))) }));
        Assert.DoesNotContain(Texts(Played((ScoutViews.Vi, 9)) with { ChampionId = ScoutViews.Ahri, ChampionName = "Ahri" }), text => text.Contains("Ahri in", StringComparison.Ordinal));
        Assert.DoesNotContain(Texts(Played((ScoutViews.Ahri, 10))), text => text.StartsWith("No ", StringComparison.Ordinal));
    }

    [Fact]
    public void A_role_that_is_not_the_usual_one_is_told_and_the_usual_one_too()
    {
        var top = Card(Even) with { Position = "TOP" };

        Assert.Contains("Off role: 0 of 20 here", Texts(top));
        Assert.Contains("Mid: 20 of 20", Texts(Card(Even)));
        Assert.DoesNotContain(Texts(top with { Form = ScoutViews.Form("WLWLWLWLW") }), text => text.StartsWith("Off role", StringComparison.Ordinal));
        Assert.DoesNotContain(Texts(Card(Even)), text => text.StartsWith("Off role", StringComparison.Ordinal));
        Assert.DoesNotContain(Texts(top), text => text.StartsWith("Mid:", StringComparison.Ordinal));
    }

    [Fact]
    public void Win_rates_are_told_only_where_they_stand_out_and_have_thirty_games()
    {
        Assert.Contains("60 % this split", Texts(Ranked(Gold with { Wins = 18, Losses = 12 })));
        Assert.Contains("40 % this split", Texts(Ranked(Gold with { Wins = 12, Losses = 18 })));
        Assert.DoesNotContain(Texts(Ranked(Gold with { Wins = 18, Losses = 11 })), text => text.EndsWith("this split", StringComparison.Ordinal));
        Assert.DoesNotContain(Texts(Ranked(Gold with { Wins = 50, Losses = 50 })), text => text.EndsWith("this split", StringComparison.Ordinal));
    }

    [Fact]
    public void A_win_rate_on_the_pick_is_told_only_with_ten_games_on_it()
    {
        Assert.Contains("70 % on Ahri, 10 games", Texts(Card("WWLWWLWWLW")));
        Assert.DoesNotContain(Texts(Card("WWLWWLWWL")), text => text.Contains("% on", StringComparison.Ordinal));
        Assert.DoesNotContain(Texts(Card("WLWLWLWLWL")), text => text.Contains("% on", StringComparison.Ordinal));
    }

    [Fact]
    public void Five_games_in_half_a_day_are_many()
    {
        Assert.Contains("5 games in 12 h", Texts(Lately(5)));
        Assert.DoesNotContain(Texts(Lately(4)), text => text.EndsWith("in 12 h", StringComparison.Ordinal));
    }

    [Fact]
    public void A_pause_of_a_month_is_told()
    {
        var card = Card(Even);
        var longAgo = card with { Form = card.Form with { Games = [.. card.Form.Games.Select(game => game with { StartedAt = game.StartedAt.AddDays(-40) })] } };

        Assert.Contains("First game in 40 days", Texts(longAgo));
        Assert.DoesNotContain(Texts(card), text => text.StartsWith("First game in", StringComparison.Ordinal));
    }

    [Fact]
    public void What_Riot_marks_in_a_rank_is_told()
    {
        Assert.Contains("LP at 0", Texts(Ranked(Gold with { LeaguePoints = 0 })));
        Assert.DoesNotContain("LP at 0", Texts(Ranked(Gold)));
        Assert.DoesNotContain("LP at 0", Texts(Ranked(new PlayerRank("MASTER", "", 0, 100, 90))));
        Assert.Contains("New in Gold II", Texts(Ranked(Gold with { FreshBlood = true })));
        Assert.DoesNotContain("New in Gold II", Texts(Ranked(Gold)));
        Assert.Contains("Seldom ranked", Texts(Ranked(Gold with { Inactive = true })));
        Assert.DoesNotContain("Seldom ranked", Texts(Ranked(Gold)));
    }

    [Fact]
    public void Many_deaths_are_told_from_ten_games_on()
    {
        Assert.Contains("8.0 deaths a game", Texts(Dying(8, games: 10)));
        Assert.DoesNotContain(Texts(Dying(8, games: 9)), text => text.EndsWith("deaths a game", StringComparison.Ordinal));
        Assert.DoesNotContain(Texts(Dying(7, games: 10)), text => text.EndsWith("deaths a game", StringComparison.Ordinal));
    }

    [Fact]
    public void Days_are_told_as_the_player_s_own_clock_has_them()
    {
        // The games began at eleven in the evening, UTC: two hours to the east that is the next day.
        var late = FormRules.Count([.. Enumerable.Range(0, 3).Select(day => ScoutViews.Game(day) with { StartedAt = ScoutViews.At.AddDays(-1 - day).AddHours(11) })], 3, 0, _ => false) with { Listed = 3 };
        var east = new ZonedClock(ScoutViews.At, TimeSpan.FromHours(2));

        Assert.Equal("30 Sep to 2 Oct. Basis: the last 3 games.", Assert.Single(TagRules.Of(Card("") with { Form = late }, Name, ScoutViews.Clock)).Basis);
        Assert.Equal("1 Oct to 3 Oct. Basis: the last 3 games.", Assert.Single(TagRules.Of(Card("") with { Form = late }, Name, east)).Basis);
        Assert.StartsWith("The first at 09:00.", TagRules.Of(Lately(5), Name, east).Single(tag => tag.Text == "5 games in 12 h").Basis, StringComparison.Ordinal);
    }

    [Fact]
    public void A_champion_that_Riot_does_not_number_is_in_no_pool()
    {
        Assert.Equal([ScoutViews.Ahri], FormRules.Count([ScoutViews.Game(0, champion: 0), ScoutViews.Game(1, champion: -1), ScoutViews.Game(2)], 3, 0, _ => false).Pool.Select(one => one.ChampionId));
    }

    [Fact]
    public void Nothing_is_said_of_who_is_hidden()
    {
        Assert.Empty(TagRules.Of(Card("WWWWWWWW") with { IsHidden = true }, Name, ScoutViews.Clock));
    }

    [Fact]
    public void Every_tag_has_a_basis_and_none_says_what_to_do_or_what_somebody_is_worth()
    {
        ScoutCard[] cards = [Card("WWWWLxWWWWWWWWWW"), Lately(8), Dying(9, 12), Ranked(Gold with { LeaguePoints = 0, FreshBlood = true, Inactive = true, HotStreak = true })];
        foreach (var tag in cards.SelectMany(card => TagRules.Of(card, Name, ScoutViews.Clock)))
        {
            Assert.NotEmpty(tag.Basis);
            Assert.DoesNotMatch("(?i)mmr|elo|should|dodge|ban |avoid", tag.Text + tag.Basis);
        }
    }

    private static PlayerRank Gold => ScoutViews.Solo("GOLD", "II", 40, 20, 20);

    private static string Name(int champion) => champion == ScoutViews.Jinx ? "Jinx" : "Ahri";

    private static List<string> Texts(ScoutCard card) => [.. TagRules.Of(card, Name, ScoutViews.Clock).Select(tag => tag.Text)];

    private static ScoutCard Card(string results) => ScoutViews.Card(2, "Somebody", results, null) with { Form = ScoutViews.Form(results) };

    private static ScoutCard Ranked(PlayerRank solo) => Card(Even) with { Ranks = ScoutViews.Ready(new PlayerRanks(solo, null)) };

    private static ScoutCard Played(params (int Champion, int Games)[] pool)
    {
        var games = pool.SelectMany(champion => Enumerable.Repeat(champion.Champion, champion.Games)).Select((champion, place) => ScoutViews.Game(place, place % 2 == 0 ? 'W' : 'L', champion));
        return Card("") with { Form = FormRules.Count([.. games], pool.Sum(champion => champion.Games), ScoutViews.Ahri, _ => false) with { State = ScoutPartState.Ready } };
    }

    private static ScoutCard Lately(int games) => Card("") with
    {
        Form = FormRules.Count([.. Enumerable.Range(0, games).Select(place => ScoutViews.Game(0, place % 2 == 0 ? 'W' : 'L') with { StartedAt = ScoutViews.At.AddHours(-1 - place) })], games, 0, _ => false),
    };

    private static ScoutCard Dying(int deaths, int games) => Card("") with
    {
        Form = FormRules.Count([.. Enumerable.Range(0, games).Select(place => ScoutViews.Game(place, place % 2 == 0 ? 'W' : 'L') with { Deaths = deaths })], games, ScoutViews.Ahri, _ => false),
    };
}
