using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MnM.Collector.Storage;
using MnM.Tests.Hosting;

namespace MnM.Tests.Players.Erasing;

/// <summary>A running MnM with an empty database, in which people are erased.</summary>
public abstract class ErasingContext : IAsyncLifetime
{
    private protected static readonly DateTimeOffset At = new(2026, 10, 3, 12, 0, 0, TimeSpan.Zero);

    private protected static readonly string Theirs = new('n', 78);

    private protected static readonly string Others = new('o', 78);

    private protected RunningMnm Mnm { get; private set; } = null!;

    public async Task InitializeAsync() => Mnm = await RunningMnm.StartAsync(services =>
    {
        Configure(services);
        StillFeed.WithoutLoops(services);
    });

    public async Task DisposeAsync() => await Mnm.DisposeAsync();

    private protected virtual void Configure(IServiceCollection services)
    {
    }

    private protected async Task AddAsync(params object[] rows)
    {
        await using var db = await ContextAsync();
        foreach (var row in rows)
        {
            db.Add(row);
            await db.SaveChangesAsync();
        }
    }

    private protected async Task<HttpStatusCode> EraseAsync(string player)
    {
        using var answer = await Mnm.Client.DeleteAsync($"/api/players/{player}");
        return answer.StatusCode;
    }

    private protected Task<MnmDbContext> ContextAsync() => Mnm.App.Services.GetRequiredService<IDbContextFactory<MnmDbContext>>().CreateDbContextAsync();

    private protected static byte[] Pack(string json) => Packing.Pack(Encoding.UTF8.GetBytes(json));

    private protected static string Unpack(byte[] packed) => Encoding.UTF8.GetString(Packing.Unpack(packed));
}
