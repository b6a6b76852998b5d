namespace MnM.Collector.Tft.Rows;

/// <summary>Lets one at a time change the rows: those that a batch made by the calendar of before must not come after all were thrown away.</summary>
internal sealed class RowsTurn : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>Waits for the turn, which ends with the scope.</summary>
    public async Task<Scope> TakeAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        return new Scope(_turn);
    }

    public void Dispose() => _turn.Dispose();

    internal readonly struct Scope(SemaphoreSlim turn) : IDisposable
    {
        public void Dispose() => turn.Release();
    }
}
