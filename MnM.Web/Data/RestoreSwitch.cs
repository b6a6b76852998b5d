using Microsoft.Extensions.Options;
using MnM.Collector.Storage;
using MnM.Collector.Storage.Backups;
using MnM.Web.Hosting;

namespace MnM.Web.Data;

/// <summary>The switch --restore: the database is replaced before MnM begins.</summary>
internal static class RestoreSwitch
{
    /// <exception cref="StartException">The backup cannot be taken; the database is as it was.</exception>
    public static async Task ObeyAsync(StorageOptions storage, ILoggerFactory logs, CancellationToken cancellationToken)
    {
        if (storage.Restore is not { } wanted)
        {
            return;
        }

        await using var services = new ServiceCollection().AddLogging().AddSingleton(logs).AddSingleton(Options.Create(storage)).AddRestore().BuildServiceProvider();
        if (await services.GetRequiredService<DatabaseRestore>().StageAsync(wanted, cancellationToken) is { } fault)
        {
            throw StartException.From([new("--restore", fault)]);
        }
    }
}
