using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MnM.Collector.Tft.Rows;

/// <summary>A code and the name that it stands for, for ever.</summary>
internal sealed class TftName
{
    public NameKind Kind { get; set; }
    public int Code { get; set; }

    /// <summary>As Riot writes it.</summary>
    public required string Name { get; set; }

    internal sealed class Configuration : IEntityTypeConfiguration<TftName>
    {
        public void Configure(EntityTypeBuilder<TftName> builder)
        {
            builder.ToTable("tft_names");
            builder.HasKey(name => new { name.Kind, name.Code });
            builder.HasIndex(name => new { name.Kind, name.Name }).IsUnique();
        }
    }
}
