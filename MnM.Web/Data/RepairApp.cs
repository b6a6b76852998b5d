using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using MnM.Collector.Storage.Backups;
using MnM.Web.Hosting;
using MnM.Web.Security;
using MnM.Web.Shell;

namespace MnM.Web.Data;

/// <summary>What somebody shows to be the owner.</summary>
internal sealed record OwnerWish(string? Code);

/// <summary>What runs in MnM's place while its database is damaged: one page, which offers the backups. It reads nothing of the database and changes nothing by itself.</summary>
internal static class RepairApp
{
    /// <summary>Builds it for MnM's own addresses.</summary>
    public static WebApplication Build(MnmSettings settings, DamagedDatabaseException damage, Action<IServiceCollection> configure)
    {
        var builder = WebApplication.CreateEmptyBuilder(new() { ApplicationName = "MnM.Web", ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration["ReloadStaticAssetsAtRuntime"] = "false";
        builder.AddKestrelHere();
        builder.WebHost.UseUrls([.. settings.Hosting.Addresses]);
        builder.Services.AddSettings(settings).AddRoles<LocalVisitors>().AddSingleton<LocalPass>().AddSingleton<OwnerCode>().AddRestore().AddSingleton(damage).AddSingleton<Readiness>().AddProblemDetails().AddRouting().AddRazorComponents();
        builder.Services.AddProtection(settings);
        configure(builder.Services);

        var app = builder.Build();
        app.UseSecurityHeaders();
        app.UseRequestGuard();
        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();
        var routes = app.MapGroup("").ForOwnerUnlessSaid();
        routes.MapStaticAssets().ForEveryone();
        routes.MapHealth();
        routes.MapGet("/", (ClaimsPrincipal visitor, BackupFolder folder, DamagedDatabaseException found) => visitor.IsOwner() ? Page(folder, found, found.CalledOff) : Door).ForEveryone();
        routes.MapPost("/repair/owner", Enter).ForEveryone();
        routes.MapPost("/repair/empty", BeginEmptyAsync);
        routes.MapPost("/repair/{name}", RestoreAsync);
        routes.MapFallback(() => TypedResults.Redirect("/")).ForEveryone();

        // Nobody marks it: /health goes on saying that MnM is not there.
        app.Services.GetRequiredService<Readiness>().Require("database");
        return app;
    }

    private static Results<NoContent, ProblemHttpResult> Enter(OwnerWish wish, HttpContext http, OwnerCode code, LocalPass pass)
    {
        if (!code.Is(wish.Code ?? ""))
        {
            return TypedResults.Problem("That is not the owner code. Starting MnM with --owner-code tells it.", statusCode: StatusCodes.Status403Forbidden);
        }

        pass.GiveTo(http);
        return TypedResults.NoContent();
    }

    private static async Task<RazorComponentResult<RepairPage>> RestoreAsync(
        string name, BackupFolder folder, DatabaseRestore restore, DamagedDatabaseException found, Restart restart, CancellationToken cancellationToken)
    {
        string? wanted;
        try
        {
            wanted = name == DatabaseRestore.Latest ? name : folder.Find(name);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return Page(folder, found, "The folder of the backups cannot be read.");
        }

        return Begin(wanted is null ? "This backup is gone." : await restore.StageAsync(wanted, cancellationToken), folder, found, restart);
    }

    private static async Task<RazorComponentResult<RepairPage>> BeginEmptyAsync(
        BackupFolder folder, DatabaseRestore restore, DamagedDatabaseException found, Restart restart, CancellationToken cancellationToken) =>
        Begin(await restore.StageNothingAsync(cancellationToken), folder, found, restart);

    private static RazorComponentResult<RepairPage> Begin(string? fault, BackupFolder folder, DamagedDatabaseException found, Restart restart)
    {
        if (fault is not null)
        {
            return Page(folder, found, fault);
        }

        restart.Begin();
        return new(new Dictionary<string, object?> { [nameof(RepairPage.IsBegun)] = true }) { StatusCode = StatusCodes.Status200OK };
    }

    private static RazorComponentResult<RepairPage> Page(BackupFolder folder, DamagedDatabaseException found, string? fault) => new(new Dictionary<string, object?>
    {
        [nameof(RepairPage.Damage)] = found.Finding,
        [nameof(RepairPage.Folder)] = folder,
        [nameof(RepairPage.Fault)] = fault,
    })
    { StatusCode = StatusCodes.Status503ServiceUnavailable };

    private static RazorComponentResult<RepairPage> Door => new(new Dictionary<string, object?> { [nameof(RepairPage.IsStranger)] = true }) { StatusCode = StatusCodes.Status401Unauthorized };
}
