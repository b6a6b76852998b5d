using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;

namespace MnM.Web.Shell;

/// <summary>What the headers of an answer tell beside its body.</summary>
internal static class AnswerFacts
{
    public const string Stale = "X-MnM-Stale";
    public const string TotalCount = "X-Total-Count";
    public const string Page = "X-Page";
    public const string Limit = "X-Limit";

    /// <summary>Says why an answer is old or not whole.</summary>
    public static void TellStale(this HttpResponse response, string reason) =>
        // Headers are ASCII, and a name in a reason need not be.
        response.Headers[Stale] = string.Concat(reason.Select(letter => letter is >= ' ' and <= '~' ? letter : '?'));

    /// <summary>Says which page of a list it is, how long the list is, and where its other pages are (RFC 8288).</summary>
    /// <param name="response">The answer.</param>
    /// <param name="page">From 1.</param>
    /// <param name="limit">How many a page has.</param>
    /// <param name="total">How many there are.</param>
    public static void TellPage(this HttpResponse response, int page, int limit, int total)
    {
        var last = Math.Max(1, (total + limit - 1) / limit);
        (int Page, string Relation)[] links = [(1, "first"), (Math.Min(page - 1, last), "prev"), (page + 1, "next"), (last, "last")];
        response.Headers[TotalCount] = total.ToString(CultureInfo.InvariantCulture);
        response.Headers[Page] = page.ToString(CultureInfo.InvariantCulture);
        response.Headers[Limit] = limit.ToString(CultureInfo.InvariantCulture);
        response.Headers.Link = string.Join(", ", links.Where(link => link.Page >= 1 && link.Page <= last).Select(link => $"<{AddressOf(response.HttpContext.Request, link.Page)}>; rel=\"{link.Relation}\""));
    }

    private static string AddressOf(HttpRequest request, int page)
    {
        var query = new QueryBuilder(request.Query.Where(pair => !pair.Key.Equals("page", StringComparison.OrdinalIgnoreCase)));
        query.Add("page", page.ToString(CultureInfo.InvariantCulture));
        return $"{request.Path.ToUriComponent()}{query.ToQueryString().ToUriComponent()}";
    }
}
