using MnM.Collector.Insights.Language;
using MnM.Collector.Insights.Language.Numbers;
using MnM.Collector.Insights.Words;
using MnM.Collector.StaticData;

namespace MnM.Tests.Insights.Language;

public class NumberCheckTests
{
    private const string Figures = """
        {
          "person": { "name": "7 kills 99", "position": "TOP" },
          "matches": [{ "champion": "Jarvan IV", "won": false, "length": "35:12", "score": "3/7/5" }],
          "actions": [{ "at": "22:10", "swing": "−31 %" }, { "at": "24:00", "swing": "+12.5 %" }],
          "gaps": [{ "figure": "CS a minute", "own": "5.1", "others": "6.4 ± 0.3", "games": 120 }, { "figure": "gold lead at 10:00", "own": "−1,250" }]
        }
        """;

    private static readonly NumberCheck Check = new NumberCheck().AddName("7 kills 99").AddGameName("Jarvan IV").AddGameName("Miss Fortune")
        .AddJson(Figures).Add("You lost 31 % in two deaths between 22:10 and 24:00; Baron fell 40 s later.");

    [Theory]
    [InlineData("You lost 31 % in two deaths between 22:10 and 24:00.")]
    [InlineData("You lost thirty-one percent in 2 deaths.")]
    [InlineData("Thirty one per cent went with two deaths, a pair.")]
    [InlineData("With 3/7/5 on Jarvan IV you had 5.1 CS a minute; others had 6.4 ± 0.3 (n 120).")]
    [InlineData("Your 5.10 CS a minute are less than 6.4.")]
    [InlineData("The swing was −31%, then +12.5 %.")]
    [InlineData("Twice you died, at 24 minutes the last time.")]
    [InlineData("Forty seconds later Baron fell.")]
    [InlineData("You were 1250 gold behind, −1,250 at 10:00.")]
    [InlineData("One hundred and twenty games of others say so; ten dozen.")]
    [InlineData("٢ deaths cost you ３１ %.")]
    [InlineData("\"7 kills 99\" lost the lane.")]
    [InlineData("Nothing went well, often in the attic.")]
    [InlineData("You died II times.")]
    public void What_was_given_may_be_told(string sentence) => Assert.Null(Check.FaultOf(sentence));

    [Theory]
    [InlineData("You died 6 times.")]
    [InlineData("You lost 32 %.")]
    [InlineData("You lost 31.")]
    [InlineData("You lost 0.31 of your chances.")]
    [InlineData("You lost 30 % or so.")]
    [InlineData("You died at 22:11.")]
    [InlineData("You died at minute 22.")]
    [InlineData("You died 22 times.")]
    [InlineData("You had 6 CS a minute.")]
    [InlineData("Others had 64 CS.")]
    [InlineData("You had 3/7/6.")]
    [InlineData("You won 3/7 of the fights.")]
    [InlineData("You won 1/2 of the fights.")]
    [InlineData("You lost 12,5 kills.")]
    [InlineData("You had 1.250 gold more.")]
    [InlineData("You had 12 500 gold.")]
    [InlineData("You had 120k gold.")]
    [InlineData("You had 120 thousand gold.")]
    [InlineData("It was on 2026-11-21.")]
    [InlineData("It was on 21 November.")]
    [InlineData("Your patch was 26.22.1.")]
    [InlineData("You had 1e3 gold.")]
    [InlineData("You had 2³ kills.")]
    [InlineData("You had ½ of it.")]
    [InlineData("You had ⅷ kills.")]
    [InlineData("You had ③ kills.")]
    [InlineData("You had 七 kills.")]
    [InlineData("You had ٨ kills.")]
    [InlineData("You had 𝟖 kills.")]
    [InlineData("You died 2 2 times.")]
    [InlineData("You died 2_2 times.")]
    [InlineData("You died 2 + 7 times.")]
    public void Digits_that_were_not_given_are_a_fault(string sentence) => Assert.NotNull(Check.FaultOf(sentence));

    [Theory]
    [InlineData("You died eight times.")]
    [InlineData("You died EIGHT times.")]
    [InlineData("You died thirty-two times.")]
    [InlineData("You lost thirty-one kills.")]
    [InlineData("You died thirtytwo times.")]
    [InlineData("You died a dozen times.")]
    [InlineData("You died dozens of times.")]
    [InlineData("You died half a dozen times.")]
    [InlineData("You won half of it.")]
    [InlineData("You won a third of it.")]
    [InlineData("You won two thirds of it.")]
    [InlineData("You won three quarters of it.")]
    [InlineData("Your eighth death was the worst.")]
    [InlineData("You were fourfold behind.")]
    [InlineData("You had a quadrakill.")]
    [InlineData("You died two hundred times.")]
    [InlineData("You had six point four million gold.")]
    [InlineData("You had two and a half kills.")]
    [InlineData("You died VIII times.")]
    [InlineData("You died viii times.")]
    [InlineData("You had XLI kills.")]
    [InlineData("You died eig-ht times.")]
    [InlineData("You died e.i.g.h.t times.")]
    [InlineData("You died e i g h t times.")]
    [InlineData("You died eig ht times.")]
    [InlineData("You died sеven times.")]
    [InlineData("You died séven times.")]
    [InlineData("You died s3ven times.")]
    [InlineData("You died sie\u200bben times.")]
    [InlineData("You died siete times.")]
    [InlineData("You died acht times.")]
    [InlineData("You died siebzig times.")]
    [InlineData("You were a decade behind.")]
    [InlineData("You lost minus two kills.")]
    [InlineData("You died no fewer than nine times.")]
    public void Numbers_in_words_that_were_not_given_are_a_fault(string sentence) => Assert.NotNull(Check.FaultOf(sentence));

