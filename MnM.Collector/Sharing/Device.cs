using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MnM.Collector.Storage.Backups;

namespace MnM.Collector.Sharing;

/// <summary>A browser that was let in. What it presents is kept as a hash alone, so that nobody who reads the database can come in with it.</summary>
public sealed class Device : INeverRestored
{
    public long Id { get; set; }

    /// <summary>What its owner calls it.</summary>
    public required string Name { get; set; }

    /// <summary>Whether it may do everything; else it reads.</summary>
    public bool IsOwner { get; set; }

    /// <summary>SHA-256 of its token.</summary>
    public required byte[] TokenHash { get; set; }
    public required DateTimeOffset PairedAt { get; set; }

    /// <summary>When it asked for something last, to the minute.</summary>
    public DateTimeOffset? LastVisitAt { get; set; }
    public string? LastAddress { get; set; }

    /// <summary>Since when it is let in no more; null while it is.</summary>
    public DateTimeOffset? RevokedAt { get; set; }

    internal sealed class Configuration : IEntityTypeConfiguration<Device>
    {
        public void Configure(EntityTypeBuilder<Device> builder)
        {
            builder.ToTable("devices");
            builder.HasKey(device => device.Id);
            builder.HasIndex(device => device.TokenHash).IsUnique();
        }
    }
}
