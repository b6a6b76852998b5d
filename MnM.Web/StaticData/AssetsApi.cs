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

    /// <summary>GET /assets/{kind}/{key}.png, GET /assets/{kind}/{size}/{key}.webp.</summary>
    public static IEndpointRouteBuilder MapAssets(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/assets/{kind}/{key}.png", GetPictureAsync).ForViewers()
            .WithName("GetPicture")
            .WithSummary("The picture of a champion or spell (by alias), an item, rune, profile icon, unit or trait (by id); a drawn tile where there is none.")
            .WithTags("Static data");
        routes.MapGet("/assets/{kind}/{size}/{key}.webp", GetSmallPictureAsync).ForViewers()
            .WithName("GetSmallPicture")
            .WithSummary("The same as WebP, the middle square of it, 48 or 96 pixels wide, or as Riot has it where that is less.")
            .WithTags("Static data");
        return routes;
    }

    private static Task<Results<PhysicalFileHttpResult, ContentHttpResult, ProblemHttpResult>> GetPictureAsync(
        string kind, string key, PictureStore pictures, StaticDataStore catalogs, TimeProvider time, HttpContext context, CancellationToken cancellationToken) =>
        AnswerAsync(kind, key, picture => pictures.FindAsync(picture.Kind, picture.Key, cancellationToken), catalogs, time, context, cancellationToken);

    private static async Task<Results<PhysicalFileHttpResult, ContentHttpResult, ProblemHttpResult>> GetSmallPictureAsync(
        string kind, string size, string key, SmallPictureStore pictures, StaticDataStore catalogs, TimeProvider time, HttpContext context, CancellationToken cancellationToken) =>
        SizeOf(size) is { } wanted
            ? await AnswerAsync(kind, key, picture => pictures.FindAsync(picture.Kind, picture.Key, wanted, cancellationToken), catalogs, time, context, cancellationToken)
            : NoSuchPicture();

    private static async Task<Results<PhysicalFileHttpResult, ContentHttpResult, ProblemHttpResult>> AnswerAsync(
        string kind, string key, Func<PictureKey, ValueTask<string?>> find, StaticDataStore catalogs, TimeProvider time, HttpContext context, CancellationToken cancellationToken)
    {
        if (!PictureKey.TryParse(kind, key, out var picture))
        {
            return NoSuchPicture();
        }

        if (await InTimeAsync(find(picture), time, cancellationToken) is { } path && await ReadMediaTypeAsync(path, cancellationToken) is { } mediaType)
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

    private static PictureSize? SizeOf(string size) => size switch
    {
        "48" => PictureSize.Small,
        "96" => PictureSize.Large,
        _ => null,
    };

    private static ProblemHttpResult NoSuchPicture() => TypedResults.Problem(statusCode: StatusCodes.Status404NotFound, title: "There is no such picture.");

    private static async Task<string?> InTimeAsync(ValueTask<string?> found, TimeProvider time, CancellationToken cancellationToken)
    {
        try
        {
            return await found.AsTask().WaitAsync(Patience, time, cancellationToken);
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
