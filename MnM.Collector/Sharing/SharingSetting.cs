using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MnM.Collector.Storage.Backups;

namespace MnM.Collector.Sharing;

/// <summary>What the owner decided about sharing: the one row of its table, which is not there before.</summary>
internal sealed class SharingSetting : INeverRestored
{
    public const int Only = 1;

    public int Id { get; set; } = Only;
    public bool IsOn { get; set; }

    /// <summary>Whether viewers see custom games too.</summary>
    public bool ShowsCustomGames { get; set; }

    /// <summary>To the millisecond, as the database keeps it: who reads it back has decided at the same moment.</summary>
    public required DateTimeOffset ChangedAt { get; set => field = DateTimeOffset.FromUnixTimeMilliseconds(value.ToUnixTimeMilliseconds()); }

    internal sealed class Configuration : IEntityTypeConfiguration<SharingSetting>
    {
        public void Configure(EntityTypeBuilder<SharingSetting> builder)
        {
            builder.ToTable("sharing");
            builder.HasKey(setting => setting.Id);
            builder.Property(setting => setting.Id).ValueGeneratedNever();
        }
    }
}
