using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MnM.Collector.Riot.RateLimits;

/// <summary>What is known of the limits of a route ("euw1") or of a method on it ("euw1 league-v4.entries"), as stored.</summary>
public sealed class RateScope
{
    public required string Scope { get; set; }

    /// <summary>As in Riot's header: 20:1,100:120; empty until told.</summary>
    public required string Limits { get; set; }

    /// <summary>Unix milliseconds; nothing goes before.</summary>
    public long PausedUntil { get; set; }

    /// <summary>Grows with each change of any scope, so that a process sees what others have changed.</summary>
    public long Version { get; set; }

    internal sealed class Configuration : IEntityTypeConfiguration<RateScope>
    {
        public void Configure(EntityTypeBuilder<RateScope> builder)
        {
            builder.ToTable("rate_scopes");
            builder.HasKey(scope => scope.Scope);
        }
    }
}

/// <summary>How many requests of a scope were counted, or may yet be counted, at a time.</summary>
public sealed class RateWindow
{
    public required string Scope { get; set; }

    /// <summary>Unix milliseconds: the latest at which the server may have counted them.</summary>
    public long At { get; set; }
    public int Requests { get; set; }

    /// <summary>The scope's version when this was stored.</summary>
    public long Version { get; set; }

    internal sealed class Configuration : IEntityTypeConfiguration<RateWindow>
    {
        public void Configure(EntityTypeBuilder<RateWindow> builder)
        {
            builder.ToTable("rate_windows");
            builder.HasKey(window => new { window.Scope, window.At });
        }
    }
}
