using MnM.Collector.Sharing;
using MnM.Web.Security;

namespace MnM.Web.Sharing;

/// <summary>Links each request of a device to what may end it, however long it lasts.</summary>
internal static class VisitLinks
{
    public static void UseVisitLinks(this WebApplication app)
    {
        var visits = app.Services.GetRequiredService<OpenVisits>();
        var sharing = app.Services.GetRequiredService<SharingSwitch>();
        app.Use((context, next) => Visitors.DeviceOf(context.User) is { } device ? RunAsync(context, device, next) : next(context));

        async Task RunAsync(HttpContext context, long device, RequestDelegate next)
        {
            var isViewer = !context.User.IsOwner();
            var letIn = visits.OfDevice(device);
            using var revoked = letIn.UnsafeRegister(Abort, context);
            using var ended = isViewer ? visits.OfViewers().UnsafeRegister(Abort, context) : default;

            // Sharing may have ended since the look at the cookie, and that a device was sent away may not be in the database. Whom nobody answers any more could still act.
            if (letIn.IsCancellationRequested || (isViewer && !sharing.Current.IsOn))
            {
                context.Abort();
                return;
            }

            await next(context);
        }
    }

    private static void Abort(object? context) => ((HttpContext)context!).Abort();
}
