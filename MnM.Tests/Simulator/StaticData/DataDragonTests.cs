using System.Net;
using MnM.Simulator.StaticData;

namespace MnM.Tests.Simulator.StaticData;

public sealed class DataDragonTests(DataDragonFixture dragon) : IClassFixture<DataDragonFixture>
{
    private static readonly string Data = $"cdn/{StaticCatalog.Version}/data/en_US";
    private static readonly string Pictures = $"cdn/{StaticCatalog.Version}/img";

    [Fact]
    public async Task The_newest_version_comes_first_and_the_realm_names_it()
    {
        Assert.Equal(StaticCatalog.Version, (string?)(await dragon.JsonAsync("api/versions.json"))[0]);
        var realm = await dragon.JsonAsync("realms/euw.json");
        Assert.Equal(StaticCatalog.Version, (string?)realm["v"]);
        Assert.Equal(StaticCatalog.Version, (string?)realm["n"]!["champion"]);
        Assert.EndsWith("/ddragon/cdn", (string?)realm["cdn"]);
    }

    [Fact]
    public async Task Languages_are_a_list() =>
        Assert.Contains("de_DE", (await dragon.JsonAsync("cdn/languages.json")).AsArray().Select(language => (string?)language));

    [Fact]
    public async Task Champions_are_keyed_by_alias_and_carry_their_number_as_text()
    {
        var file = await dragon.JsonAsync($"{Data}/champion.json");
        Assert.Equal("champion", (string?)file["type"]);
        Assert.Equal(StaticCatalog.Champions.Length, file["data"]!.AsObject().Count);
        var wukong = file["data"]!["MonkeyKing"]!;
        Assert.Equal("62", (string?)wukong["key"]);
        Assert.Equal("Wukong", (string?)wukong["name"]);
        Assert.Equal("MonkeyKing.png", (string?)wukong["image"]!["full"]);
        Assert.All((string[])["id", "title", "tags", "partype", "stats"], name => Assert.NotNull(wukong[name]));
    }

    [Fact]
    public async Task Items_are_keyed_by_number_and_carry_price_recipe_and_maps()
    {
        var data = (await dragon.JsonAsync($"{Data}/item.json"))["data"]!.AsObject();
        Assert.Equal(StaticCatalog.Items.Length, data.Count);
        var edge = data["3031"]!;
        Assert.Equal((3450, 675, 2415), ((int)edge["gold"]!["total"]!, (int)edge["gold"]!["base"]!, (int)edge["gold"]!["sell"]!));
        Assert.True((bool)edge["gold"]!["purchasable"]!);
        Assert.Equal(["1038", "1037", "1018"], edge["from"]!.AsArray().Select(id => (string?)id));
        Assert.Contains("3031", data["1038"]!["into"]!.AsArray().Select(id => (string?)id));
        Assert.True((bool)edge["maps"]!["11"]!);
        Assert.Equal("3031.png", (string?)edge["image"]!["full"]);
        Assert.NotEmpty(edge["tags"]!.AsArray());
    }

    [Fact]
    public async Task Summoner_spells_are_keyed_by_alias_and_runes_are_trees_of_slots()
    {
        var spells = await dragon.JsonAsync($"{Data}/summoner.json");
        Assert.Equal("4", (string?)spells["data"]!["SummonerFlash"]!["key"]);
        var trees = (await dragon.JsonAsync($"{Data}/runesReforged.json")).AsArray();
        Assert.Equal(5, trees.Count);
        Assert.All(trees, tree => Assert.Equal(4, tree!["slots"]!.AsArray().Count));
        Assert.Equal(8005, (int)trees[0]!["slots"]![0]!["runes"]![0]!["id"]!);
    }

    [Fact]
    public async Task Every_picture_that_the_data_name_can_be_decoded()
    {
        foreach (var (group, folder) in ((string, string)[])[("champion", "champion"), ("item", "item"), ("summoner", "spell")])
            foreach (var (_, entry) in (await dragon.JsonAsync($"{Data}/{group}.json"))["data"]!.AsObject())
                await Decodes($"{Pictures}/{folder}/{(string?)entry!["image"]!["full"]}");
        var trees = (await dragon.JsonAsync($"{Data}/runesReforged.json")).AsArray();
        foreach (var icon in trees.Select(tree => tree!)
            .Concat(trees.SelectMany(tree => tree!["slots"]!.AsArray()).SelectMany(slot => slot!["runes"]!.AsArray()).Select(rune => rune!)))
            await Decodes($"cdn/img/{(string?)icon["icon"]}");
        await Decodes($"{Pictures}/profileicon/7.png");
    }

    [Theory]
    [InlineData("cdn/16.18.1/img/champion/Nobody.png")]
    [InlineData("cdn/16.18.1/img/item/99.png")]
    [InlineData("cdn/16.18.1/img/champion/Ahri.jpg")]
    [InlineData("cdn/1.2.3/img/champion/Ahri.png")]
    [InlineData("cdn/16.18.1/data/xx_XX/item.json")]
    [InlineData("cdn/16.18.1/data/en_US/nothing.json")]
    [InlineData("cdn/img/perk-images/Styles/None.png")]
    [InlineData("realms/moon.json")]
    public async Task What_is_not_there_is_denied_with_a_word_of_xml(string path)
    {
        using var answer = await dragon.Http.GetAsync(path);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal("application/xml", answer.Content.Headers.ContentType!.MediaType);
        Assert.Contains("<Code>AccessDenied</Code>", await answer.Content.ReadAsStringAsync());
    }

    private async Task Decodes(string path)
    {
        using var answer = await dragon.Http.GetAsync(path);
        Assert.True(answer.IsSuccessStatusCode, path);
        Assert.Equal("image/png", answer.Content.Headers.ContentType!.MediaType);
        var (width, height, pixels) = PngReader.Read(await answer.Content.ReadAsByteArrayAsync());
        Assert.InRange(width, 64, 120);
        Assert.Equal(width, height);
        Assert.True(pixels.Distinct().Count() > 20, $"{path} is nearly empty");
    }
}
