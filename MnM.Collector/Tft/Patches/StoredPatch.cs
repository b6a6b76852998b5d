using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MnM.Collector.Tft.Patches;

/// <summary>A date of a patch that somebody entered here; it overrides the one that came with MnM.</summary>
internal sealed class StoredPatch
{
    /// <summary><see cref="Patch.Code"/>.</summary>
    public int Code { get; set; }

    public int SetNumber { get; set; }

    /// <summary>Its first moment.</summary>
    public DateTimeOffset StartsAt { get; set; }

    internal sealed class Configuration : IEntityTypeConfiguration<StoredPatch>
    {
        public void Configure(EntityTypeBuilder<StoredPatch> builder)
        {
            builder.ToTable("patches");
            builder.HasKey(patch => patch.Code);
            builder.Property(patch => patch.Code).ValueGeneratedNever();
        }
    }
}
