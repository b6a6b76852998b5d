using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace MnM.Simulator.RiotApi;

/// <summary>A request that may be answered: its key is known and its limits had room.</summary>
/// <param name="Route">The platform or region it was sent to.</param>
/// <param name="Product">Whose ids its key sees.</param>
/// <param name="Values">The parameters of its path.</param>
/// <param name="Query">Those behind the question mark.</param>
internal sealed record RiotRequest(string Route, string Product, IReadOnlyDictionary<string, string> Values, IQueryCollection Query)
{
    public string this[string name] => Values[name];

    /// <summary>A number behind the question mark; null where it is not there or none.</summary>
    public long? Number(string name) => long.TryParse(Query[name], NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>A text behind the question mark; null where it is not there.</summary>
    public string? Text(string name) => Query[name].ToString() is { Length: > 0 } text ? text : null;
}
