namespace MnM.Web.Security;

/// <summary>Failures are told as problem details (RFC 9457); never with the text of an exception.</summary>
internal static class Problems
{
    // Pages have other paths: /match/{id}, /champion, /players/{player}.
    private static readonly PathString[] ForPrograms = ["/api", "/ws", "/health", "/metrics", "/users", "/fetch_user", "/matches", "/champions"];

    public static void UseProblems(this WebApplication app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandler = context => TypedResults.Problem(statusCode: context.Response.StatusCode).ExecuteAsync(context),
            StatusCodeSelector = exception => exception is BadHttpRequestException bad ? bad.StatusCode : StatusCodes.Status500InternalServerError,
        });

        app.UseWhen(IsForPeople, branch => branch.UseStatusCodePagesWithReExecute("/not-found"));
        app.UseWhen(IsForPrograms, branch => branch.UseStatusCodePages(
            status => TypedResults.Problem(statusCode: status.HttpContext.Response.StatusCode).ExecuteAsync(status.HttpContext)));
    }

    /// <summary>A page that is missing is told by a page; what asks with another method is a program.</summary>
    public static bool IsForPeople(HttpContext context) => HttpMethods.IsGet(context.Request.Method) && !IsForPrograms(context);

    private static bool IsForPrograms(HttpContext context) => Array.Exists(ForPrograms, root => context.Request.Path.StartsWithSegments(root));
}
