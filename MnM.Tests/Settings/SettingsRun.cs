using System.Collections;
using Microsoft.Extensions.Logging.Abstractions;
using MnM.Tests.Hosting;
using MnM.Web.Hosting;
using MnM.Web.Settings;
using MnM.Web.Shell;

namespace MnM.Tests.Settings;

/// <summary>The settings of a process whose folder, environment and command line a test chooses.</summary>
internal sealed class SettingsRun : IDisposable
{
    public SettingsRun(string env = "", Hashtable? environment = null, string[]? args = null, bool canRestart = true)
    {
        if (env.Length > 0)
        {
            Folder.Write(".env", env);
        }

        SettingsSources sources = new(CommandLine.Parse(args ?? []), Folder.Path, Folder.Path, environment ?? [])
        {
            File = new(Folder.Path) { Open = (path, options) => IsDiskFull ? throw new IOException("No space left on device") : new FileStream(path, options) },
        };
        var settings = sources.Load();
        InUse = new(settings, sources, new LogRules(settings));
        Restart = new(canRestart ? () => Restarts++ : null);
        Desk = new(InUse, Restart, NullLogger<SettingsDesk>.Instance);
    }

    public TemporaryFolder Folder { get; } = new();
    public SettingsInUse InUse { get; }
    public Restart Restart { get; }
    public SettingsDesk Desk { get; }
    public int Restarts { get; private set; }
    public bool IsDiskFull { get; set; }
    public string Env => File.ReadAllText(Folder.File(".env"));

    public void Dispose() => Folder.Dispose();
}
