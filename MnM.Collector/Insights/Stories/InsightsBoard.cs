namespace MnM.Collector.Insights.Stories;

/// <summary>Tells how far insights are that are under way.</summary>
internal sealed class InsightsBoard(Feed<InsightsUnderWay> feed)
{
    /// <summary>How far one is; null where this process does not work on it.</summary>
    public InsightProgress? Find(string key) => feed.Current.ByKey.GetValueOrDefault(key);

    public void Tell(string key, InsightProgress progress) => feed.Update(all => all with { ByKey = all.ByKey.SetItem(key, progress) });

    public void Tell(string key, InsightStage stage) => Tell(key, new InsightProgress(stage, "", []));

    /// <summary>It is no longer under way: whoever looks finds the end in the database.</summary>
    public void End(string key) => feed.Update(all => all.ByKey.ContainsKey(key) ? all with { ByKey = all.ByKey.Remove(key) } : all);
}
