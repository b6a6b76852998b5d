using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;

namespace MnM.Collector.Tft.Analytics;

/// <summary>Where the rows of matches of Teamfight Tactics are kept, and of how many sets.</summary>
public sealed partial class AnalyticsOptions : IValidatableObject
{
    /// <summary>Address of a ClickHouse server, its database after the host; user and password may stand before the host. Null for the file beside MnM's database.</summary>
    [Display(Name = "TFT_CLICKHOUSE_URL", Description = "Address of a ClickHouse server for the rows of TFT matches, for example http://localhost:8123/mnm.")]
    public Uri? ClickHouse { get; set; }

    /// <summary>How many sets stay in the analytics store, the newest; all where 0. Raw matches stay in any case.</summary>
    [Display(Name = "TFT_KEEP_SETS", Description = "How many of the newest TFT sets stay in the explorer, 0 (all) to 100.")]
    [Range(0, 100, ErrorMessage = "must be between 0 and 100")]
    public int KeepSets { get; set; }

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (ClickHouse is { } address && FaultOf(address) is { } fault)
        {
            yield return new(fault, [nameof(ClickHouse)]);
        }
    }

    private static string? FaultOf(Uri address) =>
        address.Query.Length > 0 || address.Fragment.Length > 0 ? "has nothing after a ? or #"
        : !Database().IsMatch(address.AbsolutePath.Trim('/')) ? "names at most a database after the host, of letters, digits and _"
        : null;

    [GeneratedRegex("^[A-Za-z0-9_]{0,100}$")]
    private static partial Regex Database();
}
