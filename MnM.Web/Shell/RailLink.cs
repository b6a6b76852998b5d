using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;

namespace MnM.Web.Shell;

/// <summary>A link of the rail that stands for pages elsewhere, too.</summary>
public sealed class RailLink : NavLink
{
    /// <summary>Whether the page at a path is one of them; null where there are none.</summary>
    [Parameter] public Func<string, bool>? Owns { get; set; }

    /// <inheritdoc/>
    protected override bool ShouldMatch(string uriAbsolute) => base.ShouldMatch(uriAbsolute) || Owns?.Invoke(new Uri(uriAbsolute).AbsolutePath) == true;
}
