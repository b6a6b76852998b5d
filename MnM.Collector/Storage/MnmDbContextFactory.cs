using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace MnM.Collector.Storage;

/// <summary>Makes contexts. Their options are made for the first of them, and not for the first of the many services that have it: the server would wait for that.</summary>
internal sealed class MnmDbContextFactory(IServiceProvider services) : IDbContextFactory<MnmDbContext>
{
    private readonly Lazy<DbContextOptions<MnmDbContext>> _options = new(services.GetRequiredService<DbContextOptions<MnmDbContext>>, LazyThreadSafetyMode.PublicationOnly);

    public MnmDbContext CreateDbContext() => new(_options.Value);
}
