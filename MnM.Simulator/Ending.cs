using System.Runtime.InteropServices;

namespace MnM.Simulator;

/// <summary>Tells the program to end: on Ctrl+C, on SIGTERM, and if asked for when its standard input closes.</summary>
internal sealed class Ending : IDisposable
{
    private readonly CancellationTokenSource _source = new();
    private readonly PosixSignalRegistration _interrupt;
    private readonly PosixSignalRegistration _terminate;

    public Ending()
    {
        _interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, End);
        _terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, End);
    }

    public CancellationToken Token => _source.Token;

    /// <summary>A parent that is killed closes the pipe, so no child outlives it.</summary>
    public async Task WithAsync(TextReader input)
    {
        var line = new char[256];
        while (await input.ReadAsync(line, Token) > 0)
        {
        }

        await _source.CancelAsync();
    }

    public void Dispose()
    {
        _interrupt.Dispose();
        _terminate.Dispose();
        _source.Dispose();
    }

    private void End(PosixSignalContext context)
    {
        context.Cancel = true;
        _source.Cancel();
    }
}
