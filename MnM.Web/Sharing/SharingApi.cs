using System.Collections.Immutable;
using Microsoft.AspNetCore.Http.HttpResults;
using MnM.Collector.Sharing;
using MnM.Web.Hosting;
using MnM.Web.Security;
using MnM.Web.Sharing.Listening;

namespace MnM.Web.Sharing;

/// <summary>What a device shows to be let in: a code, the token of a link or the owner's code; and what its owner calls it.</summary>
internal sealed record PairingWish(string? Code, string? Name);

/// <summary>A device that was let in.</summary>
internal sealed record PairedAnswer(Role Role);

/// <summary>How sharing stands, under which addresses other machines reach MnM, which of them could not be listened to, by which certificate where it is MnM's own, and how the open code fares.</summary>
internal sealed record SharingAnswer(bool IsOn, bool ShowsCustomGames, IReadOnlyList<string> Addresses, IReadOnlyList<string> Failed, string? Fingerprint, CodeStateAnswer? Code);

/// <summary>How an open code fares. Without tries left it is closed, and its link alone is open.</summary>
internal sealed record CodeStateAnswer(DateTimeOffset ExpiresAt, int TriesLeft, ImmutableArray<string> WrongFrom)
{
    public static CodeStateAnswer? Of(Pairing? pairing) => pairing is null ? null : new(pairing.ExpiresAt, pairing.TriesLeft, pairing.WrongFrom);
}

/// <summary>Who knows how sharing stands.</summary>
internal sealed record SharingParts(SharingSwitch Sharing, ListenSource Source, LanListener Listener, SharedCertificate Certificate, PairingDesk Pairings);

/// <summary>An open code, and the links that hold its token instead.</summary>
internal sealed record CodeAnswer(string Code, IReadOnlyList<string> Links, DateTimeOffset ExpiresAt);

/// <summary>Sharing over HTTP.</summary>
internal static class SharingApi
{
    public static void MapSharingApi(this IEndpointRouteBuilder routes)
    {
        var sharing = routes.MapGroup("/api/sharing").WithTags("Sharing");
        sharing.MapGet("", Find).WithName("GetSharing").WithSummary("How sharing stands.");
        sharing.MapPut("", SaveAsync).WithName("SetSharing").WithSummary("Switches it on or off.");
        sharing.MapPost("/code", OpenAsync).WithName("OpenPairingCode").WithSummary("Opens a code for one device, in the place of the one before.");
        sharing.MapDelete("/code", CloseAsync).WithName("ClosePairingCode").WithSummary("Closes the open code.");
        sharing.MapGet("/devices", DevicesAsync).WithName("ListDevices").WithSummary("Devices that are let in.");
        sharing.MapDelete("/devices/{device:long}", RevokeAsync).WithName("RevokeDevice").WithSummary("Lets a device in no more, and closes what it has open.");
        sharing.MapPost("/pair", PairAsync).WithName("PairDevice").WithSummary("Lets the device in that asks, by a code.").ForEveryone()
            .ProducesProblem(StatusCodes.Status429TooManyRequests).ProducesProblem(StatusCodes.Status503ServiceUnavailable);
    }

    private static Ok<SharingAnswer> Find([AsParameters] SharingParts parts) => TypedResults.Ok(new SharingAnswer(
        parts.Sharing.Current.IsOn, parts.Sharing.Current.ShowsCustomGames, parts.Source.Lan, parts.Listener.Failed, parts.Certificate.Fingerprint, CodeStateAnswer.Of(parts.Pairings.Current)));

    private static async Task<Results<Ok<SharingAnswer>, ProblemHttpResult>> SaveAsync(SharingChange change, SharingDesk desk, [AsParameters] SharingParts parts, CancellationToken cancellationToken)
    {
        try
        {
            await desk.SetAsync(change, cancellationToken);
        }
        catch (NotKeptException fault)
        {
            return NotKept(fault);
        }

        return Find(parts);
    }

    private static async Task<Results<Ok<CodeAnswer>, ProblemHttpResult>> OpenAsync(SharingDesk desk, ListenSource source, LanListener listener, CancellationToken cancellationToken) =>
        await desk.OpenCodeAsync(cancellationToken) is { } pairing
            ? TypedResults.Ok(new CodeAnswer(pairing.Code, [.. source.Lan.Except(listener.Failed).Select(address => PairLink.Of(address, pairing))], pairing.ExpiresAt))
            : TypedResults.Problem("MnM is not shared.", statusCode: StatusCodes.Status409Conflict);

    private static async Task<NoContent> CloseAsync(SharingDesk desk, CancellationToken cancellationToken)
    {
        await desk.CloseCodeAsync(cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<Ok<ImmutableArray<DeviceView>>> DevicesAsync(DeviceStore devices, CancellationToken cancellationToken) =>
        TypedResults.Ok(await devices.ListAsync(cancellationToken));

    private static async Task<Results<NoContent, ProblemHttpResult>> RevokeAsync(long device, SharingDesk desk, CancellationToken cancellationToken)
    {
        try
        {
            return await desk.RevokeAsync(device, cancellationToken)
                ? TypedResults.NoContent()
                : TypedResults.Problem($"There is no device {device}.", statusCode: StatusCodes.Status404NotFound);
        }
        catch (NotKeptException fault)
        {
            return NotKept(fault);
        }
    }

    private static async Task<IResult> PairAsync(PairingWish wish, HttpContext http, SharingDesk desk, CancellationToken cancellationToken) =>
        wish.Code?.Trim() is not { Length: > 0 } code ? TypedResults.Problem("code is missing.", statusCode: StatusCodes.Status400BadRequest)
        : await desk.PairAsync(http, code, wish.Name, cancellationToken) switch
        {
            PairingAnswer.Accepted { IsOwner: var isOwner } => TypedResults.Ok(new PairedAnswer(isOwner ? Role.Owner : Role.Viewer)),
            PairingAnswer.Wrong { TriesLeft: > 0 and var left } => Refused($"That code is wrong. {(left == 1 ? "One more try is" : $"{left} more tries are")} left."),
            PairingAnswer.Wrong => Refused("That code is wrong, and it is closed now. Ask for a new one."),
            PairingAnswer.NotKept => TypedResults.Problem(
                "The code is right, but MnM could not store this device: its disk may be full. The code stays open; try again.", statusCode: StatusCodes.Status503ServiceUnavailable),
            PairingAnswer.TooMany { RetryAfter: var wait } => new Later(wait),
            _ => Refused("No code is open. Ask for a new one."),
        };

    private static ProblemHttpResult NotKept(NotKeptException fault) => TypedResults.Problem(fault.Message, statusCode: StatusCodes.Status503ServiceUnavailable);

    private static ProblemHttpResult Refused(string detail) => TypedResults.Problem(detail, statusCode: StatusCodes.Status403Forbidden);

    private sealed class Later(TimeSpan wait) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) => VisitLimits.Refuse(httpContext, wait, "Codes come too fast. Wait a moment.");
    }
}
