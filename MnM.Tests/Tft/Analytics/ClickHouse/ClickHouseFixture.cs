using MnM.Benchmarks.Processes;

namespace MnM.Tests.Tft.Analytics.ClickHouse;

/// <summary>One server for all tests; each has a database of its own there.</summary>
public sealed class ClickHouseFixture : IAsyncLifetime
{
    private ClickHouseServer? _server;

    internal ClickHouseServer Server => _server ?? throw new InvalidOperationException(ClickHouseFactAttribute.Missing);

    public async Task InitializeAsync()
    {
        if (ClickHouseServer.FindProgram() is not null)
        {
            _server = await ClickHouseServer.StartAsync(CancellationToken.None);
        }
    }

    public async Task DisposeAsync()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }
    }
}

/// <summary>Tests that share the server.</summary>
[CollectionDefinition(Name)]
public sealed class ClickHouseTests : ICollectionFixture<ClickHouseFixture>
{
    public const string Name = "ClickHouse";
}
