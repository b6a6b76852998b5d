using System.Text;
using MnM.Benchmarks;
using MnM.Benchmarks.Contract;
using MnM.Benchmarks.Micro;
using MnM.Benchmarks.Requests;
using MnM.Benchmarks.Scenarios;
using MnM.Benchmarks.Viewers;

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    // Child processes and temporary folders are cleared away first.
    pressed.Cancel = true;
    stop.Cancel();
};
switch (Arguments.Read(args))
{
    case Command.Help:
        Console.WriteLine(Arguments.Usage);
        return ExitCode.Fine;
    case Command.Micro micro:
        return MicroBenchmarks.Run(micro.Arguments);
    case Command.Scenario scenario:
        return await new ScenarioRun(scenario.Chosen, Console.Out, Console.Error).RunAsync(scenario.Size, scenario.JsonFile, stop.Token);
    case Command.Viewers viewers:
        await ViewerCrowd.RunAsync(viewers, Console.In, Console.Out);
        return ExitCode.Fine;
    case Command.Ask ask:
        Console.WriteLine(await Asker.RunAsync(ask, stop.Token));
        return ExitCode.Fine;
    case Command.Contract contract:
        using (var http = new HttpClient(new SocketsHttpHandler { AutomaticDecompression = System.Net.DecompressionMethods.All }))
        {
            return await new ContractRun(http, Console.Out).RunAsync(contract, stop.Token);
        }

    case Command.Wrong wrong:
        await Console.Error.WriteLineAsync($"{wrong.Reason}{Environment.NewLine}{Arguments.Usage}");
        return ExitCode.WrongCommandLine;
    default:
        throw new InvalidOperationException("There is a command that nobody runs.");
}
