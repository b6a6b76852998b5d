using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection.Extensions;
using MnM.Web.Shell;

namespace MnM.Web.Demo;

/// <summary>Starts and stops the demo.</summary>
internal static class DemoApi
{
    public static IServiceCollection AddDemo(this IServiceCollection services)
    {
        // Whoever runs the host for both modes puts real ones in their places.
        services.TryAddSingleton(new DemoSwitch(null, null));
        services.TryAddSingleton(new Restart(null));
        services.AddHostedService<DemoFriends>();
        return services;
    }

    public static void MapDemo(this IEndpointRouteBuilder routes)
    {
        var demo = routes.MapGroup("/api/demo").WithTags("Demo");
        demo.MapPost("/start", Start).WithSummary("Restarts MnM with an invented game.");
        demo.MapPost("/stop", Stop).WithSummary("Restarts MnM with the real game.");
    }

    private static Results<Accepted, ProblemHttpResult> Start(DemoState state, DemoSwitch demo) => Switch(demo, !state.IsDemo, demo.StartDemo, "The demo already runs.");

    private static Results<Accepted, ProblemHttpResult> Stop(DemoState state, DemoSwitch demo) => Switch(demo, state.IsDemo, demo.StopDemo, "The demo does not run.");

    private static Results<Accepted, ProblemHttpResult> Switch(DemoSwitch demo, bool sensible, Action act, string otherwise)
    {
        if (!sensible || !demo.CanSwitch)
        {
            return TypedResults.Problem(sensible ? "This MnM cannot switch the demo." : otherwise, statusCode: StatusCodes.Status409Conflict);
        }

        act();
        return TypedResults.Accepted((string?)null);
    }
}
