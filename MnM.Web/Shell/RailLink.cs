using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;

namespace MnM.Web.Shell;

/// <summary>A link of the rail that stands for pages elsewhere, too.</summary>
public sealed class RailLink : NavLink
{
    /// <summary>How their addresses end; null where there are none.</summary>
    [Parameter] public string? Ending { get; set; }

    /// <inheritdoc/>
    protected override bool ShouldMatch(string uriAbsolute) =>
        base.ShouldMatch(uriAbsolute) || (Ending is not null && new Uri(uriAbsolute).AbsolutePath.EndsWith(Ending, StringComparison.Ordinal));
}
