using AngleSharp.Dom;
using Bunit;
using Bunit.TestDoubles;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using MnM.Web.Live;
using MnM.Web.Scouting;
using MnM.Web.Security;

namespace MnM.Tests.Security;

/// <summary>Renders components for somebody who asks: the owner, unless a test says otherwise.</summary>
public abstract class VisitorContext : BunitContext
{
    private readonly BunitAuthorizationContext _visitor;

    protected VisitorContext()
    {
        _visitor = this.AddAuthorization();
        Services.AddSingleton<ICustomGameSharing>(Sharing);
        Services.AddSingleton<CustomGames>();
        Services.AddSingleton<SharedGames>();
        Services.AddSingleton<SharedScouting>();
        Be(Role.Owner);
    }

    private protected CustomGameChoice Sharing { get; } = new();

    /// <summary>Who asks from now on.</summary>
    private protected void Be(Role role)
    {
        // The roles last: they tell open pages.
        _visitor.SetAuthorized(role.ToString());
        _visitor.SetPolicies(role == Role.Owner ? [Owner.Policy, Viewer.Policy] : [Viewer.Policy]);
        _visitor.SetRoles(role.ToString());
    }

    /// <summary>What can be done on a page, by name: every element that calls MnM.</summary>
    private protected static IReadOnlyList<string> ActsOn<TPage>(IRenderedComponent<TPage> page)
        where TPage : IComponent =>
        [.. page.FindAll("*").Where(one => one.Attributes.Any(attribute => attribute.Name.StartsWith("blazor:on", StringComparison.Ordinal))).Select(NameOf)];

    private static string NameOf(IElement one) => one.GetAttribute("aria-label") ?? one.GetAttribute("id") ?? one.TextContent.Trim();
}

/// <summary>Whether the owner shows custom games, as a test wants it.</summary>
internal sealed class CustomGameChoice : ICustomGameSharing
{
    public bool IsShown { get; set; }
}
