using MnM.Collector.Backplane;

namespace MnM.Collector.Riot;

/// <summary>A question to Riot's API, as the handlers on its way see it.</summary>
/// <param name="Route">Platform or region, in lower case.</param>
/// <param name="Method">Riot's limits are per method; the name is ours, for example match-v5.ids.</param>
/// <param name="Lane">How urgent it is.</param>
/// <param name="Product">Whose key it takes.</param>
internal sealed record RiotCall(string Route, string Method, Lane Lane, RiotProduct Product = RiotProduct.League)
{
    private static readonly HttpRequestOptionsKey<RiotCall> Option = new("RiotCall");

    /// <summary>The call that a request carries.</summary>
    /// <exception cref="InvalidOperationException">It carries none.</exception>
    public static RiotCall Of(HttpRequestMessage request) =>
        request.Options.TryGetValue(Option, out var call) ? call : throw new InvalidOperationException("A request to Riot's API must go through RiotClient.");

    /// <summary>Lets the request carry this call.</summary>
    public void PutInto(HttpRequestMessage request) => request.Options.Set(Option, this);
}
