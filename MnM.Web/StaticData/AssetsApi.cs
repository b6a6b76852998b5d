using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;
using MnM.Collector.StaticData;
using MnM.Web.Security;

namespace MnM.Web.StaticData;

/// <summary>Pictures of champions, items, spells, runes and profile icons.</summary>
public static class AssetsApi
{
    // A page full of pictures shows drawn tiles after this long; fetches go on and the next look has them.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    /// <summary>GET /assets/{kind}/{key}.png.</summary>
    public static IEndpointRouteBuilder MapAssets(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/assets/{kind}/{key}.png", GetPictureAsync).ForViewers()
            .WithName("GetPicture")
            .WithSummary("The picture of a champion or spell (by alias), an item, rune, profile icon, unit or trait (by id); a drawn tile where there is none.")
            .WithTags("Static data");
        return routes;
    }

    private static async Task<Results<PhysicalFileHttpResult, ContentHttpResult, ProblemHttpResult>> GetPictureAsync(
        string kind, string key, PictureStore pictures, StaticDataStore catalogs, TimeProvider time, HttpContext context, CancellationToken cancellationToken)
    {
        if (!PictureKey.TryParse(kind, key, out var picture))
        {
            return TypedResults.Problem(statusCode: StatusCodes.Status404NotFound, title: "There is no such picture.");
        }

        if (await FindAsync(pictures, picture, time, cancellationToken) is { } path && await ReadMediaTypeAsync(path, cancellationToken) is { } mediaType)
        {
            context.Response.Headers.CacheControl = "private, max-age=86400, immutable";
            var file = new FileInfo(path);
            var tag = string.Create(CultureInfo.InvariantCulture, $"\"{file.LastWriteTimeUtc.Ticks:x}-{file.Length:x}\"");
            return TypedResults.PhysicalFile(path, mediaType, lastModified: file.LastWriteTimeUtc, entityTag: new EntityTagHeaderValue(tag));
        }

        context.Response.Headers.CacheControl = "private, max-age=60";
        var entry = picture.LookUp(catalogs.Current);
        return TypedResults.Content(DrawnTile.Draw(entry.Key.Key, entry.Name), "image/svg+xml");
    }

    private static async Task<string?> FindAsync(PictureStore pictures, PictureKey picture, TimeProvider time, CancellationToken cancellationToken)
    {
        try
        {
            return await pictures.FindAsync(picture.Kind, picture.Key, cancellationToken).AsTask().WaitAsync(Patience, time, cancellationToken);
        }
        catch (TimeoutException)
        {
            return null;
        }
    }

    // Null for a file that was cut short after it had been kept.
    private static async Task<string?> ReadMediaTypeAsync(string path, CancellationToken cancellationToken)
    {
        var head = new byte[PictureFormat.HeadLength];
        await using var stream = File.OpenRead(path);
        var read = await stream.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellationToken);
        return PictureFormat.MediaType(head.AsSpan(0, read));
    }
}
