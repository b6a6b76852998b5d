namespace MnM.Simulator.Network;

/// <summary>A port that keeps its number and listens only while it is open.</summary>
internal interface IPort : IAsyncDisposable
{
    int Number { get; }

    Task OpenAsync(CancellationToken cancellationToken);

    /// <summary>Stops listening and ends every connection.</summary>
    Task CloseAsync();
}
