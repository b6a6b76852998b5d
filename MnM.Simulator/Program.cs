using System.Net.Sockets;
using MnM.Simulator;

var (options, faults) = CommandLine.Read(args);
if (faults.Count > 0)
{
    await Console.Error.WriteLineAsync(string.Join(Environment.NewLine, faults));
    return 2;
}

if (options.Help)
{
    Console.WriteLine(HelpText.All);
    return 0;
}

using var ending = new Ending();
try
{
    await using var simulator = await SimulatorHost.StartAsync(options, TimeProvider.System, ending.Token);
    foreach (var line in simulator.Settings.Lines.Append("ready"))
    {
        Console.WriteLine(line);
    }

    if (options.ExitWithStdin)
    {
        _ = Task.Run(() => ending.WithAsync(Console.In));
    }

    await simulator.RunAsync(ending.Token);
}
catch (OperationCanceledException) when (ending.Token.IsCancellationRequested)
{
    return 0;
}
catch (Exception failure) when (failure is FormatException or IOException or SocketException or UnauthorizedAccessException)
{
    await Console.Error.WriteLineAsync(failure.Message);
    return 1;
}

return 0;
