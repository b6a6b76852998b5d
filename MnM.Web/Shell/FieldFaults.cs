using Microsoft.AspNetCore.Http.HttpResults;

namespace MnM.Web.Shell;

/// <summary>What is wrong with parts of a request, by their names: problem details with "errors".</summary>
internal static class FieldFaults
{
    /// <summary>Those that are wrong.</summary>
    public static Dictionary<string, string[]> Of(params IEnumerable<(string Field, string? Fault)> fields) =>
        fields.Where(field => field.Fault is not null).ToDictionary(field => field.Field, field => new[] { field.Fault! });

    /// <summary>An answer that tells them all.</summary>
    public static ProblemHttpResult Problem(int status, IReadOnlyDictionary<string, string[]> faults) =>
        TypedResults.Problem(string.Join(' ', faults.Values.SelectMany(sentences => sentences)), statusCode: status, extensions: [new("errors", faults)]);
}
