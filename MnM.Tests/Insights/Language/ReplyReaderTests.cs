using MnM.Collector.Insights.Language;
using MnM.Collector.Insights.Language.Numbers;

namespace MnM.Tests.Insights.Language;

/// <summary>Whatever a language model answers is words that were checked, or a fault.</summary>
public class ReplyReaderTests
{
    [Theory]
    [InlineData("""{"sentences":["It was \ud800 over."],"recommendations":[]}""")]
    [InlineData("""{"sentences":["It was over."],"recommendations":[{"text":"\udc00","evidence":"x"}]}""")]
    [InlineData("""{"\ud800":1}""")]
    public void Half_a_pair_of_surrogates_is_a_fault_of_the_answer_and_none_of_MnM(string answer)
    {
        var reader = new ReplyReader(new NumberCheck(), _ => { });

        Assert.False(reader.Hear(answer));
        Assert.NotNull(reader.End());
    }
}
