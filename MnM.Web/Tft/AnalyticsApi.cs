using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.OpenApi;
using MnM.Collector.Tft.Analytics;
using MnM.Web.Security;
using MnM.Web.Shell;

namespace MnM.Web.Tft;

/// <summary>The explorer of Teamfight Tactics over HTTP.</summary>
public static class AnalyticsApi
{
    private const string Format = "format";
    private const string CsvType = "text/csv";

    /// <summary>Maps /api/tft/analytics/{subject}, and /api/analytics, which is that of units.</summary>
    public static IEndpointRouteBuilder MapTftAnalyticsApi(this IEndpointRouteBuilder routes)
    {
        var analytics = routes.MapGroup("/api").WithTags("TFT");
        analytics.MapGet("/tft/analytics/{subject}", GetAsync).ForViewers().WithName("GetTftAnalytics")
            .WithSummary("How units, items, builds, traits or comps do, by filters in the address.")
            .AddOpenApiOperationTransformer((operation, _, _) => DescribeAsync(operation));
        analytics.MapPost("/tft/analytics/{subject}", PostAsync).ForViewers().WithName("QueryTftAnalytics").WithSummary("The same, by filters in JSON.");
        analytics.MapPost("/analytics", (JsonElement filters, TftExplorer explorer, HttpRequest request, CancellationToken cancellationToken) =>
                PostAsync(Word(TftSubject.Units), filters, explorer, request, cancellationToken)).ForViewers()
            .WithName("QueryTftUnits").WithSummary("How units do, by filters in JSON.");
        return routes;
    }

    private static Task<Results<Ok<AnalyticsAnswer>, FileContentHttpResult, ProblemHttpResult>> GetAsync(
        string subject, TftExplorer explorer, HttpRequest request, CancellationToken cancellationToken) =>
        AnswerAsync(subject, TftFields.Of(request.Query, Format), explorer, request, cancellationToken);

    private static Task<Results<Ok<AnalyticsAnswer>, FileContentHttpResult, ProblemHttpResult>> PostAsync(
        string subject, JsonElement filters, TftExplorer explorer, HttpRequest request, CancellationToken cancellationToken) =>
        AnswerAsync(subject, TftFields.Of(filters), explorer, request, cancellationToken);

    private static async Task<Results<Ok<AnalyticsAnswer>, FileContentHttpResult, ProblemHttpResult>> AnswerAsync(
        string word, TftFields fields, TftExplorer explorer, HttpRequest request, CancellationToken cancellationToken)
    {
        if (Enum.GetValues<TftSubject>().Cast<TftSubject?>().FirstOrDefault(known => Word(known!.Value) == word) is not { } subject)
        {
            return TypedResults.Problem(
                $"There is nothing told of {word}; there are {string.Join(", ", Enum.GetValues<TftSubject>().Select(Word))}.", statusCode: StatusCodes.Status404NotFound);
        }

        var (question, faults) = new TftQuestionReader(fields).Read(subject);
        if (FindFormat(request) is not { } isCsv)
        {
            faults = faults.Add((Format, "format is json or csv."));
            isCsv = false;
        }

        return faults.IsEmpty
            ? await (isCsv ? explorer.AskForAllAsync(question, cancellationToken) : explorer.AskAsync(question, cancellationToken)) switch
            {
                TftReply.Answered { Answer: var answer } when isCsv => TypedResults.File(AnalyticsCsv.Write(answer.Rows), Csv.ContentType, FileOf(answer)),
                TftReply.Answered { Answer: var answer } => TypedResults.Ok(AnalyticsAnswer.Of(answer)),
                TftReply.Empty when isCsv => TypedResults.File(AnalyticsCsv.Write([]), Csv.ContentType, FileOf(question)),
                TftReply.Empty empty => TypedResults.Ok(AnalyticsAnswer.Silent(subject, empty.Why)),
                TftReply.Refused refused => Refuse(refused.Faults),
                TftReply.Failed failed => Fail(failed, request.HttpContext.Response),
                var other => throw new InvalidOperationException($"{other} is no reply."),
            }
            : Refuse(faults);
    }

    private static ProblemHttpResult Fail(TftReply.Failed failed, HttpResponse response)
    {
        if (failed.RetryAfter is { } after)
        {
            response.Headers.RetryAfter = after.TotalSeconds.ToString(CultureInfo.InvariantCulture);
        }

        return TypedResults.Problem(failed.Why, statusCode: StatusCodes.Status503ServiceUnavailable);
    }

    /// <summary>All faults by their fields, as JSON spells them.</summary>
    internal static ProblemHttpResult Refuse(IEnumerable<(string Field, string Why)> faults) => FieldFaults.Problem(
        StatusCodes.Status400BadRequest,
        faults.GroupBy(fault => JsonNamingPolicy.SnakeCaseLower.ConvertName(fault.Field)).ToDictionary(field => field.Key, field => field.Select(fault => fault.Why).Distinct().ToArray()));

    // The parameter beats the header; browsers accept everything and mean neither.
    private static bool? FindFormat(HttpRequest request) => request.Query[Format].ToString() switch
    {
        "" => request.GetTypedHeaders().Accept.OrderByDescending(type => type.Quality ?? 1).FirstOrDefault()?.MediaType.Equals(CsvType, StringComparison.OrdinalIgnoreCase) == true,
        "csv" => true,
        "json" => false,
        _ => null,
    };

    private static string FileOf(TftQuestion question) => $"{NameOf(question)}.csv";

    // Where not all rows are in it, the file itself says so: a table has no room for a note.
    private static string FileOf(TftAnswer answer) =>
        answer.LeftOut == 0 ? FileOf(answer.Question) : $"{NameOf(answer.Question)}-first-{answer.Rows.Length}-of-{answer.Rows.Length + answer.LeftOut}.csv";

    private static string NameOf(TftQuestion question) => $"tft-{string.Join('-', question.Patches.Prepend(Word(question.Subject)))}";

    private static string Word(TftSubject subject) => subject.ToString().ToLowerInvariant();

    private static Task DescribeAsync(OpenApiOperation operation)
    {
        operation.Parameters ??= [];
        foreach (var (name, what) in TftQuestionReader.Describe().Append((Format, "json or csv; the header Accept: text/csv does it too.")))
        {
            operation.Parameters.Add(new OpenApiParameter
            {
                Name = JsonNamingPolicy.SnakeCaseLower.ConvertName(name),
                In = ParameterLocation.Query,
                Description = what,
                Schema = new OpenApiSchema { Type = JsonSchemaType.String },
            });
        }

        return Task.CompletedTask;
    }
}
