using Microsoft.Extensions.Options;
using MnM.Collector.Live;
using MnM.Collector.Players;
using MnM.Collector.Riot.Keys;
using MnM.Collector.Storage;
using MnM.Web.Hosting;
using MnM.Web.Security;

namespace MnM.Web.Settings;

/// <summary>Whether MnM runs for the first time: nothing is set, nothing is stored, and nobody has been through the welcome page.</summary>
internal sealed class FirstRun(MnmSettings settings, RiotKeys keys, GameQueries games, PlayerQueries players, IOptions<StorageOptions> storage)
{
    private readonly string _welcomed = Path.Combine(storage.Value.DataDirectory, "welcomed");

    // The level of the log comes with MnM, in appsettings.json.
    private volatile bool _isOver = settings.IsDemo || settings.Values.Keys.Any(name => name is not "LOG_LEVEL" && !name.StartsWith("--", StringComparison.Ordinal));

    /// <exception cref="System.Data.Common.DbException">The database does not answer.</exception>
    public async Task<bool> IsDueAsync(CancellationToken cancellationToken)
    {
        _isOver = _isOver || File.Exists(_welcomed) || keys.Changes.Current.League || (await games.CountAsync(cancellationToken)).Games > 0 || await players.AnyAsync(cancellationToken);
        return !_isOver;
    }

    /// <summary>The welcome page is not shown again.</summary>
    public void End()
    {
        _isOver = true;
        File.WriteAllText(_welcomed, "");
    }
}

/// <summary>Leads the owner of a new MnM to the welcome page.</summary>
internal static class FirstRunGuide
{
    public static void UseFirstRun(this WebApplication app)
    {
        var first = app.Services.GetRequiredService<FirstRun>();
        app.Use(async (context, next) =>
        {
            if (context.Request.Path == "/" && HttpMethods.IsGet(context.Request.Method) && context.User.IsOwner() && await first.IsDueAsync(context.RequestAborted))
            {
                context.Response.Redirect("/welcome");
                return;
            }

            await next(context);
        });
    }
}
