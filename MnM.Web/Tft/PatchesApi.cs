using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using MnM.Collector.Tft.Patches;
using MnM.Web.Security;

namespace MnM.Web.Tft;

/// <summary>The calendar of patches over HTTP.</summary>
public static class PatchesApi
{
    /// <summary>Maps /api/patches.</summary>
    public static IEndpointRouteBuilder MapPatchesApi(this IEndpointRouteBuilder routes)
    {
        var patches = routes.MapGroup("/api/patches").WithTags("TFT");
        patches.MapGet("", ListAsync).ForViewers().WithName("ListPatches").WithSummary("Since when which patch of Teamfight Tactics is played, the latest first.");
        patches.MapPut("/{patch}", SaveAsync).WithName("SavePatch").WithSummary("Enters the date of a patch, or another one.");
        patches.MapDelete("/{patch}", RemoveAsync).WithName("RemovePatch").WithSummary("Forgets a date that was entered here.");
        return routes;
    }

    private static async Task<Ok<List<PatchAnswer>>> ListAsync(PatchDesk desk, CancellationToken cancellationToken) =>
        TypedResults.Ok((await desk.ReadAsync(cancellationToken)).Select(PatchAnswer.Of).ToList());

    private static async Task<Results<Ok<ChangedPatch>, ProblemHttpResult>> SaveAsync(string patch, NewPatchDate said, PatchDesk desk, CancellationToken cancellationToken)
    {
        // Without an offset it is UTC, wherever MnM runs.
        var isMoment = DateTimeOffset.TryParse(said.From, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var from);
        if (said.Set is not { } set || !isMoment)
        {
            return AnalyticsApi.Refuse(
            [
                .. said.Set is null ? [("set", "The number of its set is missing.")] : Array.Empty<(string, string)>(),
                .. said.From is null ? [("from", "Its first moment is missing.")] : isMoment ? Array.Empty<(string, string)>() : [("from", $"\"{said.From}\" is no moment: one looks like 2026-09-15T06:00:00Z.")],
            ]);
        }

        // The desk says what is wrong with a patch that is none.
        return Result(await desk.SaveAsync(Patch.Find(patch) ?? Patch.Unknown, set, from, said.Confirm, cancellationToken));
    }

    private static async Task<Results<Ok<ChangedPatch>, ProblemHttpResult>> RemoveAsync(string patch, PatchDesk desk, CancellationToken cancellationToken, bool confirm = false) =>
        Patch.Find(patch) is { } known ? Result(await desk.RemoveAsync(known, confirm, cancellationToken)) : AnalyticsApi.Refuse([("patch", $"\"{patch}\" is no patch: one looks like 18.2 or 18.2b.")]);

    private static Results<Ok<ChangedPatch>, ProblemHttpResult> Result(PatchChange change) => change switch
    {
        PatchChange.Done done => TypedResults.Ok(new ChangedPatch(done.Matches)),
        PatchChange.ToConfirm { Matches: var matches } => TypedResults.Problem(
            $"{matches} stored matches would come into another patch, and the rows of all matches would be made anew: say confirm.", statusCode: StatusCodes.Status409Conflict, extensions: [new("matches", matches)]),
        PatchChange.NotDerived { Why: var why } => TypedResults.Problem(
            $"Nothing was changed, since the rows of the matches could not be made anew: {why}", statusCode: StatusCodes.Status503ServiceUnavailable),
        PatchChange.Refused refused => AnalyticsApi.Refuse([(refused.Field, refused.Why)]),
        _ => throw new InvalidOperationException($"{change} is no change."),
    };
}

/// <summary>The date of a patch.</summary>
/// <param name="Set">Of which set.</param>
/// <param name="From">Its first moment, ISO 8601; UTC where it says no offset.</param>
/// <param name="Confirm">Whether the rows of all matches may be made anew where stored matches come into another patch.</param>
public sealed record NewPatchDate(int? Set, string? From, bool Confirm = false);

/// <summary>A patch of the calendar.</summary>
public sealed record PatchAnswer(string Patch, int Set, DateTimeOffset From, bool IsOwn)
{
    internal static PatchAnswer Of(PatchDate date) => new(date.Patch.ToString(), date.Set, date.From, date.IsOwn);
}

/// <summary>What a change of the calendar did.</summary>
/// <param name="Matches">How many stored matches came into another patch; where there are any, the rows of all matches are being made anew.</param>
public sealed record ChangedPatch(int Matches);
