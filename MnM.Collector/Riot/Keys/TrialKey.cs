namespace MnM.Collector.Riot.Keys;

/// <summary>A key that a request tries in place of the one in use. No record: its text would show the key.</summary>
internal sealed class TrialKey(string text)
{
    private static readonly HttpRequestOptionsKey<TrialKey> Option = new("TrialKey");

    public string Text => text;

    /// <summary>The key that a request tries; null where it takes the one in use.</summary>
    public static TrialKey? Of(HttpRequestMessage request) => request.Options.TryGetValue(Option, out var key) ? key : null;

    /// <summary>Lets the request try this key.</summary>
    public void PutInto(HttpRequestMessage request) => request.Options.Set(Option, this);
}
