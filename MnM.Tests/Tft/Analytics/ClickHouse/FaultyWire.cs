namespace MnM.Tests.Tft.Analytics.ClickHouse;

/// <summary>Stands between MnM and ClickHouse, and does to one request what the test says.</summary>
internal sealed class FaultyWire
{
    /// <summary>Whether a request is the one; then it is treated once.</summary>
    public Predicate<HttpRequestMessage> Concerns { get; set; } = _ => false;

    /// <summary>What becomes of it; the second passes it on.</summary>
    public Func<HttpRequestMessage, Func<Task<HttpResponseMessage>>, Task<HttpResponseMessage>> Treatment { get; set; } = (_, send) => send();

    /// <summary>Addresses and bodies that went out, the latest last.</summary>
    public List<string> Asked { get; } = [];

    public static bool IsInsert(HttpRequestMessage request) => request.RequestUri!.Query.Contains("INSERT", StringComparison.Ordinal);

    public DelegatingHandler Handler() => new Wire(this);

    private sealed class Wire(FaultyWire owner) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            lock (owner.Asked)
            {
                owner.Asked.Add(request.RequestUri!.ToString());
            }

            if (!owner.Concerns(request))
            {
                return await base.SendAsync(request, cancellationToken);
            }

            owner.Concerns = _ => false;
            return await owner.Treatment(request, () => base.SendAsync(request, cancellationToken));
        }
    }
}
