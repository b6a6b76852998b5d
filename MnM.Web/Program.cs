using System.Runtime.InteropServices;
using System.Text;
using MnM.Web.Data;
using MnM.Web.Demo;
using MnM.Web.Hosting;

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
try
{
    var commandLine = CommandLine.Parse(args);
    if (commandLine.Help)
    {
        Console.WriteLine(CommandLine.HelpText);
        return 0;
    }

    var sources = SettingsSources.OfProcess(commandLine);
    var settings = sources.Load();
    if (commandLine.OwnerCode)
    {
        Console.WriteLine(OwnerCode.Tell(settings));
        return 0;
    }

    using var instance = SingleInstance.Take(settings.Storage.DataDirectory);
    if (OwnerCode.IsMissing(settings))
    {
        Console.WriteLine($"Owner code, for other devices of yours: {OwnerCode.Tell(settings)} (--owner-code tells it again)");
    }

    SettingsInUse inUse = new(settings, sources, new LogRules(settings));
    using var logs = Logs.Open(settings, inUse.LogRules);
    using var stop = new CancellationTokenSource();
    using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, End);
    using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, End);
    await RestoreSwitch.ObeyAsync(settings.Storage, logs, stop.Token);
    return await new ModeLoop(settings, SimulatorCommand.For(settings), logs, TimeProvider.System) { InUse = inUse, Listening = instance.Announce }.RunAsync(stop.Token);

    void End(PosixSignalContext signal)
    {
        signal.Cancel = true;
        stop.Cancel();
    }
}
catch (StartException exception)
{
    await Console.Error.WriteLineAsync(exception.Message);
    return exception.ExitCode;
}
