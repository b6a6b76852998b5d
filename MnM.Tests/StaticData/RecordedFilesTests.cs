using MnM.Collector.StaticData;

namespace MnM.Tests.StaticData;

[Trait("Category", "Recordings")]
public sealed class RecordedFilesTests
{
    [RecordingsFact]
    public void Champions_of_two_languages_are_read()
    {
        var english = Read(DataFile.Champions, "en_US_15.7.1_champion.json").Champions;
        var portuguese = Read(DataFile.Champions, "pt_BR_15.12.1_champion.json").Champions;

        var wukong = english["monkeyking"];
        Assert.Equal((62, "MonkeyKing", "Wukong", "MonkeyKing.png", "the Monkey King"), (wukong.Id, wukong.Alias, wukong.Name, wukong.Image, wukong.Title));
        Assert.Equal("Fighter, Tank", string.Join(", ", wukong.Tags));
        Assert.Equal(9, english["FiddleSticks"].Id);
        Assert.Equal(170, english.Count);
        Assert.Equal(english["Aatrox"].Id, portuguese["Aatrox"].Id);
    }

    [RecordingsFact]
    public void Items_have_price_and_know_whether_they_are_finished()
    {
        var items = Read(DataFile.Items, "pt_BR_15.12.1_item.json").Items;

        Assert.Equal(new StaticItem(3031, "Gume do Infinito", 3450, true, "3031.png"), items[3031]);
        Assert.False(items[1001].Finished);
        Assert.False(items[3006].Finished);
        Assert.False(items[2420].Finished);
        Assert.Equal(148, items.Values.Count(item => item.Finished));
    }

    [RecordingsFact]
    public void Items_without_price_and_picture_are_read_all_the_same()
    {
        var items = Read(DataFile.Items, "en_US_16.3.1_item.json").Items;

        Assert.Equal(new StaticItem(1001, "Boots", 0, false, "1001.png"), items[1001]);
    }

    [RecordingsFact]
    public void Spells_are_read()
    {
        var spells = Read(DataFile.Spells, "en_US_16.3.1_summoner.json").Spells;

        Assert.Equal(new StaticSpell(4, "SummonerFlash", "Flash", "SummonerFlash.png"), spells["SummonerFlash"]);
        Assert.Equal(18, spells.Count);
    }

    [RecordingsFact]
    public void Rune_trees_and_their_runes_are_read()
    {
        var runes = Read(DataFile.Runes, "en_US_16.3.1_runesReforged.json").Runes;

        Assert.Equal("perk-images/Styles/7200_Domination.png", runes[8100].Image);
        Assert.Equal("Electrocute", runes[8112].Name);
        Assert.All(runes.Values, rune => Assert.NotEmpty(rune.Image));
    }

    private static StaticCatalog Read(string file, string recording) =>
        StaticCatalog.Empty.With(file, File.ReadAllBytes(Path.Combine(RecordingsFactAttribute.Folder(), recording)));
}