    [Theory]
    [InlineData("You had 2 k gold.")]
    [InlineData("You had 2M gold.")]
    [InlineData("You had 2m gold.")]
    [InlineData("You had 2 trillion gold.")]
    [InlineData("You had two trillion gold.")]
    [InlineData("You had 2 grand.")]
    [InlineData("You had 2.000 gold.")]
    [InlineData("You had 2 point 3 kills.")]
    [InlineData("You had two point 3 kills.")]
    [InlineData("You died twenty 2 times.")]
    [InlineData("You died twenty-2 times.")]
    [InlineData("You had 2 and a half kills.")]
    [InlineData("You had 2 and three quarters.")]
    [InlineData("You lost lO %.")]
    [InlineData("You died ll times.")]
    [InlineData("You died |2 times.")]
    [InlineData("You were sextuple behind.")]
    [InlineData("You gained minus 120 kills.")]
    [InlineData("You died fourty times.")]
    [InlineData("You died ninteen times.")]
    [InlineData("Your eigth death was the worst.")]
    [InlineData("You died sevenish times.")]
    [InlineData("You had twoish kills.")]
    [InlineData("You had thirtysomething CS.")]
    [InlineData("You had triple-digit kills.")]
    [InlineData("You had a hat trick.")]
    [InlineData("You had 2 kilo gold.")]
    public void Numbers_of_which_only_parts_were_given_are_a_fault(string sentence) =>
        Assert.NotNull(new NumberCheck().Add("2 and 3 kills, 20 s, 30 CS, 40 s, 20 %, 50 %, 75 %, 1 %, 11 %, +120 gold").FaultOf(sentence));

    [Theory]
    [InlineData("You lost 31 percent.")]
    [InlineData("You had five point three kills.")]
    public void A_name_of_half_a_number_makes_no_other_number(string sentence) =>
        Assert.NotNull(new NumberCheck().AddName("percent").AddName("point").Add("31 kills, 5 deaths, 3 assists").FaultOf(sentence));

    [Fact]
    public void A_name_takes_no_figure_apart()
    {
        var check = new NumberCheck().AddName("1 CS a").AddName("31").AddJson("""{"own":"5.1 CS a minute","swing":"−31 %"}""");

        Assert.NotNull(check.FaultOf("You had 5 kills."));
        Assert.Null(check.FaultOf("You lost 31 % with 5.1 CS a minute."));
    }

    [Theory]
    [InlineData("a\u200b99 deaths")]
    [InlineData("\"99\" deaths")]
    [InlineData("so many deaths as these: 99 is it")]
    public void A_name_makes_no_number_true_as_own_sentences_write_it(string name)
    {
        var report = Reports.Of(name) with { Actions = [], Gaps = [] };
        var check = LanguageConversation.CheckOf(report, ReportText.Of(report, TemplateWriter.Write(report), StaticCatalog.Empty));

        Assert.NotNull(check.FaultOf("It was 99."));
    }

    [Theory]
    [InlineData("You had 7 kills 99 in lane.")]
    [InlineData("You had 99 kills.")]
    [InlineData("Jarvan VI was yours.")]
    public void A_name_makes_no_number_true(string sentence) => Assert.NotNull(Check.FaultOf(sentence));

    [Fact]
    public void A_part_of_a_number_is_another_number()
    {
        var check = new NumberCheck().Add("It took 1234 s and 56.78 %.");

        Assert.All(["1", "12", "234", "56 %", "78 %", "6.7 %", "56.7 %", "0.78"], part => Assert.NotNull(check.FaultOf($"It was {part}.")));
        Assert.Null(check.FaultOf("It was 1,234 and 56.780 %."));
    }

    [Fact]
    public void A_sign_that_is_written_must_be_the_one_that_was_given()
    {
        var check = new NumberCheck().Add("The swing was −31 %, then +12 %, then 5 %.");

        Assert.All(["+31 %", "−12 %", "-5 %", "minus five percent"], wrong => Assert.NotNull(check.FaultOf($"It was {wrong}.")));
        Assert.All(["−31 %", "31 % lost", "+12 %", "12 %", "+5 %", "minus thirty-one percent"], right => Assert.Null(check.FaultOf($"It was {right}.")));
    }

    [Fact]
    public void What_is_made_of_the_figures_is_true()
    {
        var check = new NumberCheck().Add("You won 61.5 % of 13 games; that is −4 to 12 more than 57.");

        Assert.Null(check.FaultOf("Of thirteen games 61.5 percent were won: −4 to 12 more than 57."));
        Assert.NotNull(check.FaultOf("Of thirteen games eight were won."));
    }
}
