using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MnM.Collector.Tft.Rows;

/// <summary>An answer of Riot's that does not fit what MnM counts. It is kept as it came, here or as the raw match, and no row is made of it.</summary>
internal sealed class SchemaFault
{
    public required string MatchId { get; set; }

    /// <summary>What does not fit, in a sentence for people.</summary>
    public required string Fault { get; set; }
    public required DateTimeOffset At { get; set; }

    /// <summary>What Riot answered, compressed with Brotli, where it is not stored as a raw match.</summary>
    public byte[]? Answer { get; set; }

    internal sealed class Configuration : IEntityTypeConfiguration<SchemaFault>
    {
        public void Configure(EntityTypeBuilder<SchemaFault> builder)
        {
            builder.ToTable("schema_faults");
            builder.HasKey(fault => fault.MatchId);
            builder.HasIndex(fault => fault.At);
        }
    }
}
