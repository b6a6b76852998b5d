using MnM.Collector.Matches;

namespace MnM.Web.Matches;

/// <summary>Passes the JSON of a stored match through: compressed as it is stored to who takes that, unpacked on the way to others. Nobody parses it.</summary>
internal sealed class MatchJson(PackedMatch match) : IResult
{
    public const string ContentType = "application/json";
    private const string Brotli = "br";

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        using var packed = match;
        var response = httpContext.Response;
        response.ContentType = ContentType;

        // A match never changes; but what was kept for one origin is not for another.
        response.Headers.CacheControl = "private, max-age=86400";
        response.Headers.Vary = "Accept-Encoding, Origin";
        if (TakesBrotli(httpContext.Request))
        {
            response.Headers.ContentEncoding = Brotli;
            response.ContentLength = packed.Bytes.Length;
            await response.Body.WriteAsync(packed.Bytes, httpContext.RequestAborted);
            return;
        }

        await using var json = packed.Unpack();
        await json.CopyToAsync(response.Body, httpContext.RequestAborted);
    }

    private static bool TakesBrotli(HttpRequest request) => request.GetTypedHeaders().AcceptEncoding.Any(
        coding => coding.Value.Equals(Brotli, StringComparison.OrdinalIgnoreCase) && coding.Quality is not 0);
}
