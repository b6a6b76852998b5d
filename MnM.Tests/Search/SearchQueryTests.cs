using MnM.Collector.Matches;
using MnM.Collector.Players;
using MnM.Tests.Champions;
using MnM.Tests.History.Time;
using MnM.Web.Search;

namespace MnM.Tests.Search;

/// <summary>What a text finds.</summary>
public sealed class SearchQueryTests : ChampionWorld
{
    [Theory]
    [InlineData("night", "Nightjar#EUW", "Night Owl#EUW")]
    [InlineData("NIGHT J", "Nightjar#EUW")]
    [InlineData("nightjar#e", "Nightjar#EUW")]
    [InlineData("nightjar-euw", "Nightjar#EUW")]
    [InlineData("jar", "Jar Jar#1234", "Nightjar#EUW")]
    [InlineData("œufs", "Œufs Brouillés#EUW")]
    public async Task Players_are_found_by_how_their_Riot_ID_begins_then_by_what_it_holds(string text, params string[] found)
    {
        await AddPlayersAsync();
        Assert.Equal(found.Order(), (await FindAsync(text)).Players.Select(player => $"{player.GameName}#{player.TagLine}").Order());
        Assert.Equal(found[0][..2], (await FindAsync(text)).Players[0].GameName[..2]);
    }

    [Theory]
    [InlineData("%")]
    [InlineData("_ightjar")]
    [InlineData("' OR 1=1 --")]
    [InlineData("\"; DROP TABLE players; --")]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("\\")]
    [InlineData("😀")]
    public async Task Signs_of_SQL_and_HTML_are_letters_that_nobody_has(string text)
    {
        await AddPlayersAsync();
        var found = await FindAsync(text);
        Assert.Equal((0, 0, 0), (found.Players.Length, found.Champions.Length, found.Matches.Length));
        Assert.Equal(4, (await FindAsync("#")).Players.Length);
    }

    [Fact]
    public async Task A_name_that_was_given_up_finds_nobody()
    {
        await AddPlayersAsync();
        await using (var db = Stored.CreateDbContext())
        {
            var player = db.Set<Player>().Single(player => player.GameName == "Nightjar");
            (player.GameName, player.TagLine, player.RiotIdKey) = (null, null, null);
            await db.SaveChangesAsync();
        }

        Assert.DoesNotContain((await FindAsync("nightj")).Players, player => player.GameName == "Nightjar");
    }

    [Fact]
    public async Task Of_many_eight_are_told()
    {
        await using (var db = Stored.CreateDbContext())
        {
            for (var number = 10; number < 30; number++)
            {
                await StoredGames.AddPlayerAsync(db, $"Same {number}", "EUW", $"{number}{StoredGames.Id('s')[2..]}");
            }
        }

        Assert.Equal(SearchQuery.Most, (await FindAsync("same")).Players.Length);
        Assert.Equal(SearchQuery.Most, (await FindAsync("ame")).Players.Select(player => player.GameName).Distinct().Count());
    }

    [Theory]
    [InlineData("wu", "Wukong")]
    [InlineData("MonkeyK", "Wukong")]
    [InlineData("kai'sa", "Kai'Sa")]
    [InlineData("a", "Ahri", "Kai'Sa")]
    public async Task Champions_are_found_by_name_and_alias(string text, params string[] found) =>
        Assert.Equal(found, (await FindAsync(text)).Champions.Select(champion => champion.Name));

    [Theory]
    [InlineData("Mage")]
    [InlineData("the Nine")]
    [InlineData("...")]
    public async Task Classes_and_titles_are_no_names(string text) => Assert.Empty((await FindAsync(text)).Champions);

    [Theory]
    [InlineData("EUW1_5720153", true)]
    [InlineData("euw1_5720153", true)]
    [InlineData("5720153", true)]
    [InlineData("45555731-0000-86d6-8000-000000574859", true)]
    [InlineData("EUW1_5720154", false)]
    public async Task A_match_is_found_by_its_id_and_one_that_is_not_stored_can_be_asked_for(string text, bool isStored)
    {
        await PlayAsync(1, from: 5720153);
        var match = Assert.Single((await FindAsync(text)).Matches);
        Assert.Equal(isStored, match.Stored is not null);
        Assert.Equal(text.Contains("54", StringComparison.Ordinal) ? "EUW1_5720154" : "EUW1_5720153", match.Id);
    }

    [Theory]
    [InlineData("5720154")]
    [InlineData("45555731-0000-46d6-8000-000000574859")]
    [InlineData("MARS1_5720154")]
    [InlineData("EUW1_")]
    [InlineData("EUW1_99999999999999999999999")]
    [InlineData("EUW1_99999999999999999999")]
    [InlineData("EUW1_0005720154")]
    public async Task What_names_no_match_finds_none(string text) => Assert.Empty((await FindAsync(text)).Matches);

    [Fact]
    public async Task Brawl_is_not_found()
    {
        await PlayAsync(1, match => (match.Mode, match.QueueId) = ("BRAWL", 2300), from: 5720153);
        Assert.Empty((await FindAsync("5720153")).Matches);
    }

    [Theory]
    [InlineData("Somebody#EUW", "Somebody", "EUW")]
    [InlineData("Some body-1234", "Some body", "1234")]
    [InlineData("Two-part-NA1", "Two-part", "NA1")]
    [InlineData("Nightjar#EUW", null, null)]
    [InlineData("night jar-euw", null, null)]
    [InlineData("Somebody", null, null)]
    [InlineData("Somebody#", null, null)]
    [InlineData("a#..", null, null)]
    [InlineData("<b>x</b>#EUW", null, null)]
    public async Task A_whole_Riot_ID_that_nobody_has_here_can_be_looked_for_at_Riot(string text, string? gameName, string? tagLine)
    {
        await AddPlayersAsync();
        var unknown = (await FindAsync(text)).Unknown;
        Assert.Equal((gameName, tagLine), (unknown?.GameName, unknown?.TagLine));
    }

    private Task<FoundThings> FindAsync(string text) =>
        new SearchQuery(new PlayerSearch(Stored), new MatchQueries(Stored), StaticData.Store).FindAsync(text, CancellationToken.None);

    private async Task AddPlayersAsync()
    {
        await using var db = Stored.CreateDbContext();
        await StoredGames.AddPlayerAsync(db, "Nightjar", "EUW", StoredGames.Id('n'));
        await StoredGames.AddPlayerAsync(db, "Night Owl", "EUW", StoredGames.Id('o'));
        await StoredGames.AddPlayerAsync(db, "Jar Jar", "1234", StoredGames.Id('j'));
        await StoredGames.AddPlayerAsync(db, "Œufs Brouillés", "EUW", StoredGames.Id('z'));
    }
}
