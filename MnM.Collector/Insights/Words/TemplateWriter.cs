namespace MnM.Collector.Insights.Words;

/// <summary>MnM's own sentences: true by construction, and there without any language model.</summary>
internal static class TemplateWriter
{
    public static InsightWords Write(InsightReport report) => throw new NotImplementedException();
}
